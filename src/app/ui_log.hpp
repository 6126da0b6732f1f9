#pragma once
// For tests that drive the real window: with GENU_UI_LOG=FILE set, the widgets on screen with their places and what is
// chosen are written to that file whenever they change.
#include <string>

#include "ui/ui.hpp"

namespace genu {

class UiLog {
public:
    UiLog();
    void write(const AppState& state, const UiOutput& ui);

private:
    std::string path_;
    std::string last_;
};

}  // namespace genu
