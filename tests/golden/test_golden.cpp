#include "golden/golden.hpp"
#include "golden/little_knee.hpp"

using namespace genu;
using namespace genu::test;

namespace {

constexpr glm::vec3 kPrimary(0.791f, 0.347f, 0.0f), kSecondary(0.093f, 0.456f, 0.815f), kReferred(0.604f, 0.191f, 0.386f);

struct LittleKnee : Stage {
    explicit LittleKnee(Quality quality = {1, true, false, false}) : Stage(little_knee(), quality), frame(little_knee_frame(model)) { size = {320, 240}; }
    DrawItem& operator[](const std::string& id) { return item(frame, model, id); }
    Frame frame;
};

void give_role(DrawItem& drawn, glm::vec3 colour, Pattern pattern)
{
    drawn.tint = colour;
    drawn.tint_strength = 0.75f;
    drawn.pattern = pattern;
}

}  // namespace

TEST_CASE("golden: tissues in dark light")
{
    LittleKnee knee;
    check_golden("tissues", knee.draw(knee.frame));
}

TEST_CASE("golden: four samples and shadows on a light background")
{
    LittleKnee knee(Quality::still());
    knee.frame.background = {glm::vec3(0.90f), glm::vec3(0.80f), false};
    check_golden("still_light", knee.draw(knee.frame));
}

TEST_CASE("golden: roles, patterns, glow and the outline of what is selected")
{
    LittleKnee knee;
    give_role(knee["muscle.calf"], kPrimary, Pattern::none);
    give_role(knee["muscle.left"], kSecondary, Pattern::stripes);
    give_role(knee["muscle.right"], kReferred, Pattern::dots);
    knee["nerve.middle"].tint = kPrimary;
    knee["nerve.middle"].glow = 0.8f;
    knee["muscle.calf"].selected = true;
    knee["bone.condyle"].selected = true;
    check_golden("roles", knee.draw(knee.frame));
}

TEST_CASE("golden: x-ray muscles and a faded vein over solid bones")
{
    LittleKnee knee;
    for (const char* id : {"muscle.calf", "muscle.left", "muscle.right"}) knee[id].xray = true;
    knee["vein.middle"].opacity = 0.35f;
    check_golden("see_through", knee.draw(knee.frame));
}

TEST_CASE("golden: a section with its cut faces")
{
    LittleKnee knee;
    knee.frame.camera.yaw_rad = 0.75f * glm::pi<float>();
    knee.frame.camera.pitch_rad = 0.5f;
    knee.frame.section = {true, {0, 1, 0}, 0.06f};
    check_golden("section", knee.draw(knee.frame));
}

TEST_CASE("golden: a bent and mirrored knee")
{
    LittleKnee knee;
    knee.frame.mirrored = true;
    const float c = std::cos(0.4f), s = std::sin(0.4f);
    knee.frame.joints[1] = {glm::vec4(c, -s, 0, 0.03f), glm::vec4(s, c, 0, 0), glm::vec4(0, 0, 1, 0)};
    check_golden("bent_mirrored", knee.draw(knee.frame));
}

TEST_CASE("a wrong picture fails the comparison")
{
    LittleKnee knee;
    const Image reference = golden("tissues");
    CHECK(is_like(knee.draw(knee.frame), reference));
    SECTION("one structure missing")
    {
        knee.frame.items.erase(knee.frame.items.begin() + 7);  // the nerve, 7 mm thin
        CHECK_FALSE(is_like(knee.draw(knee.frame), reference));
    }
    SECTION("the camera turned by one degree")
    {
        knee.frame.camera.yaw_rad += glm::radians(1.0f);
        CHECK_FALSE(is_like(knee.draw(knee.frame), reference));
    }
    SECTION("another tissue's colour")
    {
        knee["muscle.left"].material = material("tendon");
        CHECK_FALSE(is_like(knee.draw(knee.frame), reference));
    }
    SECTION("another size")
    {
        knee.size = {319, 240};
        CHECK_FALSE(is_like(knee.draw(knee.frame), reference));
    }
}

TEST_CASE("golden: ink round every structure on white")
{
    LittleKnee knee;
    knee.frame.background = {glm::vec3(1), glm::vec3(1), false};
    knee.frame.ink.strength = 0.9f;
    check_golden("ink", knee.draw(knee.frame));
}

TEST_CASE("golden: folds darkened where structures meet")
{
    LittleKnee knee({1, true, false, false, true});
    check_golden("ambient", knee.draw(knee.frame));
}
