#pragma once
#include <cstddef>
#include <functional>

namespace genu::builder {

/// Calls work(0) … work(count - 1), on all cores; which core takes which number does not change any result.
void for_each_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace genu::builder
