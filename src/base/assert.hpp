#pragma once
// Our own mistakes stop the program in builds that check them; mistakes from outside are `Result`s instead.
#include <cstdio>
#include <cstdlib>

#ifdef NDEBUG
#define GENU_ASSERT(condition) ((void)0)
#else
#define GENU_ASSERT(condition)                                                                          \
    ((condition) ? (void)0                                                                              \
                 : (std::fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #condition), \
                    std::abort()))
#endif
