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
    ~ChildProcess() { end(), stop_listening(); }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Gives it `input` to read; what it prints goes nowhere. What it writes on standard error is kept where it `listens`: not
    /// to what starts programs that outlive it, which would be broken off when nobody reads any more. Ends one that still runs.
    bool start(const std::vector<std::string>& arguments, const std::string& input = {}, bool listens = false);
    bool running() const { return pid_ > 0; }
    /// What it has written on standard error since it was started.
    const std::string& said();
    /// The exit code, once, when it has ended by itself.
    std::optional<int> ended();
    void end();

private:
    void listen();
    void stop_listening();
    pid_t pid_ = -1;
    int ear_ = -1;        ///< reads its standard error without waiting
    std::string said_;
};

}  // namespace genu
