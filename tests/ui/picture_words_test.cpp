#include <cmath>

#include "support/catch.hpp"
#include "ui/label_layout.hpp"
#include "ui/picture_words.hpp"

using namespace genu;

namespace {

bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d)
{
    const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

}  // namespace

TEST_CASE("from behind, a right leg's outer side is at the right; a left leg's at the left")
{
    Camera behind;
    behind.yaw_rad = 3.14159265f;
    // Seen from behind, +X (the inner side of a right leg) points to the left of the picture.
    CHECK(picture_sides(behind, false).left == "inner");
    CHECK(picture_sides(behind, false).right == "outer");
    CHECK(picture_sides(behind, true).right == "inner");
    Camera inner_side;
    inner_side.yaw_rad = 1.5707963f;
    CHECK(picture_sides(inner_side, false).left == "front");
    CHECK(picture_sides(inner_side, false).right == "back");
}

TEST_CASE("the scale bar is a round length that fits and is true at the target")
{
    Camera camera;
    camera.distance_m = 1;
    camera.fov_y_rad = 0.45f;
    const ScaleBar bar = scale_bar(camera, 800, 140);
    // The picture is 2 tan(0.225) = 457.8 mm high, so 800 px show 1.7475 px per mm: 50 mm are 87 px, 100 mm too long.
    CHECK(bar.millimetres == Approx(50));
    CHECK(bar.length == Approx(87.4).margin(0.2));
    CHECK(scale_bar(camera, 0, 140).length == 0);
}

TEST_CASE("labels do not overlap and their leader lines do not cross")
{
    // Anchors on a tangle of places, as a leg from behind has them.
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 40; ++i) {
        const auto x = static_cast<float>(500 + (i * 73) % 200), y = static_cast<float>(120 + (i * 137) % 560);
        wishes.push_back({{x, y}, {static_cast<float>(80 + (i * 31) % 90), 16}, i % 9 == 0});
    }
    const std::vector<PlacedLabel> placed = place_labels(wishes, {{0, 60}, {1200, 760}, 60, 60, 26, 40, 80});
    REQUIRE(placed.size() >= 30);
    for (std::size_t a = 0; a < placed.size(); ++a) {
        const glm::vec2 a_high = placed[a].low + wishes[placed[a].index].size;
        CHECK(placed[a].low.y >= 60);
        CHECK(a_high.y <= 760);
        CHECK(placed[a].anchor == wishes[placed[a].index].anchor);
        for (std::size_t b = a + 1; b < placed.size(); ++b) {
            const glm::vec2 b_high = placed[b].low + wishes[placed[b].index].size;
            const bool apart = a_high.x <= placed[b].low.x || b_high.x <= placed[a].low.x || a_high.y <= placed[b].low.y || b_high.y <= placed[a].low.y;
            CHECK(apart);
            CHECK_FALSE(segments_cross(placed[a].start, placed[a].anchor, placed[b].start, placed[b].anchor));
        }
    }
}

TEST_CASE("labels of two lines push the others away as far as they need")
{
    // Every third one is twice as high.
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 24; ++i) {
        const auto x = static_cast<float>(300 + (i * 53) % 170), y = static_cast<float>(100 + (i * 97) % 300);
        wishes.push_back({{x, y}, {100, i % 3 == 0 ? 34.0f : 17.0f}, false, static_cast<float>(i)});
    }
    const std::vector<PlacedLabel> placed = place_labels(wishes, {{0, 0}, {800, 600}, 0, 0, 26, 40, 80});
    REQUIRE(placed.size() == 24);
    for (std::size_t a = 0; a < placed.size(); ++a) {
        CHECK(placed[a].low.y >= 0);
        CHECK(placed[a].low.y + wishes[placed[a].index].size.y <= 600);
        for (std::size_t b = a + 1; b < placed.size(); ++b) {
            if (placed[a].start.x != placed[b].start.x) continue;
            const float between = std::abs(placed[a].start.y - placed[b].start.y);
            CHECK(between >= 0.5f * (wishes[placed[a].index].size.y + wishes[placed[b].index].size.y) + 4);
            CHECK_FALSE(segments_cross(placed[a].start, placed[a].anchor, placed[b].start, placed[b].anchor));
        }
    }
}

TEST_CASE("where there is room for few labels the strong ones and the nearest are kept")
{
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 20; ++i) wishes.push_back({{100.0f + static_cast<float>(i), 50.0f + static_cast<float>(i)}, {40, 12}, i == 3 || i == 16, static_cast<float>(i)});
    const std::vector<PlacedLabel> placed = place_labels(wishes, {{0, 0}, {300, 80}, 0, 0, 20, 40, 20});
    bool third = false, sixteenth = false;
    for (const PlacedLabel& p : placed) {
        third = third || p.index == 3;
        sixteenth = sixteenth || p.index == 16;
    }
    CHECK(third);
    CHECK(sixteenth);
    CHECK(placed.size() <= 8);
    for (const PlacedLabel& p : placed) CHECK((p.index == 16 || p.index < 10 + 3));
}

TEST_CASE("labels outside the picture are left out")
{
    CHECK(place_labels({{{-50, 20}, {40, 12}, true, 0}, {{20, 900}, {40, 12}, true, 0}}, {{0, 0}, {300, 300}, 0, 0, 20, 40, 20}).empty());
}
