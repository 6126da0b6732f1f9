// Volume, folds and depth in bone of every muscle and tendon through the range, against the plain share of the angle.
#include <cstdio>

#include "posed_leg.hpp"
#include "session/joint_motion.hpp"
#include "session/shape.hpp"

using namespace genu;
using namespace genu::posed;

namespace {

using J = JointAxis;

struct PoseCase { const char* name; Pose pose; };

const std::vector<PoseCase>& cases()
{
    static const std::vector<PoseCase> all = {
        {"knee 30", pose({{J::knee_flexion, 30}})}, {"knee 60", pose({{J::knee_flexion, 60}})}, {"knee 90", pose({{J::knee_flexion, 90}})},
        {"knee 120", pose({{J::knee_flexion, 120}})}, {"knee 140", pose({{J::knee_flexion, 140}})}, {"hip -20", pose({{J::hip_flexion, -20}})},
        {"hip 45", pose({{J::hip_flexion, 45}})}, {"hip 90", pose({{J::hip_flexion, 90}})}, {"hip 120 knee 120", pose({{J::hip_flexion, 120}, {J::knee_flexion, 120}})},
        {"ankle -30", pose({{J::ankle_dorsiflexion, -30}})}, {"ankle -50", pose({{J::ankle_dorsiflexion, -50}})}, {"ankle 25", pose({{J::ankle_dorsiflexion, 25}})}, {"ankle 40", pose({{J::ankle_dorsiflexion, 40}})}};
    return all;
}

struct Measure { double volume = 1, folded = 0, depth_mm = 0; };

double folded_share(const Mesh& mesh, const std::vector<glm::dvec3>& p, const std::vector<SkinMatrix>& joints)
{
    double folded = 0, all = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = mesh.indices[i], b = mesh.indices[i + 1], c = mesh.indices[i + 2];
        const glm::vec3 rest = glm::cross(mesh.position_m[b] - mesh.position_m[a], mesh.position_m[c] - mesh.position_m[a]);
        const double area = static_cast<double>(glm::length(rest));
        all += area;
        // Turned as its strongest joint turns: on a section that is what "outwards" has become.
        const SkinMatrix& m = joints[mesh.joints[a][0]];
        std::size_t best = 0;
        for (std::size_t k = 1; k < 4; ++k) if (mesh.weights[a][static_cast<glm::length_t>(k)] > mesh.weights[a][static_cast<glm::length_t>(best)]) best = k;
        const SkinMatrix& s = best == 0 ? m : joints[mesh.joints[a][best]];
        const glm::dvec3 outward(glm::dot(glm::vec3(s[0]), rest), glm::dot(glm::vec3(s[1]), rest), glm::dot(glm::vec3(s[2]), rest));
        if (glm::dot(glm::cross(p[b] - p[a], p[c] - p[a]), outward) < 0) folded += area;
    }
    return all > 0 ? folded / all : 0;
}

/// All but one in fifty of the points lie less deep: a single point at a bone's sharp rim may be told to be inside.
double deepest_mm(const std::vector<glm::dvec3>& p, const std::array<RigidMotion, kMotionBodies>& bodies, std::string* where = nullptr)
{
    double deepest = 0;
    const std::size_t step = std::max<std::size_t>(1, p.size() / 250);
    for (const Bone& bone : bones()) {
        const RigidMotion back = inverse(bodies[static_cast<std::size_t>(bone.body)]);
        std::vector<double> depth;
        for (std::size_t v = 0; v < p.size(); v += step) depth.push_back(bone.solid->depth_mm(back(p[v])));
        const auto most = depth.end() - static_cast<std::ptrdiff_t>(1 + depth.size() / 50);
        std::nth_element(depth.begin(), most, depth.end());
        if (*most > deepest) { deepest = *most; if (where) *where = bone.id; }
    }
    return deepest;
}

Measure measure(const Mesh& mesh, const Pose& pose, const std::vector<SkinMatrix>& joints, double rest_ml, double rest_depth)
{
    const std::vector<glm::dvec3> p = skinned(mesh, joints);
    if (std::getenv("GENU_SHAPE_ALL")) {
        std::string where;
        const double d = deepest_mm(p, leg().skeleton.bodies(pose), &where);
        if (d - rest_depth > 1.5) std::printf("      %s in %s: %.1f, at rest %.1f\n", mesh.id.text().c_str(), where.c_str(), d, rest_depth);
    }
    return {rest_ml > 0 ? volume_ml(mesh, p) / rest_ml : 1, folded_share(mesh, p, joints), deepest_mm(p, leg().skeleton.bodies(pose)) - rest_depth};
}

}  // namespace

TEST_CASE("muscles keep their volume, do not fold and stay out of the bones through the range")
{
    const Library& library = leg();
    const Shape by_share;  // no strings: every joint follows its share of the angle
    const std::vector<SkinMatrix> rest = joint_matrices(library, {}, {});
    std::vector<const Mesh*> muscles;
    std::vector<double> rest_ml, rest_depth;
    for (const Mesh& mesh : library.model.meshes) {
        if (mesh.chain.empty() || (mesh.id.kind() != "muscle" && mesh.id.kind() != "tendon")) continue;
        muscles.push_back(&mesh);
        const auto p = skinned(mesh, rest);
        rest_ml.push_back(volume_ml(mesh, p));
        rest_depth.push_back(deepest_mm(p, library.skeleton.bodies({})));
    }
    const bool tell = std::getenv("GENU_SHAPE_ALL") != nullptr;
    std::printf("%-18s | share of the angle: volume, folded, deeper in bone | strings: the same, worst of %zu muscles and tendons\n", "pose", muscles.size());
    for (const PoseCase& c : cases()) {
        std::vector<SkinMatrix> shared;
        for (const JointMotion& joint : by_share.joints(library.model, library.skeleton, c.pose)) shared.push_back(skin_matrix(joint, library.model.joints[shared.size()].rest_m, {}));
        const std::vector<SkinMatrix> strings = joint_matrices(library, c.pose, {});
        Measure worst[2];
        std::string who[2][3];
        for (std::size_t i = 0; i < muscles.size(); ++i) {
            for (int way = 0; way < 2; ++way) {
                const Measure m = measure(*muscles[i], c.pose, way ? strings : shared, rest_ml[i], rest_depth[i]);
                if (tell && way && (std::abs(m.volume - 1) > 0.03 || m.folded > 0.005 || m.depth_mm > 1.5)) std::printf("    %-34s %.3f %.4f %.1f\n", muscles[i]->id.text().c_str(), m.volume, m.folded, m.depth_mm);
                if (std::abs(m.volume - 1) > std::abs(worst[way].volume - 1)) worst[way].volume = m.volume, who[way][0] = muscles[i]->id.text();
                if (m.folded > worst[way].folded) worst[way].folded = m.folded, who[way][1] = muscles[i]->id.text();
                if (m.depth_mm > worst[way].depth_mm) worst[way].depth_mm = m.depth_mm, who[way][2] = muscles[i]->id.text();
            }
        }
        std::printf("%-18s | %.3f  %5.2f %%  %4.1f mm | %.3f (%s)  %5.2f %% (%s)  %4.1f mm (%s)\n", c.name, worst[0].volume, 100 * worst[0].folded, worst[0].depth_mm, worst[1].volume, who[1][0].c_str(), 100 * worst[1].folded, who[1][1].c_str(), worst[1].depth_mm, who[1][2].c_str());
        INFO(c.name << ": " << who[1][0] << ", " << who[1][1] << ", " << who[1][2]);
        CHECK(worst[1].volume > 0.95);
        CHECK(worst[1].volume < 1.05);
        CHECK(std::abs(worst[1].volume - 1) < std::abs(worst[0].volume - 1));
        CHECK(worst[1].folded < 0.08);
        // 9 mm: what the capsules that stand for bones leave at the hip. At 140 the calf is pressed against the thigh, and its inner head into the plateau.
        CHECK(worst[1].depth_mm < (c.pose[JointAxis::knee_flexion] > 120 ? 12 : 9));
    }
}
