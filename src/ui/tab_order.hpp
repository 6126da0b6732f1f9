#pragma once
#include <vector>

namespace genu {

/// Tab and Shift+Tab walk every control of the window in the order in which it is drawn, from one part to the next and round;
/// while a popup is open they stay in it. (ImGui 1.86 alone tabs between text fields only, and never leaves a panel.)
class TabOrder {
public:
    /// Once per frame before anything is drawn. `step` is 1 for Tab, -1 for Shift+Tab, 0 for neither; `focused` the control
    /// that has the keyboard, 0 for none.
    void begin_frame(unsigned focused, int step);
    /// A control that takes the keyboard was drawn. True when Tab has come to it.
    bool add(unsigned id, bool in_popup);

private:
    struct Stop { unsigned id; bool in_popup; };
    std::vector<Stop> last_, now_;
    unsigned wanted_ = 0;
};

}  // namespace genu
