// The figure behind an exercise: an adult's proportions, feet on the ground, hands where the exercise wants them.
#include "session/figure.hpp"
#include "session/figure_body.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"
#include "unit/posed_leg.hpp"

using namespace genu;

namespace {

std::vector<const Exercise*> animated()
{
    std::vector<const Exercise*> list;
    for (const Exercise& e : posed::leg().knowledge.exercises) if (!e.keyframes.empty()) list.push_back(&e);
    return list;
}

FigureJoints joints_at(const Exercise& e, double t_s)
{
    static const FigureMeasures of = figure_measures(posed::leg());
    return figure_joints(of, posed::leg().skeleton, e, posed::leg().skeleton.clamped(exercise_pose(e, t_s)));
}

std::vector<double> times_of(const Exercise& e)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < e.keyframes.size(); ++i) {
        times.push_back(e.keyframes[i].t_s);
        if (i > 0) for (const double t : {0.25, 0.5, 0.75}) times.push_back(e.keyframes[i - 1].t_s + t * (e.keyframes[i].t_s - e.keyframes[i - 1].t_s));
    }
    return times;
}

std::vector<BackdropShape> shapes_of(const Exercise& e, const Pose& pose)
{
    AppState state = initial_state(posed::leg());
    state.view.exercise = e.id;
    return exercise_figure(state, posed::leg(), pose);
}

const Exercise& exercise(const char* id)
{
    const Exercise* found = posed::leg().knowledge.find(ExerciseId(id));
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("the figure is as tall as an adult with this leg, and its parts have an adult's shares of it")
{
    const Exercise& e = exercise("exercise.single_leg_stance");
    const FigureMeasures of = figure_measures(posed::leg());
    // Women of ANSUR II (Gordon 2014): 1.63 m, SD 0.06, hips at 0.52 of it; men 1.76, SD 0.07.
    CHECK(of.height_m > 1.5f);
    CHECK(of.height_m < 1.9f);
    const FigureJoints joints = joints_at(e, 0);
    float top = -9;
    for (const BackdropShape& s : shapes_of(e, Pose{})) top = std::max({top, s.a_m.y + s.a_radius_m, s.b_m.y + s.b_radius_m});
    CHECK(top - joints.ground_m == Approx(of.height_m).epsilon(0.02));
    for (const FigureArm& arm : joints.arms) {
        CHECK(glm::distance(arm.bones.root, arm.bones.middle) == Approx(0.186 * of.height_m).epsilon(0.01));
        CHECK(glm::distance(arm.bones.middle, arm.bones.end) == Approx(0.146 * of.height_m).epsilon(0.01));
    }
    // The other leg is the leg's own mirror image.
    const FigureLeg& leg = joints.other_leg;
    const double thigh = glm::distance(leg.bones.root, leg.bones.middle) / of.height_m, shank = glm::distance(leg.bones.middle, leg.bones.end) / of.height_m;
    CHECK(thigh == Approx(0.245).margin(0.02));
    CHECK(shank == Approx(0.246).margin(0.02));
}

TEST_CASE("no foot goes below the ground, and none of the figure below what it stands or lies on")
{
    const Mesh* skin = posed::leg().model.find(StructureId("region.skin"));
    REQUIRE(skin);
    for (const Exercise* e : animated()) {
        for (const double t : times_of(*e)) {
            const Pose pose = posed::leg().skeleton.clamped(exercise_pose(*e, t));
            AppState state = initial_state(posed::leg());
            state.view.exercise = e->id;
            const auto joints = joint_matrices(posed::leg(), pose, root_motion(state, posed::leg(), pose));
            const FigureJoints figure = joints_at(*e, t);
            double low = 9;
            for (std::size_t v = 0; v < skin->position_m.size(); v += 5) low = std::min(low, static_cast<double>(skinned(*skin, joints, v).y));
            INFO(e->id.text() << " at " << t << " s, " << 1e3 * (low - static_cast<double>(figure.ground_m)) << " mm");
            // Flesh gives way on a mat; a foot on the ground is drawn as it stands without weight.
            CHECK(low > static_cast<double>(figure.ground_m) - (figure.is_lying ? 0.03 : 0.006));
            const FigureLeg& leg = figure.other_leg;
            CHECK(leg.bones.end.y > figure.ground_m + 0.02f);
        }
    }
}

TEST_CASE("a foot that carries the body stays where it is")
{
    for (const Exercise* e : animated()) {
        if (e->posture != "standing" || e->both_legs) continue;
        const FigureLeg at_first = joints_at(*e, 0).other_leg;
        const bool is_planted = at_first.bones.end.y - joints_at(*e, 0).ground_m < 0.09f;
        if (!is_planted) continue;
        for (const double t : times_of(*e)) {
            INFO(e->id.text() << " at " << t << " s");
            CHECK(glm::distance(joints_at(*e, t).other_leg.bones.end, at_first.bones.end) < 0.002f);
        }
    }
}

TEST_CASE("hands stay on the wall, and a hand that holds the foot reaches it")
{
    for (const char* id : {"exercise.gastroc_wall", "exercise.soleus_wall"}) {
        const Exercise& e = exercise(id);
        const FigureJoints first = joints_at(e, 0);
        for (const double t : times_of(e)) {
            const FigureJoints now = joints_at(e, t);
            INFO(id << " at " << t << " s");
            for (std::size_t i = 0; i < 2; ++i) {
                CHECK(glm::distance(now.arms[i].bones.end, first.arms[i].bones.end) < 0.005f);
                CHECK(now.wall_z_m - now.arms[i].bones.end.z < 0.06f);
            }
            CHECK(now.other_leg.bones.middle.z < now.wall_z_m);
        }
    }
    const Exercise& quad = exercise("exercise.quad_standing");
    const FigureMeasures of = figure_measures(posed::leg());
    const FigureBody held(of, posed::leg().skeleton, quad, posed::leg().skeleton.clamped(exercise_pose(quad, 33)));
    CHECK(glm::distance(joints_at(quad, 33).arms[1].bones.end, held.ankle()) < 0.15f);
}
