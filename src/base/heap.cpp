#include "base/heap.hpp"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#endif

namespace genu {

#ifdef __GLIBC__
namespace {

constexpr int kMegabyte = 1 << 20;

/// Addresses for the heap to grow into, taken at once so that the system can be asked to give them in large pages where it
/// gives these on request. They cost nothing until they are used; where they cannot be had, nothing changes.
void grow_in_large_pages()
{
    constexpr std::size_t kAhead = 512UL * kMegabyte, kLargePage = 2UL * kMegabyte;
    mallopt(M_TOP_PAD, static_cast<int>(kAhead));
    auto* volatile first = std::malloc(4UL * kMegabyte);  // more than is left of the heap: it must grow
    mallopt(M_TOP_PAD, 32 * kMegabyte);
    const auto begin = reinterpret_cast<std::uintptr_t>(first), end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    const std::uintptr_t from = (begin + kLargePage - 1) / kLargePage * kLargePage;
    // As a hint: a kernel without large pages says no, which is all the same.
    if (first && from < end && end - begin < 2 * kAhead) madvise(reinterpret_cast<void*>(from), end - from, MADV_HUGEPAGE);
    std::free(first);
}

}  // namespace
#endif

void keep_freed_memory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);  // the most that is taken
    mallopt(M_TRIM_THRESHOLD, 1024 * kMegabyte);
    grow_in_large_pages();
#endif
}

void give_back_freed_memory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace genu
