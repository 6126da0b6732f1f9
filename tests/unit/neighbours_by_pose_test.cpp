// How far neighbours pass into each other by pose: share of one's points deeper than a millimetre in the other.
#include <cstdio>

#include "posed_surface.hpp"

using namespace genu;
using namespace genu::posed;

namespace {

using J = JointAxis;

/// `to_90` and `beyond`: what is allowed, in per cent. Measured on this leg, and a third more.
struct Pair { const char* one; const char* other; double to_90 = 3, beyond = 6; };

double share_inside(const Mesh& one, const Mesh& other, const std::vector<SkinMatrix>& joints)
{
    const PosedSurface surface(other, joints);
    const auto points = skinned(one, joints);
    std::size_t inside = 0, all = 0;
    for (std::size_t v = 0; v < points.size(); v += std::max<std::size_t>(1, points.size() / 1500), ++all) if (surface.depth_mm(points[v]) > 1) ++inside;
    return static_cast<double>(inside) / static_cast<double>(all);
}

}  // namespace

TEST_CASE("neighbours behind the knee stay out of each other as it bends")
{
    const std::vector<Pair> pairs = {
        {"muscle.semitendinosus", "muscle.semimembranosus", 3, 11}, {"muscle.gastrocnemius_medial_head", "muscle.semimembranosus"},
        {"muscle.gastrocnemius_medial_head", "muscle.semitendinosus"}, {"muscle.gracilis", "muscle.semitendinosus"}, {"muscle.gracilis", "muscle.sartorius"},
        {"muscle.gastrocnemius_lateral_head", "muscle.biceps_femoris_long_head"}, {"muscle.gastrocnemius_medial_head", "muscle.gastrocnemius_lateral_head"},
        {"muscle.gastrocnemius_medial_head", "muscle.soleus", 14, 28}, {"muscle.biceps_femoris_long_head", "muscle.biceps_femoris_short_head"},
        {"nerve.tibial", "muscle.gastrocnemius_medial_head"}, {"nerve.tibial", "muscle.gastrocnemius_lateral_head"}, {"nerve.tibial", "muscle.soleus", 9, 14},
        {"nerve.common_fibular", "muscle.biceps_femoris_long_head"}, {"nerve.common_fibular", "muscle.gastrocnemius_lateral_head", 6, 15},
        {"artery.popliteal", "muscle.gastrocnemius_medial_head"}, {"artery.popliteal", "muscle.gastrocnemius_lateral_head", 3, 10}, {"artery.popliteal", "muscle.popliteus"},
        {"artery.popliteal", "vein.popliteal"}, {"vein.popliteal", "muscle.gastrocnemius_medial_head"}, {"vein.popliteal", "muscle.gastrocnemius_lateral_head"}, {"nerve.tibial", "vein.popliteal"},
        {"muscle.vastus_lateralis", "muscle.rectus_femoris"}, {"muscle.vastus_medialis", "muscle.rectus_femoris"}, {"muscle.vastus_intermedius", "muscle.vastus_lateralis"}};
    const std::array degrees = {0.0, 30.0, 60.0, 90.0, 120.0, 140.0};
    std::printf("%-76s", "per cent of the first's points deeper than 1 mm in the second, knee");
    for (const double deg : degrees) std::printf(" %5.0f", deg);
    std::printf("\n");
    const Library& library = leg();
    std::vector<std::vector<SkinMatrix>> joints;
    for (const double deg : degrees) joints.push_back(joint_matrices(library, pose({{J::knee_flexion, deg}}), {}));
    for (const Pair& pair : pairs) {
        const Mesh *one = library.model.find(StructureId(pair.one)), *other = library.model.find(StructureId(pair.other));
        REQUIRE(one);
        REQUIRE(other);
        std::printf("%-38s%-38s", pair.one, pair.other);
        for (std::size_t i = 0; i < degrees.size(); ++i) {
            const double share = share_inside(*one, *other, joints[i]);
            std::printf(" %5.1f", 100 * share);
            INFO(pair.one << " in " << pair.other << " at " << degrees[i]);
            CHECK(100 * share <= (i == 0 ? 0.5 : degrees[i] <= 90 ? pair.to_90 : pair.beyond));
        }
        std::printf("\n");
    }
}
