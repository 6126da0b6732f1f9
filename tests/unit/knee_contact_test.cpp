// Bones never cut into each other, and the knee's tables still fit the built bones.
#include <cstdio>

#include "posed_leg.hpp"

using namespace genu;
using namespace genu::posed;

namespace {

using J = JointAxis;

const Mesh& mesh(const std::string& id)
{
    const Mesh* found = leg().model.find(StructureId(id));
    REQUIRE(found);
    return *found;
}

/// How far the points of one bone lie outside another, each moved with its body; the nearest first.
std::vector<double> gaps_mm(const Mesh& of, MotionBody of_body, const Solid& in, MotionBody in_body, const Pose& pose, const std::function<bool(glm::vec3)>& counts)
{
    const auto bodies = leg().skeleton.bodies(pose);
    const RigidMotion move = inverse(bodies[static_cast<std::size_t>(in_body)]) * bodies[static_cast<std::size_t>(of_body)];
    std::vector<double> gaps;
    for (const glm::vec3 p : of.position_m) if (counts(p)) gaps.push_back(-in.depth_mm(move(glm::dvec3(p))));
    std::sort(gaps.begin(), gaps.end());
    return gaps;
}

double mean_of_nearest(const std::vector<double>& gaps, std::size_t count)
{
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += gaps[i];
    return sum / static_cast<double>(count);
}

const Solid& femur()
{
    static const Solid solid(mesh("bone.femur"));
    return solid;
}

double ligament_mm(const Pose& pose)
{
    const Mesh& ligament = mesh("ligament.patellar");
    const auto bodies = leg().skeleton.bodies(pose);
    const auto place = [&](std::uint16_t joint) {
        const RigJoint& j = leg().model.joints[joint];
        return bodies[static_cast<std::size_t>(j.share < 0.5f ? j.from : j.to)](glm::dvec3(j.rest_m));
    };
    return 1e3 * glm::distance(place(ligament.chain.front()), place(ligament.chain.back()));
}

}  // namespace

TEST_CASE("the knee keeps its joint space and the kneecap its groove through the range")
{
    std::printf("knee  inner gap  outer gap  kneecap  ligament %%   (mm between bones: cartilage and meniscus lie there)\n");
    const double ligament = ligament_mm({});
    for (int deg = 0; deg <= 140; deg += 5) {
        const Pose p = pose({{J::knee_flexion, deg}});
        const Mesh& tibia = mesh("bone.tibia");
        // The program's x runs to the inner side of a right leg.
        const auto inner = gaps_mm(tibia, MotionBody::tibia, femur(), MotionBody::femur, p, [](glm::vec3 q) { return q.y > -0.06f && q.x > 0.006f; });
        const auto outer = gaps_mm(tibia, MotionBody::tibia, femur(), MotionBody::femur, p, [](glm::vec3 q) { return q.y > -0.06f && q.x < -0.006f; });
        const auto patella = gaps_mm(mesh("bone.patella"), MotionBody::patella, femur(), MotionBody::femur, p, [](glm::vec3) { return true; });
        const double medial = mean_of_nearest(inner, 25), lateral = mean_of_nearest(outer, 25), groove = mean_of_nearest(patella, 12), change = 100 * (ligament_mm(p) / ligament - 1);
        std::printf("%4d  %9.1f  %9.1f  %7.1f  %9.1f\n", deg, medial, lateral, groove, change);
        INFO("knee " << deg);
        // Cartilage on both sides is 4 to 5 mm; the outer side opens in flexion (6.7 mm at 90: Tokuhara 2004, seen in secondary sources only).
        CHECK(inner.front() > 1.5);
        CHECK(outer.front() > 1.5);
        CHECK(medial == Approx(5).margin(2));
        CHECK(lateral == Approx(5.5).margin(3));
        CHECK(patella.front() > 1);
        CHECK(groove == Approx(3.8).margin(1.8));
        CHECK(std::abs(change) < 4);  // a tendon hardly stretches
    }
}

TEST_CASE("bones that meet in a joint do not cut into each other through its range")
{
    struct Meeting { const char* a; MotionBody a_body; const char* b; MotionBody b_body; J axis; double low, high, allowed_mm; };
    using B = MotionBody;
    // Standing overlaps are the builder's own; a joint may add this much to them. Hip: the head turns in its socket.
    const Meeting meetings[] = {
        {"bone.femur", B::femur, "bone.hip", B::pelvis, J::hip_flexion, -20, 120, 1.5},
        {"bone.talus", B::talus, "bone.tibia", B::tibia, J::ankle_dorsiflexion, -40, 25, 2.5}, {"bone.talus", B::talus, "bone.fibula", B::tibia, J::ankle_dorsiflexion, -40, 25, 2.5},
        {"bone.calcaneus", B::foot, "bone.tibia", B::tibia, J::ankle_dorsiflexion, -40, 25, 1}, {"bone.calcaneus", B::foot, "bone.talus", B::talus, J::subtalar_inversion, -20, 20, 3},
        {"bone.fibula", B::tibia, "bone.femur", B::femur, J::knee_flexion, 0, 140, 0.5}, {"bone.patella", B::patella, "bone.tibia", B::tibia, J::knee_flexion, 0, 140, 0.5}};
    std::printf("%-16s %-12s %-20s deeper than standing, mm, at the worst angle\n", "bone", "in", "joint");
    for (const Meeting& m : meetings) {
        const Solid solid(mesh(m.b));
        const auto deepest = [&](const Pose& p) {
            const auto gaps = gaps_mm(mesh(m.a), m.a_body, solid, m.b_body, p, [](glm::vec3) { return true; });
            return std::max(0.0, -gaps.front());
        };
        const double standing = deepest({});
        double worst = 0, at = 0;
        for (double deg = m.low; deg <= m.high; deg += 10) {
            const double d = deepest(pose({{m.axis, deg}})) - standing;
            if (d > worst) worst = d, at = deg;
        }
        std::printf("%-16s %-12s %-20s %4.1f at %4.0f (standing %.1f)\n", m.a + 5, m.b + 5, name_of(m.axis), worst, at, standing);
        INFO(m.a << " in " << m.b);
        CHECK(worst <= m.allowed_mm);
    }
}
