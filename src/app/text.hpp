#pragma once
// What Genu knows as text and JSON: also the path for people who cannot see the picture. Each returns an exit code.
#include "app/options.hpp"

namespace genu {

int run_list(const Options& options);
int run_show(const Options& options);
int run_assess(const Options& options);
int run_pose(const Options& options);
int run_check(const Options& options);
int run_describe(const Options& options);
int run_handout(const Options& options);

}  // namespace genu
