// "Where does it hurt?" on the built leg.
#include <algorithm>
#include <cmath>

#include "session/build_frame.hpp"
#include "session/questions.hpp"
#include "session/quiz.hpp"
#include "session/quiz_order.hpp"
#include "session/scene_math.hpp"
#include "session/skin_points.hpp"
#include "session/update.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

const Library& built()
{
    static const Library loaded = [] {
        const Result<ProgramFiles> files = ProgramFiles::find();
        REQUIRE(files.ok());
        Result<Library> library = Library::load(*files, GENU_MODEL, "en");
        REQUIRE(library.ok());
        return std::move(library).value();
    }();
    return loaded;
}

/// The skin at a height and an angle round the leg: 0 straight back, 90 the outer side.
glm::vec3 skin_at(float height_m, float angle_deg)
{
    const Mesh* skin = built().model.find(StructureId("region.skin"));
    REQUIRE(skin);
    Bounds slice;
    for (const glm::vec3& p : skin->position_m) if (std::abs(p.y - height_m) < 0.01f) slice.add(p);
    const float angle = angle_deg * 3.14159265f / 180;
    const glm::vec2 out(-std::sin(angle), -std::cos(angle));
    glm::vec3 best(0);
    float best_score = -1e9f;
    for (const glm::vec3& p : skin->position_m) {
        const glm::vec2 from(p.x - slice.centre().x, p.z - slice.centre().z);
        if (std::abs(p.y - height_m) > 0.01f || glm::length(from) < 1e-4f) continue;
        const float score = glm::dot(glm::normalize(from), out) - 20 * std::abs(p.y - height_m);
        if (score > best_score) {
            best_score = score;
            best = p;
        }
    }
    return best;
}

/// The skin straight behind the middle between the condyles, which is x = 0.
glm::vec3 behind_knee(float height_m)
{
    const Mesh* skin = built().model.find(StructureId("region.skin"));
    REQUIRE(skin);
    glm::vec3 best(1);
    for (const glm::vec3& p : skin->position_m) {
        if (p.z < 0 && std::hypot(p.x, p.y - height_m) < std::hypot(best.x, best.y - height_m)) best = p;
    }
    return best;
}

float depth_of(const std::vector<Beneath>& beneath, const char* id)
{
    for (const Beneath& b : beneath) if (b.id == StructureId(id)) return b.depth_m;
    return -1;
}

AppState painted(float height_m, float angle_deg)
{
    AppState state = initial_state(built());
    state.settings.reduced_motion = true;
    update(state, built(), {cmd::Paint{skin_at(height_m, angle_deg), 14}}, 0);
    return state;
}

}  // namespace

TEST_CASE("under the middle of the hollow lie nerve, vein and artery, in this order and deeper than the skin")
{
    AppState state = initial_state(built());
    update(state, built(), {cmd::Paint{behind_knee(0.03f), 14}}, 0);
    const float nerve = depth_of(state.beneath, "nerve.tibial"), vein = depth_of(state.beneath, "vein.popliteal"), artery = depth_of(state.beneath, "artery.popliteal");
    CHECK(nerve > 0.002f);
    CHECK(vein > nerve);
    CHECK(artery > 0);
    CHECK(artery < 0.06f);
    CHECK(std::is_sorted(state.beneath.begin(), state.beneath.end(), [](const Beneath& a, const Beneath& b) { return a.depth_m < b.depth_m; }));
}

TEST_CASE("the place of a spot is ticked, visibly because of the spot, and is taken back with it")
{
    const auto [height, angle, id] = GENERATE(std::tuple{0.0f, 0.0f, "symptom.loc_post_mid"}, std::tuple{0.0f, -55.0f, "symptom.loc_post_med"},
                                              std::tuple{0.0f, 55.0f, "symptom.loc_post_lat"}, std::tuple{0.02f, 180.0f, "symptom.loc_ant"},
                                              std::tuple{-0.15f, 0.0f, "symptom.loc_calf"}, std::tuple{0.2f, 0.0f, "symptom.loc_thigh_buttock"});
    AppState state = painted(height, angle);
    const FindingId finding(id);
    INFO(id);
    CHECK(state.view.answers.ticked == std::set<FindingId>{finding});
    CHECK(state.view.placed.contains(finding));
    update(state, built(), {cmd::ClearSpots{}}, 0);
    CHECK(state.view.answers.ticked.empty());
    CHECK(state.beneath.empty());
    update(state, built(), {cmd::Undo{}}, 0);
    CHECK(state.view.answers.ticked.contains(finding));
    CHECK_FALSE(state.beneath.empty());
}

TEST_CASE("what the reader says by hand stands, whatever is painted")
{
    AppState state = painted(0, -55);
    const FindingId inner("symptom.loc_post_med");
    update(state, built(), {cmd::Deny{inner, true}}, 0);
    CHECK_FALSE(state.view.placed.contains(inner));
    update(state, built(), {cmd::Paint{skin_at(0.02f, -60), 14}}, 0);
    CHECK_FALSE(state.view.answers.ticked.contains(inner));
    update(state, built(), {cmd::Tick{inner, true}, cmd::ClearSpots{}}, 0);
    CHECK(state.view.answers.ticked.contains(inner));
}

TEST_CASE("a point of the bent leg's skin leads back to its place at rest")
{
    Pose pose;
    pose[JointAxis::knee_flexion] = 60;
    const auto joints = joint_matrices(built(), pose, {});
    const glm::vec3 rest = skin_at(-0.15f, 0);
    const glm::vec3 posed = skin_point_posed(built(), joints, rest);
    CHECK(glm::distance(posed, rest) > 0.03f);
    CHECK(glm::distance(skin_point_at_rest(built(), joints, posed), rest) < 0.002f);
}

TEST_CASE("while the skin takes paint only the skin is drawn, whole and with the spots on it")
{
    AppState state = painted(0, 0);
    update(state, built(), {cmd::SetPanel{Panel::explore, true}, cmd::SetExploreStep{ExploreStep::where}}, 0);
    const Frame frame = build_frame(state, built());
    REQUIRE(frame.items.size() == 1);
    CHECK(built().model.meshes[frame.items[0].mesh].id == StructureId("region.skin"));
    CHECK(frame.items[0].opacity == 1);
    CHECK(frame.items[0].painted);
    CHECK(frame.spots.size() == 1);
}

TEST_CASE("plain questions fit what is painted, leave out what was answered, and not sure is an answer")
{
    AppState state = painted(-0.15f, 0);
    const std::vector<PlainQuestion> first = plain_questions(state, built());
    REQUIRE(first.size() > 5);
    const FindingId asked = first.front().findings.front();
    update(state, built(), {cmd::Skip{asked, true}}, 0);
    for (const PlainQuestion& q : plain_questions(state, built())) CHECK(q.findings.front() != asked);
    CHECK(plain_answered(state, built()) == 1);
    CHECK_FALSE(state.view.answers.ticked.contains(asked));
    // Another place, other questions.
    const std::vector<PlainQuestion> front = plain_questions(painted(0.02f, 180), built());
    CHECK(front.front().findings.front() != first.front().findings.front());
}

TEST_CASE("the orders that the quiz asks for are measured on the leg: clear gaps, at least three structures")
{
    int asked = 0;
    for (const std::string& item : order_items(built())) {
        const std::vector<std::string> ids = structures_in_order(built(), item);
        INFO(item);
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
        asked += ids.size() >= 3;
    }
    CHECK(asked >= 5);
    QuizState quiz;
    quiz.kind = QuizKind::order;
    REQUIRE(next_question(quiz, built(), Progress{}, 0));
    CHECK(quiz.right.size() == quiz.choices.size());
    CHECK_FALSE(quiz_reason(built(), quiz, false).empty());
}
