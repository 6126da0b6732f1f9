# The OpenGL loader, generated at build time and offline by the `glad` program (package python3-glad).
find_program(GLAD_PROGRAM glad REQUIRED)
set(GLAD_DIR ${CMAKE_BINARY_DIR}/glad)
add_custom_command(OUTPUT ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h
  COMMAND ${GLAD_PROGRAM} --quiet --reproducible --api gl:core=3.3 --extensions GL_KHR_debug --out-path ${GLAD_DIR} c
  COMMENT "Generating the OpenGL loader" VERBATIM)
add_library(genu_glad STATIC ${GLAD_DIR}/src/gl.c)
target_include_directories(genu_glad SYSTEM PUBLIC ${GLAD_DIR}/include)
target_link_libraries(genu_glad PUBLIC ${CMAKE_DL_LIBS})
