#pragma once
// The program in a real window on a display of its own (Xvfb), driven by a real pointer and keyboard (xdotool).
#include <functional>
#include <string>
#include <vector>

#include <sys/types.h>

#include <nlohmann/json.hpp>

namespace genu::test {

/// A child process, ended with its owner.
class Child {
public:
    Child() = default;
    Child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment);
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    ~Child();
    bool running() const;
    /// Exit code, or -1 when it did not end in time.
    int wait(double seconds);

private:
    pid_t pid_ = -1;
};

class RealWindow {
public:
    explicit RealWindow(const std::string& screen = "1440x900x24", const std::vector<std::string>& arguments = {});
    ~RealWindow();

    nlohmann::json log() const;                      ///< what the program last wrote of its screen and state
    bool wait_until(const std::function<bool(const nlohmann::json&)>& holds, double seconds = 30) const;
    bool click(const std::string& label);            ///< a widget by its visible text; false: not on the screen
    void move_to(int x, int y);
    void click_at(int x, int y);
    void drag(int x0, int y0, int x1, int y1);
    void wheel(bool up, int steps);
    void key(const std::string& name);               ///< as xdotool spells it: "ctrl+z"
    void type(const std::string& text);
    void resize(int width, int height);
    bool running() const { return program_.running(); }
    int wait_for_end(double seconds) { return program_.wait(seconds); }
    std::pair<int, int> middle_of_picture() const;

private:
    void focus();
    int xdotool(const std::vector<std::string>& arguments) const;
    std::string folder_, log_path_, display_;
    Child server_, program_;
};

}  // namespace genu::test
