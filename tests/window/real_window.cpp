#include "real_window.hpp"
#include "test_places.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace genu::test {

namespace fs = std::filesystem;

namespace {

void pause_for(double seconds) { std::this_thread::sleep_for(std::chrono::duration<double>(seconds)); }
double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::vector<char*> pointers(const std::vector<std::string>& texts)
{
    std::vector<char*> list;
    for (const std::string& t : texts) list.push_back(const_cast<char*>(t.c_str()));
    list.push_back(nullptr);
    return list;
}

/// A server on a display number that nobody uses; it tells the number through a pipe.
std::string start_server(const std::string& screen, Child& server)
{
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    server = Child({"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", screen, "-nolisten", "tcp"}, {});
    close(ends[1]);
    std::string number;
    char c = 0;
    while (read(ends[0], &c, 1) == 1 && c != '\n') number += c;
    close(ends[0]);
    if (number.empty()) throw std::runtime_error("Xvfb did not start: is it installed?");
    return ":" + number;
}

}  // namespace

Child::Child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment)
{
    std::vector<std::string> all;
    for (char** e = environ; *e; ++e) all.emplace_back(*e);
    all.insert(all.end(), environment.begin(), environment.end());
    pid_ = fork();
    if (pid_ == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, 1);
        dup2(nowhere, 2);
        for (const std::string& e : environment) putenv(const_cast<char*>(e.c_str()));
        execvp(arguments.front().c_str(), pointers(arguments).data());
        _exit(127);
    }
}

Child::Child(Child&& other) noexcept : pid_(other.pid_) { other.pid_ = -1; }
Child& Child::operator=(Child&& other) noexcept
{
    std::swap(pid_, other.pid_);
    return *this;
}

Child::~Child()
{
    if (pid_ <= 0) return;
    kill(pid_, SIGTERM);
    if (wait(5) == -1) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
}

bool Child::running() const
{
    siginfo_t info{};
    return pid_ > 0 && waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0;
}

int Child::wait(double seconds)
{
    const double end = now() + seconds;
    int status = 0;
    while (pid_ > 0 && now() < end) {
        if (waitpid(pid_, &status, WNOHANG) == pid_) {
            pid_ = -1;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        pause_for(0.02);
    }
    return -1;
}

RealWindow::RealWindow(const std::string& screen, const std::vector<std::string>& arguments)
{
    char name[] = "/tmp/genu_window_XXXXXX";
    folder_ = mkdtemp(name);
    log_path_ = folder_ + "/ui.json";
    display_ = start_server(screen, server_);
    // Not the first start: the first page has its own tests.
    fs::create_directories(folder_ + "/user");
    std::ofstream(folder_ + "/user/learning.json") << "{\"version\": 1, \"items\": {}}\n";
    std::vector<std::string> command = {GENU_PROGRAM};
    command.insert(command.end(), arguments.begin(), arguments.end());
    program_ = Child(command, {"DISPLAY=" + display_, "GENU_UI_LOG=" + log_path_, "GENU_USER_DIR=" + folder_ + "/user", std::string("GENU_MODEL=") + GENU_MODEL, "LIBGL_ALWAYS_SOFTWARE=1"});
    if (!wait_until([](const nlohmann::json& j) { return !j["widgets"].empty(); }, 90)) throw std::runtime_error("the window did not come up");
    pause_for(0.3);
}

RealWindow::~RealWindow()
{
    program_ = Child();
    std::error_code error;
    fs::remove_all(folder_, error);
}

nlohmann::json RealWindow::log() const
{
    std::ifstream in(log_path_);
    return nlohmann::json::parse(in, nullptr, false).is_discarded() ? nlohmann::json{{"widgets", nlohmann::json::array()}} : nlohmann::json::parse(std::ifstream(log_path_));
}

bool RealWindow::wait_until(const std::function<bool(const nlohmann::json&)>& holds, double seconds) const
{
    for (const double end = now() + seconds; now() < end; pause_for(0.05)) {
        if (fs::exists(log_path_) && holds(log())) return true;
    }
    return false;
}

bool RealWindow::click(const std::string& label)
{
    nlohmann::json r;
    const bool found = wait_until([&](const nlohmann::json& j) {
        for (const auto& widget : j["widgets"]) {
            if (widget["label"] == label && widget["kind"] != "text") r = widget["rect"];
        }
        return !r.is_null();
    }, 5);
    if (found) click_at(r[0].get<int>() + r[2].get<int>() / 2, r[1].get<int>() + r[3].get<int>() / 2);
    return found;
}

// Panels see the pointer one frame after it moved; pauses between steps are those of a quick hand.
void RealWindow::move_to(int x, int y)
{
    xdotool({"mousemove", std::to_string(x), std::to_string(y)});
    pause_for(0.25);
}

void RealWindow::click_at(int x, int y)
{
    move_to(x, y);
    xdotool({"mousedown", "1"});
    pause_for(0.2);
    xdotool({"mouseup", "1"});
    pause_for(0.3);
}

void RealWindow::drag(int x0, int y0, int x1, int y1)
{
    move_to(x0, y0);
    xdotool({"mousedown", "1"});
    pause_for(0.2);
    for (int i = 1; i <= 5; ++i) move_to(x0 + (x1 - x0) * i / 5, y0 + (y1 - y0) * i / 5);
    xdotool({"mouseup", "1"});
    pause_for(0.3);
}

void RealWindow::wheel(bool up, int steps)
{
    for (int i = 0; i < steps; ++i) xdotool({"click", up ? "4" : "5"});
    pause_for(0.3);
}

// There is no window manager here to give the keyboard to the window.
void RealWindow::focus()
{
    xdotool({"search", "--name", "^Genu$", "windowfocus", "--sync"});
    pause_for(0.2);
}

void RealWindow::key(const std::string& name)
{
    focus();
    // Held for a moment, as by a hand.
    const auto plus = name.find('+');
    const std::string modifier = plus == std::string::npos ? "" : name.substr(0, plus);
    const std::string letter = plus == std::string::npos ? name : name.substr(plus + 1);
    if (!modifier.empty()) xdotool({"keydown", modifier});
    xdotool({"keydown", letter});
    pause_for(0.3);
    xdotool({"keyup", letter});
    if (!modifier.empty()) xdotool({"keyup", modifier});
    pause_for(0.3);
}

void RealWindow::type(const std::string& text)
{
    focus();
    xdotool({"type", "--delay", "60", text});
    pause_for(0.3);
}

void RealWindow::resize(int width, int height)
{
    xdotool({"search", "--name", "Genu", "windowsize", std::to_string(width), std::to_string(height)});
    pause_for(0.5);
}

std::pair<int, int> RealWindow::middle_of_picture() const
{
    const auto p = log()["picture"];
    return {p[0].get<int>() + p[2].get<int>() / 2, p[1].get<int>() + p[3].get<int>() / 2};
}

int RealWindow::xdotool(const std::vector<std::string>& arguments) const
{
    std::vector<std::string> command = {"xdotool"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return Child(command, {"DISPLAY=" + display_}).wait(10);
}

}  // namespace genu::test
