#pragma once
// The leg as plain drawable data. Metres, +Y up, the leg faces +Z, a right leg's lateral side is -X; origin midway
// between the centres of the posterior femoral condyles. Triangles are counter-clockwise seen from outside.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "base/id.hpp"
#include "base/result.hpp"

namespace genu {

/// The rigid bodies that joints move, from the trunk to the toes. The patella is carried by the femur.
enum class Body : std::uint8_t { trunk, pelvis, femur, patella, tibia, talus, foot, toes };
inline constexpr int kBodyCount = 8;
const char* name_of(Body body);
/// Body for a name; false when there is none.
bool body_from_name(std::string_view name, Body& body);

/// One joint of the skin's palette. At rest it stands at `rest_m` without rotation, so its skin matrix is simply
/// the rigid motion from rest to pose. A share between two bodies that meet in an anatomical joint means that
/// fraction of the joint's angle (not a blend of matrices), so that soft structures bend like a pipe.
struct RigJoint {
    std::string name;
    glm::vec3 rest_m{0};
    Body from = Body::pelvis;
    Body to = Body::pelvis;
    float share = 0;  ///< 0: moves with `from`; 1: with `to`
};

/// One anatomical structure. All per-vertex arrays have the same length; optional ones may be empty.
struct Mesh {
    StructureId id;
    std::vector<glm::vec3> position_m;
    std::vector<glm::vec3> normal;
    std::vector<glm::vec3> fibre;        ///< unit direction of muscle or tendon fibres; optional
    std::vector<float> tendon;           ///< 0 muscle belly (or bone) … 1 tendon or aponeurosis; optional
    std::vector<float> occlusion;        ///< baked ambient light, 0 dark … 1 open; optional
    /// Optional. On bones: closeness to an origin area (255 inside, 0 from 4 mm out), closeness to an insertion area, and
    /// whose they are, as places in Model::attachment_owners. On skin: weights of two nerves' sensory territories, and
    /// their places in Model::territories. 255 as a place: nobody's.
    std::vector<std::array<std::uint8_t, 4>> attachment;
    std::vector<std::array<std::uint16_t, 4>> joints;  ///< indices into Model::joints
    std::vector<glm::vec4> weights;                    ///< sum 1
    std::vector<std::uint32_t> indices;                ///< triangles
    std::vector<std::uint16_t> chain;    ///< the structure's own joints in order from origin to insertion; empty for bones
};

struct Model {
    std::vector<Mesh> meshes;
    std::vector<RigJoint> joints;
    std::string generator;  ///< what wrote the file
    std::vector<StructureId> attachment_owners;  ///< whose origins and insertions are painted on bones
    std::vector<StructureId> territories;        ///< nerves whose sensory territories are painted on the skin
    std::string territory_source;                ///< the map these were drawn after

    const Mesh* find(const StructureId& id) const;
};

struct Bounds {
    glm::vec3 low{1e9f};
    glm::vec3 high{-1e9f};
    void add(glm::vec3 p) { low = glm::min(low, p); high = glm::max(high, p); }
    void add(const Bounds& b) { low = glm::min(low, b.low); high = glm::max(high, b.high); }
    bool empty() const { return low.x > high.x; }
    glm::vec3 centre() const { return 0.5f * (low + high); }
    float radius() const { return empty() ? 0.0f : 0.5f * glm::length(high - low); }
};

Bounds bounds_of(const Mesh& mesh);

/// Normals weighted by angle and area from positions and indices.
void compute_normals(Mesh& mesh);

}  // namespace genu
