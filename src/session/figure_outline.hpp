#pragma once
// The outline of a calm adult from round beads: what the joints of the figure look like.
#include <vector>

#include "scene/frame.hpp"
#include "session/figure_body.hpp"

namespace genu {

/// A ball of the outline; a row of them is drawn as one smooth shape.
struct Bead { glm::vec3 at{0}; float radius = 0; };

/// Beads between these, on smooth curves through them.
std::vector<Bead> smoothed(const std::vector<Bead>& beads);

class FigureOutline {
public:
    FigureOutline(float mirror, glm::vec3 props) : props_(props), mirror_(mirror, 1, 1) {}

    void tone(glm::vec3 colour) { tone_ = colour; }
    void prop(glm::vec3 a, glm::vec3 b, float half_width) { shapes_.push_back({mirror_ * a, mirror_ * b, half_width, half_width, props_}); }
    void row(const std::vector<Bead>& beads);
    void trunk(const FigureBody& body);
    void head(const FigureBody& body);
    void arm(const FigureArm& arm, float scale);
    void hand(const FigureArm& arm, float scale);
    void leg(const FigureLeg& leg, float ankle_height_m, float scale);
    void foot(const FigureLeg& leg, float ankle_height_m, float scale);
    std::vector<BackdropShape> finish() && { return std::move(shapes_); }

private:
    glm::vec3 props_, mirror_, tone_{0.5f};
    std::vector<BackdropShape> shapes_;
};

}  // namespace genu
