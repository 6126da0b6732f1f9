#pragma once
// Where the parts of the window lie, in points. Plain arithmetic, so that tests can ask for any size.
namespace genu {

struct RectPt {
    float x = 0, y = 0, width = 0, height = 0;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool empty() const { return width < 1 || height < 1; }
};

struct LayoutWish {
    float width_pt = 1440, height_pt = 900;
    bool panel = true;           ///< the panel is open
    bool card = false;           ///< something is chosen
    bool timeline = false;       ///< an exercise is chosen
    bool card_before_panel = true;  ///< which of the two stays when there is room for one
};

/// The picture keeps half of the window: of its area from 1000 points of width on, of its width below that.
/// Empty rectangles are parts that are not there.
struct Layout {
    RectPt top, rail, panel, picture, card, timeline;
    bool panel_folded = false;   ///< wanted, but no room: the rail brings it back
    bool card_folded = false;
};

Layout make_layout(const LayoutWish& wish);

/// The first page: its words at the left, the leg at the right where there is room for it.
struct WelcomeLayout { RectPt page, picture; };
WelcomeLayout welcome_layout(float width_pt, float height_pt);

}  // namespace genu
