#pragma once
// What the mouse means in the picture. Left drag turns, right or middle drag (or shift and left) moves, the wheel zooms to
// the pointer, a click without a drag selects, resting shows the name. Where the skin takes paint, left drag on it paints.
#include <functional>
#include <optional>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "ui/ui.hpp"

namespace genu {

class Pointer {
public:
    // Set by the window before each call of commands().
    glm::dvec2 position_px{0};
    bool left = false, right = false, shift = false;
    double scrolled = 0;  ///< wheel steps since the last call; positive: away from the reader
    double now_s = 0;
    Tool tool = Tool::none;  ///< what a left drag in the picture does

    /// While this is set a press on the skin paints: it gives the place at rest under a pixel, none beside the skin.
    std::function<std::optional<glm::vec3>(glm::ivec2)> skin;

    using Pick = std::function<StructureId(glm::ivec2)>;
    /// What a note is drawn on there: a structure and a point of it, else a point in the picture's plane.
    struct Aimed { StructureId id; glm::vec3 point_m{0}; };
    using Aim = std::function<Aimed(glm::ivec2)>;
    Commands commands(const UiOutput& ui, const Pick& pick, const Aim& aim);

private:
    enum class Drag { none, turn, move, note, paint, elsewhere };
    void drag(const UiOutput& ui, Commands& out, const Pick& pick, const Aim& aim);
    void draw_note(Commands& out, const Aim& aim);
    void paint(Commands& out);
    void wheel(const UiOutput& ui, Commands& out);
    void hover(const UiOutput& ui, Commands& out, const Pick& pick);

    Drag drag_ = Drag::none;
    bool moved_ = false;            ///< far enough to be a drag and not a click
    glm::dvec2 drawn_px_{0};        ///< where the note was extended last
    glm::dvec2 pressed_px_{0}, last_px_{0}, hovered_px_{-1};
    double zoomed_at_s_ = -1;
    bool zooming_ = false;
};

}  // namespace genu
