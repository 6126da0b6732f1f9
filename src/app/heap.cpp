#include "app/heap.hpp"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace genu {

void keep_freed_memory()
{
#ifdef __GLIBC__
    constexpr int kMegabyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);  // the most that is taken
    mallopt(M_TRIM_THRESHOLD, 512 * kMegabyte);
    mallopt(M_TOP_PAD, 32 * kMegabyte);
#endif
}

void give_back_freed_memory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace genu
