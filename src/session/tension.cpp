#include "session/tension.hpp"

#include <algorithm>
#include <cmath>

#include "session/follow.hpp"
#include "session/scene_math.hpp"
#include "session/strain_scale.hpp"

namespace genu {

namespace {

constexpr double kNoChange_mm = 0.5;
constexpr double kFullNerveStrain = 0.02;  // the largest change of a nerve in these tests is near it

double greatest(const std::vector<LengthBar>& bars, const std::vector<TensionCompared>& compared, TensionGroup group)
{
    double change = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const bool larger = std::abs(bars[i].change_mm) > std::abs(change);
        if (compared[i].group == group && larger) change = bars[i].change_mm;
    }
    return change;
}

TensionVerdict verdict_of(const TensionFinding& f)
{
    const auto changed = [](double mm) { return std::abs(mm) >= kNoChange_mm; };
    if (f.moved_deg == 0) return TensionVerdict::not_moved;
    if (!changed(f.nerve_mm)) return changed(f.hamstring_mm) || changed(f.calf_mm) ? TensionVerdict::muscle_only : TensionVerdict::nothing;
    if (changed(f.hamstring_mm)) return TensionVerdict::nerve_and_hamstrings;
    return changed(f.calf_mm) ? TensionVerdict::nerve_and_calf : TensionVerdict::nerve_only;
}

}  // namespace

const char* name_of(TensionVerdict verdict)
{
    constexpr const char* names[] = {"not_moved", "nothing", "nerve_only", "nerve_and_calf", "nerve_and_hamstrings", "muscle_only"};
    return names[static_cast<std::size_t>(verdict)];
}

const TensionTest* tension_test(const AppState& state, const Library& library) { return library.tension.find(state.view.tension.test); }

const TensionMove* tension_move(const AppState& state, const Library& library)
{
    const TensionTest* test = tension_test(state, library);
    return test ? test->find(state.view.tension.move) : nullptr;
}

std::vector<LengthBar> tension_bars(const AppState& state, const Library& library)
{
    std::vector<LengthBar> bars;
    for (const TensionCompared& item : library.tension.compared) {
        LengthBar bar{item.id, 0, 0, 0, item.group == TensionGroup::nerve};
        if (const PathRecord* path = library.path_of(item.id)) {
            const double before_m = path_length_m(library.skeleton, *path, state.view.tension.from);
            const double now_m = path_length_m(library.skeleton, *path, state.view.pose);
            bar.length_mm = 1e3 * now_m;
            bar.change_mm = 1e3 * (now_m - before_m);
            bar.strain = now_m / before_m - 1;
        }
        bars.push_back(bar);
    }
    return bars;
}

TensionFinding tension_finding(const AppState& state, const Library& library)
{
    TensionFinding finding;
    const TensionMove* move = tension_move(state, library);
    if (!move) return finding;
    const std::vector<LengthBar> bars = tension_bars(state, library);
    finding.moved_deg = state.view.pose[move->joint] - state.view.tension.from[move->joint];
    finding.nerve_mm = greatest(bars, library.tension.compared, TensionGroup::nerve);
    finding.hamstring_mm = greatest(bars, library.tension.compared, TensionGroup::hamstring);
    finding.calf_mm = greatest(bars, library.tension.compared, TensionGroup::calf);
    finding.verdict = verdict_of(finding);
    return finding;
}

glm::vec3 tension_colour(double strain)
{
    const double share = std::sqrt(std::min(std::abs(strain) / kFullNerveStrain, 1.0));
    return cividis(std::copysign(share, strain));
}

std::vector<double> tension_legend_steps() { return {kFullNerveStrain, 0.25 * kFullNerveStrain, 0, -0.25 * kFullNerveStrain, -kFullNerveStrain}; }

Camera tension_camera(const AppState& state, const Library& library, const TensionTest& test)
{
    Bounds bounds;
    std::vector<StructureId> ids = library.tension.shown;
    ids.insert(ids.end(), {StructureId("bone.femur"), StructureId("bone.calcaneus"), StructureId("bone.hip")});
    for (const TensionMove& move : test.moves) {
        for (const double deg : {move.low_deg, move.high_deg}) {
            Pose pose = test.start;
            pose[move.joint] = deg;
            bounds.add(posed_bounds(library, joint_matrices(library, pose, root_motion(state, library, pose)), ids));
        }
    }
    const float side = state.view.left_side ? -1.0f : 1.0f;
    Camera camera = state.view.camera;
    camera.yaw_rad = side * test.yaw_deg * 3.14159265f / 180;
    camera.pitch_rad = test.pitch_deg * 3.14159265f / 180;
    bounds = shown_bounds(bounds, state.view.left_side);
    Camera fit = fitted(camera, bounds, static_cast<float>(state.picture_aspect));
    fit.distance_m *= 0.72f;  // the sphere round the leg is wider than the leg
    return fit;
}

}  // namespace genu
