// Contrast of the theme's own tokens, by the formula of WCAG 2.2 (relative luminance, sRGB).
#include <cmath>

#include "support/catch.hpp"
#include "ui/theme.hpp"

using namespace genu;

namespace {

double linear(unsigned channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 colour)
{
    return 0.2126 * linear((colour >> IM_COL32_R_SHIFT) & 255u) + 0.7152 * linear((colour >> IM_COL32_G_SHIFT) & 255u) + 0.0722 * linear((colour >> IM_COL32_B_SHIFT) & 255u);
}

double contrast(ImU32 a, ImU32 b)
{
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

}  // namespace

TEST_CASE("words have the contrast of WCAG AA on every surface of both themes")
{
    const bool light = GENERATE(false, true);
    const Palette& p = palette(light);
    CAPTURE(light);
    const std::pair<const char*, ImU32> grounds[] = {{"rail", p.rail}, {"panel", p.panel}, {"card", p.card}, {"raised", p.raised}, {"sunk", p.sunk}};
    for (const auto& [ground_name, ground] : grounds) {
        for (const auto& [ink_name, ink] : {std::pair{"text", p.text}, {"quiet", p.quiet}, {"accent", p.accent}}) {
            INFO(ink_name << " on " << ground_name << ": " << contrast(ink, ground));
            CHECK(contrast(ink, ground) >= 4.5);
        }
    }
    CHECK(contrast(p.on_accent, p.accent) >= 4.5);
    CHECK(contrast(p.on_warning, p.warning) >= 4.5);
    // The pressed-in look: accent words on the accent, thinly laid over each surface.
    for (const auto& [ground_name, ground] : grounds) {
        const double share = static_cast<double>((p.accent_soft >> IM_COL32_A_SHIFT) & 255u) / 255;
        INFO("accent on accent_soft on " << ground_name);
        CHECK(contrast(p.accent, blended(ground, p.accent, static_cast<float>(share))) >= 3.0);
    }
}

TEST_CASE("what can be pressed shows its edge or its place: the focus ring has three to one")
{
    const bool light = GENERATE(false, true);
    const Palette& p = palette(light);
    for (const ImU32 ground : {p.rail, p.panel, p.card}) CHECK(contrast(p.accent, ground) >= 3.0);
}
