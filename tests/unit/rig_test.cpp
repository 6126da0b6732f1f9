// The built leg's rig: what moves with what.
#include "support/catch.hpp"

#include "scene/gltf.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

const Model& built_model()
{
    static const Model model = read_gltf(GENU_MODEL).value();
    return model;
}

/// The body that an end of a structure moves with; nullptr while it lies between two.
const char* body_at(const std::string& id, bool insertion)
{
    const Mesh* mesh = built_model().find(StructureId(id));
    if (!mesh || mesh->chain.empty()) return nullptr;
    const RigJoint& joint = built_model().joints[insertion ? mesh->chain.back() : mesh->chain.front()];
    if (joint.from == joint.to || joint.share < 0.02f) return name_of(joint.from);
    return joint.share > 0.98f ? name_of(joint.to) : nullptr;
}

}  // namespace

TEST_CASE("muscles and tendons begin and end on the bones they are fixed to")
{
    struct Row { const char* id; const char* origin; const char* insertion; };
    const Row rows[] = {
        {"muscle.semimembranosus", "pelvis", "tibia"}, {"muscle.semitendinosus", "pelvis", "tibia"},
        {"muscle.biceps_femoris_long_head", "pelvis", "tibia"}, {"muscle.biceps_femoris_short_head", "femur", "tibia"},
        {"muscle.sartorius", "pelvis", "tibia"}, {"muscle.gracilis", "pelvis", "tibia"}, {"muscle.adductor_magnus", "pelvis", "femur"},
        // The bellies end in mid-calf, on the tendon: an ankle that moves must not drag them off the shin.
        {"muscle.gastrocnemius_medial_head", "femur", "tibia"}, {"muscle.gastrocnemius_lateral_head", "femur", "tibia"},
        {"tendon.calcaneal", "tibia", "foot"}, {"ligament.patellar", "patella", "tibia"}, {"ligament.anterior_cruciate", "femur", "tibia"},
    };
    for (const Row& row : rows) {
        INFO(row.id);
        const char* origin = body_at(row.id, false);
        const char* insertion = body_at(row.id, true);
        REQUIRE(origin);
        REQUIRE(insertion);
        // The ends of a ligament may be listed either way round.
        const bool as_listed = std::string(origin) == row.origin && std::string(insertion) == row.insertion;
        const bool turned = std::string(origin) == row.insertion && std::string(insertion) == row.origin;
        CHECK((as_listed || (std::string(row.id).starts_with("ligament") && turned)));
    }
}
