#include "session/figure_outline.hpp"

namespace genu {

namespace {

/// Catmull and Rom's curve through b and c.
template <class T>
T through(const T& a, const T& b, const T& c, const T& d, float t)
{
    return 0.5f * (2.0f * b + t * (c - a) + t * t * (2.0f * a - 5.0f * b + 4.0f * c - d) + t * t * t * (3.0f * b - a - 3.0f * c + d));
}

/// A section of the trunk: above the hips, forward of them, half its depth and half its width; of somebody of 1.6 m.
struct TrunkSection { float up, forward, depth, width; };
constexpr TrunkSection kTrunk[] = {
    {-0.035f, -0.022f, 0.092f, 0.158f}, {0.03f, -0.026f, 0.108f, 0.166f}, {0.09f, -0.012f, 0.098f, 0.150f}, {0.16f, 0.002f, 0.086f, 0.124f},
    {0.24f, 0.004f, 0.092f, 0.130f},    {0.31f, 0.000f, 0.104f, 0.146f},  {0.37f, -0.008f, 0.100f, 0.152f}, {0.415f, -0.020f, 0.082f, 0.140f},
    {0.447f, -0.030f, 0.060f, 0.105f},
};

}  // namespace

std::vector<Bead> smoothed(const std::vector<Bead>& beads)
{
    constexpr int kBetween = 3;
    std::vector<Bead> fine;
    for (std::size_t i = 0; i + 1 < beads.size(); ++i) {
        const Bead &b = beads[i], &c = beads[i + 1], &a = i > 0 ? beads[i - 1] : b, &d = i + 2 < beads.size() ? beads[i + 2] : c;
        for (int k = 0; k < kBetween; ++k) {
            const float t = static_cast<float>(k) / kBetween;
            fine.push_back({through(a.at, b.at, c.at, d.at, t), through(a.radius, b.radius, c.radius, d.radius, t)});
        }
    }
    if (!beads.empty()) fine.push_back(beads.back());
    return fine;
}

void FigureOutline::row(const std::vector<Bead>& beads)
{
    const std::vector<Bead> fine = smoothed(beads);
    for (std::size_t i = 1; i < fine.size(); ++i) shapes_.push_back({mirror_ * fine[i - 1].at, mirror_ * fine[i].at, fine[i - 1].radius, fine[i].radius, tone_});
}

void FigureOutline::trunk(const FigureBody& body)
{
    const float size = body.scale();
    // Wider than deep: three rows side by side.
    for (const float side : {-1.0f, 0.0f, 1.0f}) {
        std::vector<Bead> beads;
        for (const TrunkSection& s : kTrunk) beads.push_back({body.trunk(side * size * (s.width - s.depth), size * s.up, size * s.forward), size * s.depth});
        row(beads);
    }
    // From the neck over the slope of the shoulders to where the arms begin.
    for (const float side : {-1.0f, 1.0f}) {
        row({{body.trunk(0, size * 0.475f, -0.03f * size), 0.050f * size}, {body.trunk(side * 0.08f * size, size * 0.452f, -0.03f * size), 0.048f * size}, {body.shoulder(side), 0.054f * size}});
    }
}

void FigureOutline::head(const FigureBody& body)
{
    const float size = body.scale();
    const auto bead = [&](float up, float forward, float radius) { return Bead{body.head(size * up, size * forward), size * radius}; };
    row({bead(-0.02f, -0.002f, 0.062f), bead(0.03f, 0.004f, 0.054f), bead(0.07f, 0.012f, 0.051f), bead(0.11f, 0.016f, 0.053f)});  // neck
    row({bead(0.165f, -0.006f, 0.074f), bead(0.195f, -0.010f, 0.079f), bead(0.198f, 0.018f, 0.080f), bead(0.180f, 0.034f, 0.074f)});  // skull
    row({bead(0.165f, 0.042f, 0.064f), bead(0.130f, 0.055f, 0.050f), bead(0.098f, 0.066f, 0.030f)});  // face
    row({bead(0.125f, 0.022f, 0.048f), bead(0.098f, 0.064f, 0.029f)});  // jaw
    row({bead(0.160f, 0.092f, 0.013f), bead(0.136f, 0.108f, 0.011f), bead(0.128f, 0.098f, 0.010f)});  // nose
}

void FigureOutline::arm(const FigureArm& a, float size)
{
    const auto between = [&](glm::vec3 from, glm::vec3 to, float t, float radius) { return Bead{glm::mix(from, to, t), size * radius}; };
    const Limb& b = a.bones;
    row({between(b.root, b.middle, 0, 0.054f), between(b.root, b.middle, 0.22f, 0.051f), between(b.root, b.middle, 0.55f, 0.043f), between(b.root, b.middle, 0.85f, 0.036f), between(b.root, b.middle, 1, 0.036f)});
    row({between(b.middle, b.end, 0, 0.036f), between(b.middle, b.end, 0.22f, 0.040f), between(b.middle, b.end, 0.55f, 0.033f), between(b.middle, b.end, 0.88f, 0.0245f), between(b.middle, b.end, 1, 0.0235f)});
    hand(a, size);
}

void FigureOutline::hand(const FigureArm& a, float size)
{
    const auto at = [&](float along, float across, float radius) { return Bead{a.bones.end + size * (along * a.along + across * a.across), size * radius}; };
    if (a.is_fist) return row({at(0, 0, 0.024f), at(0.035f, 0, 0.036f), at(0.062f, 0, 0.034f)});
    // Flat: the palm is wider than thick, the fingers lie together.
    const float tip = share_of_height::kHand * 1.6f - 0.010f;
    for (const float side : {-1.0f, 1.0f}) {
        row({at(0, 0.008f * side, 0.0185f), at(0.045f, 0.020f * side, 0.0175f), at(0.095f, 0.022f * side, 0.015f), at(tip - 0.02f - 0.008f * side, 0.016f * side, 0.012f), at(tip, 0.009f * side, 0.009f)});
    }
    row({at(0.045f, 0, 0.020f), at(0.10f, 0, 0.018f)});
    row({at(0.03f, 0.026f, 0.015f), at(0.065f, 0.044f, 0.012f), at(0.098f, 0.050f, 0.009f)});
}

void FigureOutline::leg(const FigureLeg& l, float ankle_height, float size)
{
    const auto thigh = [&](float t, float front, float radius) { return Bead{glm::mix(l.bones.root, l.bones.middle, t) + size * front * l.thigh_front, size * radius}; };
    const auto shin = [&](float t, float front, float radius) { return Bead{glm::mix(l.bones.middle, l.bones.end, t) + size * front * l.shin_front, size * radius}; };
    row({thigh(-0.02f, -0.004f, 0.088f), thigh(0.15f, 0.000f, 0.084f), thigh(0.40f, 0.006f, 0.074f), thigh(0.68f, 0.005f, 0.061f), thigh(0.90f, 0.002f, 0.053f), thigh(1, 0, 0.052f)});
    row({thigh(0.93f, 0.014f, 0.046f), shin(0.06f, 0.014f, 0.044f)});  // kneecap
    row({shin(0, 0, 0.052f), shin(0.10f, -0.006f, 0.050f), shin(0.28f, -0.016f, 0.052f), shin(0.48f, -0.012f, 0.045f), shin(0.75f, -0.003f, 0.034f), shin(0.92f, 0.000f, 0.030f), shin(1, 0, 0.033f)});
    foot(l, ankle_height, size);
}

/// Heel, ball and toes touch the ground that the ankle stands over; the arch does not.
void FigureOutline::foot(const FigureLeg& l, float ankle_height, float size)
{
    const auto at = [&](float along, float above_sole, float radius) { return Bead{l.bones.end + size * along * l.foot_along + (size * above_sole - ankle_height) * l.foot_up, size * radius}; };
    const float length = 1.6f * share_of_height::kFoot, behind = 0.056f, tip = length - behind;
    const float ankle = ankle_height / size;
    row({at(0, ankle, 0.033f), at(-0.014f, 0.045f, 0.033f), at(0.030f - behind, 0.030f, 0.030f)});
    row({at(0.030f - behind, 0.030f, 0.030f), at(0.03f, 0.036f, 0.028f), at(0.09f, 0.027f, 0.024f), at(0.125f, 0.021f, 0.021f), at(tip - 0.013f, 0.013f, 0.013f)});
    row({at(0.004f, ankle, 0.034f), at(0.045f, 0.052f, 0.028f), at(0.10f, 0.030f, 0.020f), at(0.13f, 0.021f, 0.018f)});
}

}  // namespace genu
