#pragma once
// Another program that works beside the window: long work can be watched, and ended.
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "base/files.hpp"

namespace genu {

/// Where a program lies on the search path; empty where the system has none of that name.
fs::path find_program(const std::string& name);

class ChildProcess {
public:
    ChildProcess() = default;
    ~ChildProcess() { end(); }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Gives it `input` to read; what it prints goes nowhere. Ends one that still runs.
    bool start(const std::vector<std::string>& arguments, const std::string& input = {});
    bool running() const { return pid_ > 0; }
    /// The exit code, once, when it has ended by itself.
    std::optional<int> ended();
    void end();

private:
    pid_t pid_ = -1;
};

}  // namespace genu
