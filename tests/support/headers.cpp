// Gives the tests' precompiled headers (CMakeLists.txt) a target of their own.
