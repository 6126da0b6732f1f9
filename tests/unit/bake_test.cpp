// The baked exercises, played as any glTF player plays them, against the program's own poses.
#include <cstdlib>

#include "posed_leg.hpp"
#include "scene/gltf.hpp"
#include "session/bake.hpp"
#include "session/joint_motion.hpp"

using namespace genu;
using namespace genu::posed;

namespace {

/// Skin matrices between two keys: places and scales go straight, turns by the shortest way.
std::vector<SkinMatrix> played(const Animation& animation, const BakedClip& clip, std::size_t key, float t)
{
    std::vector<SkinMatrix> matrices;
    for (std::size_t j = 0; j < clip.joints[key].size(); ++j) {
        const JointKey &a = clip.joints[key][j], &b = clip.joints[key + 1][j];
        JointMotion m;
        m.place_m = glm::dvec3(glm::mix(a.place_m, b.place_m, t));
        m.frame = glm::dquat(animation.rest_turn[j]);
        m.turn = glm::dquat(glm::slerp(a.turn, b.turn, t)) * glm::conjugate(m.frame);
        m.scale = glm::dvec3(glm::mix(a.scale, b.scale, t));
        matrices.push_back(skin_matrix(m, leg().model.joints[j].rest_m, {}));
    }
    return matrices;
}

/// What 99 of 100 points keep within. A string that meets or leaves a bone between two keys, and the skin above it, may jump for a moment.
double nearly_all_mm(const std::vector<SkinMatrix>& a, const std::vector<SkinMatrix>& b)
{
    std::vector<double> off;
    for (const Mesh& mesh : leg().model.meshes) {
        const auto p = posed::skinned(mesh, a), q = posed::skinned(mesh, b);
        for (std::size_t v = 0; v < p.size(); v += 37) off.push_back(1e3 * glm::distance(p[v], q[v]));
    }
    std::sort(off.begin(), off.end());
    return off[off.size() * 99 / 100];
}

}  // namespace

TEST_CASE("a baked exercise shows what the program shows, at its keys and between them")
{
    const Library& library = leg();
    for (const char* id : {"exercise.gastroc_wall", "exercise.heel_slide"}) {
        const Exercise* exercise = library.knowledge.find(ExerciseId(id));
        REQUIRE(exercise);
        const Animation animation = bake_exercises({*exercise}, library.model, library.skeleton, *library.shape);
        REQUIRE(animation.clips.size() == 1);
        const BakedClip& clip = animation.clips[0];
        CHECK(clip.name == id);
        REQUIRE(clip.time_s.size() >= 4);
        for (std::size_t k = 0; k + 1 < clip.time_s.size(); ++k) {
            for (const float t : {0.0f, 0.5f}) {
                const double time = exercise->keyframes.front().t_s + static_cast<double>(glm::mix(clip.time_s[k], clip.time_s[k + 1], t));
                const Pose pose = library.skeleton.clamped(exercise_pose(*exercise, time));
                INFO(id << " at " << time << " s");
                CHECK(nearly_all_mm(played(animation, clip, k, t), joint_matrices(library, pose, {})) < (t > 0 ? 4.0 : 0.05));
            }
        }
    }
}

TEST_CASE("the Khronos validator finds no error and no warning in a file with exercises as animations")
{
    const fs::path modules = fs::path(GENU_SOURCE_DIR) / "build/node/node_modules";
    if (!fs::exists(modules / "gltf-validator")) {
        WARN("skipped: the glTF validator is not there (./test fetches it)");
        return;
    }
    const Library& library = leg();
    std::vector<Exercise> two;
    for (const char* id : {"exercise.gastroc_wall", "exercise.slump_slider"}) two.push_back(*library.knowledge.find(ExerciseId(id)));
    const Animation animation = bake_exercises(two, library.model, library.skeleton, *library.shape);
    const fs::path file = fs::temp_directory_path() / "genu_two_exercises.glb";
    REQUIRE(write_glb(file, library.model, std::vector<TissueColours>(library.model.meshes.size()), GlbForm::full, &animation).ok());
    const std::string command = "node '" + (fs::path(GENU_SOURCE_DIR) / "tests/builder/validate_gltf.mjs").string() + "' '" + modules.string() + "' '" + file.string() + "'";
    CHECK(std::system(command.c_str()) == 0);
    fs::remove(file);
}
