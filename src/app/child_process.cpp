#include "app/child_process.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace genu {

namespace {

/// A nameless file that holds the text: unlike a pipe it cannot fill up and stop us.
int file_holding(const std::string& text)
{
    std::FILE* file = std::tmpfile();
    if (!file) return open("/dev/null", O_RDONLY);
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
    const int descriptor = dup(fileno(file));
    std::fclose(file);
    lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

}  // namespace

fs::path find_program(const std::string& name)
{
    const char* path = std::getenv("PATH");
    std::string places = path ? path : "/usr/local/bin:/usr/bin:/bin";
    for (std::size_t at = 0; at <= places.size();) {
        const std::size_t end = std::min(places.find(':', at), places.size());
        const fs::path candidate = fs::path(places.substr(at, end - at)) / name;
        std::error_code error;
        if (fs::is_regular_file(candidate, error) && access(candidate.c_str(), X_OK) == 0) return candidate;
        at = end + 1;
    }
    return {};
}

bool ChildProcess::start(const std::vector<std::string>& arguments, const std::string& input, bool listens)
{
    end();
    if (arguments.empty()) return false;
    // Everything the child needs is made before the fork: after it only system calls are safe.
    std::vector<char*> pointers;
    for (const std::string& a : arguments) pointers.push_back(const_cast<char*>(a.c_str()));
    pointers.push_back(nullptr);
    const int in = file_holding(input), nowhere = open("/dev/null", O_WRONLY);
    int pipe_ends[2] = {-1, -1};
    if (listens && pipe2(pipe_ends, O_CLOEXEC) == 0) fcntl(pipe_ends[0], F_SETFL, O_NONBLOCK);
    stop_listening();
    said_.clear();
    pid_ = fork();
    if (pid_ == 0) {
        setpgid(0, 0);
        dup2(in, 0);
        dup2(nowhere, 1);
        dup2(pipe_ends[1] >= 0 ? pipe_ends[1] : nowhere, 2);
        execv(pointers[0], pointers.data());
        _exit(127);
    }
    for (const int mine : {in, nowhere, pipe_ends[1]}) if (mine >= 0) close(mine);
    ear_ = pipe_ends[0];
    return pid_ > 0;
}

// Read again and again, so that the pipe never fills up and stops the child.
void ChildProcess::listen()
{
    char part[512];
    for (ssize_t got = 0; ear_ >= 0 && (got = read(ear_, part, sizeof part)) > 0;) said_.append(part, static_cast<std::size_t>(got));
}

void ChildProcess::stop_listening()
{
    if (ear_ >= 0) close(ear_);
    ear_ = -1;
}

const std::string& ChildProcess::said()
{
    listen();
    return said_;
}

std::optional<int> ChildProcess::ended()
{
    int status = 0;
    listen();
    if (pid_ <= 0 || waitpid(pid_, &status, WNOHANG) != pid_) return std::nullopt;
    pid_ = -1;
    listen();
    stop_listening();
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void ChildProcess::end()
{
    if (pid_ <= 0) return;
    kill(-pid_, SIGTERM);  // with what it has started itself
    kill(pid_, SIGTERM);
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    stop_listening();
}

}  // namespace genu
