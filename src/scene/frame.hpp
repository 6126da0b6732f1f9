#pragma once
// One picture, as plain comparable data: everything the renderer needs besides the model, and nothing it must ask for.
#include <cstdint>
#include <vector>

#include <glm/glm.hpp>

#include "scene/camera.hpp"
#include "scene/model.hpp"

namespace genu {

/// Second channel beside colour, so that roles can be told apart without colour vision.
enum class Pattern : std::uint8_t { none, dots, stripes };

/// What is painted on a surface from Mesh::attachment.
enum class Paint : std::uint8_t { none, attachments, territories };

/// How a kind of tissue answers light. From assets/materials.json.
struct Material {
    glm::vec3 colour{0.8f};         ///< linear light
    glm::vec3 tendon_colour{0.8f};  ///< linear light; where the mesh's tendon fraction is 1
    float roughness = 0.6f;
    float specular = 0.04f;         ///< reflectance at normal incidence
    float fibre = 0;                ///< 0…1 strength of striations along the fibre direction
    float translucency = 0;         ///< 0…1 light let through at edges (cartilage, veil)
    bool operator==(const Material&) const = default;
};

struct DrawItem {
    std::uint32_t mesh = 0;         ///< index into Model::meshes
    Material material;
    float opacity = 1;
    bool xray = false;              ///< see-through face on, solid towards the silhouette
    glm::vec3 tint{0};              ///< linear light; role, band or strain colour
    float tint_strength = 0;        ///< 0…1
    Pattern pattern = Pattern::none;
    float glow = 0;                 ///< 0…1 own light added in the tint's colour
    bool selected = false;          ///< outlined
    bool hovered = false;           ///< slightly brighter
    bool pickable = true;
    bool cut_by_section = true;
    bool only_cut = false;          ///< nothing of its surface is drawn, only its face in the section, below all others
    Paint paint = Paint::none;
    int paint_owner = -1;           ///< only this one's, a place in the model's list; -1: everyone's
    bool painted = false;           ///< shows the frame's spots
    bool operator==(const DrawItem&) const = default;
};

/// Half-space that is kept: dot(normal, p) <= offset_m.
struct SectionPlane {
    bool on = false;
    glm::vec3 normal{0, 1, 0};
    float offset_m = 0;
    bool filled = true;  ///< its cut faces are painted; else what is cut merely ends there
    bool operator==(const SectionPlane&) const = default;
};

struct Background {
    glm::vec3 top{0.01f};      ///< linear light
    glm::vec3 bottom{0.02f};
    bool transparent = false;
    bool operator==(const Background&) const = default;
};

/// Rows of the affine motion from rest to pose (row-major 3x4), one per Model joint.
using SkinMatrix = glm::mat3x4;

/// An axis-aligned part of a window or picture, in pixels, origin top left.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PixelRect&) const = default;
};

struct Label {
    StructureId id;
    std::string text;
    glm::vec3 anchor_m{0};  ///< on the posed structure
    bool strong = false;    ///< selected or primary
    std::string below;      ///< a second name, under the first; may be empty
    bool is_veil = false;   ///< of something see-through, which hides nothing and is not hidden for good
    bool behind = false;    ///< hidden by what lies in front of it
    bool operator==(const Label&) const = default;
};

/// Colours of what is painted, linear light.
struct PaintColours {
    glm::vec3 origin{0.5f, 0.05f, 0.03f}, insertion{0.03f, 0.15f, 0.45f};
    std::vector<glm::vec3> territories;  ///< by place in Model::territories, again from the first after the last
    bool operator==(const PaintColours&) const = default;
};

/// Lines round every structure, as a draughtsman draws them.
struct InkLines {
    float strength = 0;  ///< 0 none … 1
    glm::vec3 colour{0.02f, 0.015f, 0.012f};  ///< linear light
    bool operator==(const InkLines&) const = default;
};
/// A spot painted on the skin, where it is in the pose (in the model's space).
struct SkinSpot {
    glm::vec3 at_m{0};
    float radius_m = 0;
    bool operator==(const SkinSpot&) const = default;
};
inline constexpr std::size_t kMostSkinSpots = 24;

/// A flat shape behind the leg: two circles that face the eye and what lies between them.
struct BackdropShape {
    glm::vec3 a_m{0}, b_m{0};  ///< in the picture's space
    float a_radius_m = 0, b_radius_m = 0;
    glm::vec3 colour{0.5f};    ///< linear light
    bool operator==(const BackdropShape&) const = default;
};

struct Frame {
    Camera camera;
    bool mirrored = false;            ///< a left leg: x is negated and windings turn
    Background background;
    std::vector<BackdropShape> backdrop;  ///< later ones over earlier ones
    glm::vec3 outline_colour{0.1f, 0.5f, 0.45f};  ///< linear light
    SectionPlane section;
    InkLines ink;
    PaintColours paint;
    std::vector<DrawItem> items;      ///< only what is visible at all
    std::vector<SkinMatrix> joints;   ///< as many as Model::joints
    std::vector<Label> labels;
    std::vector<SkinSpot> spots;      ///< at most kMostSkinSpots are drawn
    glm::vec3 spot_colour{0.7f, 0.1f, 0.05f};  ///< linear light
    bool operator==(const Frame&) const = default;
};

}  // namespace genu
