#include "builder/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace genu::builder {

void for_each_parallel(std::size_t count, const std::function<void(std::size_t)>& work)
{
    const std::size_t cores = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 16);
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < std::min(cores, count); ++i) helpers.emplace_back(run);
    run();
    for (std::thread& helper : helpers) helper.join();
}

}  // namespace genu::builder
