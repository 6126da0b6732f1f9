# genu_own_code(target): our warnings, our sanitizers.
function(genu_own_code target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
  # GCC 12 reports false overflows inside std::string operator+ at -O2 (GCC bug 105651).
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  # Designated initialisers leave the rest at its defaults on purpose.
  target_compile_options(${target} PRIVATE -Wno-missing-field-initializers)
  # Compiled together, a source is included by another file; what it keeps for itself still is seen by itself only.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  if(GENU_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(GENU_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
      -Wno-maybe-uninitialized)  # GCC 12 warns within the standard library's <regex> when it instruments it
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
endfunction()

# genu_precompile(target): the heavy headers (JSON above all) are parsed once for the whole build. Without this each of
# some two hundred sources spends 2.5 s on them.
function(genu_precompile target)
  if(target STREQUAL "genu_base")
    target_precompile_headers(genu_base PRIVATE <nlohmann/json.hpp> <glm/glm.hpp> <algorithm> <filesystem> <functional>
      <map> <optional> <set> <string> <unordered_map> <variant> <vector>)
  else()
    target_precompile_headers(${target} REUSE_FROM genu_base)
  endif()
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()

# genu_compile_together(target size): sources of one folder in batches, so that headers and templates are worked through once
# for all of them. Names in unnamed namespaces must therefore differ within a folder.
function(genu_compile_together target size)
  if(GENU_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${size})
  endif()
endfunction()

# Where this build lies, for the few sources that ask. A header and no definition on every command line, so that a compiler
# cache serves one checkout with what another has compiled.
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/build_places.hpp CONTENT "#pragma once
#define GENU_SOURCE_DIR \"${CMAKE_SOURCE_DIR}\"
#define GENU_BUILD_DIR \"${CMAKE_BINARY_DIR}\"
")

# genu_library(name DEPENDS public… PRIVATE private… EXCLUDE files…): src/<name>/**.cpp as genu_<name>.
function(genu_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;PRIVATE;EXCLUDE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  foreach(pattern IN LISTS ARG_EXCLUDE ITEMS "/tool/")
    list(FILTER sources EXCLUDE REGEX "${pattern}")
  endforeach()
  add_library(genu_${name} STATIC ${sources})
  target_include_directories(genu_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(genu_${name} PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE})
  target_include_directories(genu_${name} PRIVATE ${CMAKE_BINARY_DIR}/generated)
  target_compile_definitions(genu_${name} PRIVATE GENU_VERSION="${PROJECT_VERSION}")
  genu_own_code(genu_${name})
  genu_precompile(genu_${name})
  genu_compile_together(genu_${name} 8)
endfunction()
