# Dear ImGui with its GLFW and OpenGL 3 back ends. Debian ships 1.86; newer ones work too (src/ui/imgui_compat.hpp).
pkg_check_modules(IMGUI QUIET imgui)
add_library(genu_imgui INTERFACE)
if(IMGUI_FOUND)
  find_path(GENU_IMGUI_BACKENDS imgui_impl_opengl3.h HINTS ${IMGUI_INCLUDE_DIRS} PATH_SUFFIXES backends imgui/backends)
  target_include_directories(genu_imgui SYSTEM INTERFACE ${IMGUI_INCLUDE_DIRS} ${GENU_IMGUI_BACKENDS})
  target_link_directories(genu_imgui INTERFACE ${IMGUI_LIBRARY_DIRS})
  target_link_libraries(genu_imgui INTERFACE ${IMGUI_LIBRARIES} glfw OpenGL::GL ${CMAKE_DL_LIBS})
else()
  genu_fetch(imgui)
  FetchContent_MakeAvailable(imgui)
  FetchContent_GetProperties(imgui SOURCE_DIR IMGUI_DIR)
  add_library(genu_imgui_source STATIC ${IMGUI_DIR}/imgui.cpp ${IMGUI_DIR}/imgui_draw.cpp ${IMGUI_DIR}/imgui_tables.cpp
    ${IMGUI_DIR}/imgui_widgets.cpp ${IMGUI_DIR}/backends/imgui_impl_glfw.cpp ${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp
    ${IMGUI_DIR}/misc/cpp/imgui_stdlib.cpp)
  target_include_directories(genu_imgui_source SYSTEM PUBLIC ${IMGUI_DIR} ${IMGUI_DIR}/backends ${IMGUI_DIR}/misc/cpp)
  target_link_libraries(genu_imgui_source PUBLIC glfw OpenGL::GL ${CMAKE_DL_LIBS})
  target_link_libraries(genu_imgui INTERFACE genu_imgui_source)
endif()
