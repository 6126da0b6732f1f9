#pragma once
// Drives the panels as a person does, without a window or a graphics card: finds a widget by its word, moves the
// pointer there, presses, types; the commands go through update() as in the program.
#include <optional>
#include <string>

#include "session/update.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/ui.hpp"

namespace genu {

/// All content of assets/, and three small triangles instead of the leg.
const Library& test_library();

class UiFixture {
public:
    explicit UiFixture(double scale = 1, int width_px = 1440, int height_px = 900);
    ~UiFixture();
    UiFixture(const UiFixture&) = delete;
    UiFixture& operator=(const UiFixture&) = delete;

    AppState state;
    UiOutput out;          ///< of the last frame
    Commands commands;     ///< everything emitted since clear()

    void clear() { commands.clear(); }
    /// Draws `count` frames; what they emit is applied at once.
    void frames(int count = 1, double dt_s = 1.0 / 60);
    void apply(const Commands& given);
    void resize(double scale, int width_px, int height_px);

    /// The widget with this word; `panel` narrows the search. `scroll` turns the wheel over the panel to look for it.
    std::optional<WidgetRect> find(const std::string& label, const std::string& panel = {}, const std::string& kind = {}) const;
    bool sees(const std::string& label, const std::string& panel = {}) const { return find(label, panel).has_value(); }
    /// A text that contains these words is on the screen.
    bool reads(const std::string& part, const std::string& panel = {}) const;
    bool scroll_to(const std::string& label, const std::string& panel);

    /// Fails the test when there is no such widget.
    void click(const std::string& label, const std::string& panel = {}, const std::string& kind = {});
    void click_at(ImVec2 at);
    void drag(const WidgetRect& widget, double from_share, double to_share);
    void press(compat::Key key, bool ctrl = false);
    void type(const std::string& text);
    /// The control with the keyboard's ring.
    std::optional<WidgetRect> focused() const;
    /// Presses Tab until the ring is on the control with this word; false when it never comes there.
    bool tab_to(const std::string& label, const std::string& panel = {});
    /// Tab to it, then Space; fails the test when Tab does not come there.
    void press_by_keys(const std::string& label, const std::string& panel = {}, compat::Key key = compat::Key::space);
    void point_at(const WidgetRect& widget);

    const std::string& word(const std::string& key) const { return test_library().texts(key); }

    /// The last command of this kind, if any was emitted.
    template <class Kind>
    const Kind* emitted() const
    {
        for (std::size_t i = commands.size(); i-- > 0;) {
            if (const Kind* c = std::get_if<Kind>(&commands[i])) return c;
        }
        return nullptr;
    }

private:
    int width_, height_;
    double scale_;
    std::unique_ptr<Ui> ui_;
};

}  // namespace genu
