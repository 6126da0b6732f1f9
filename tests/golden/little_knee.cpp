#include "golden/little_knee.hpp"

#include "base/json.hpp"
#include "test_places.hpp"

namespace genu::test {

namespace {

glm::vec3 linear(const std::string& hex)
{
    const auto bits = std::stoul(hex.substr(1), nullptr, 16);
    const auto part = [&](unsigned shift) {
        const float c = static_cast<float>((bits >> shift) & 255u) / 255;
        return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
    };
    return {part(16), part(8), part(0)};
}

/// A tube along a curve in the plane of the picture.
Mesh tube(const std::string& id, glm::vec3 from, glm::vec3 to, glm::vec3 bulge, float radius)
{
    Mesh mesh = spindle(id, {0, 0, 0}, 0.5f, radius);
    for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
        const glm::vec3 p = mesh.position_m[v];
        const float t = p.y + 0.5f;
        const glm::vec2 ring(p.x, p.z);
        const float length = glm::length(ring);
        const glm::vec2 even = length > 1e-6f ? ring * (radius / length) : ring;
        mesh.position_m[v] = glm::mix(from, to, t) + bulge * (4 * t * (1 - t)) + glm::vec3(even.x, 0, even.y);
    }
    mesh.fibre.clear();
    mesh.tendon.clear();
    compute_normals(mesh);
    return mesh;
}

}  // namespace

Material material(const std::string& tissue)
{
    static const Json file = must(read_json(fs::path(GENU_SOURCE_DIR) / "assets/materials.json"));
    const Json& m = file.at("materials").at(tissue);
    return {linear(m.at("colour")), linear(m.at("tendon_colour")), m.at("roughness"), m.at("specular"), m.at("fibre"), m.at("translucency")};
}

Model little_knee()
{
    std::vector<Mesh> meshes = {
        tube("bone.upper", {0, 0.25f, 0}, {0, 0, 0}, {}, 0.016f),
        ball("bone.condyle", {0, 0, 0}, 0.036f),
        tube("bone.lower", {0, -0.03f, 0}, {0, -0.25f, 0}, {}, 0.016f),
        ball("cartilage.cap", {0, 0, -0.002f}, 0.038f),
        spindle("muscle.left", {0.035f, 0.09f, -0.03f}, 0.12f, 0.024f),
        spindle("muscle.right", {-0.035f, 0.09f, -0.03f}, 0.12f, 0.024f),
        spindle("muscle.calf", {0.012f, -0.12f, -0.035f}, 0.12f, 0.034f),
        tube("nerve.middle", {0.004f, 0.22f, -0.05f}, {-0.03f, -0.2f, -0.06f}, {-0.01f, 0, -0.02f}, 0.0035f),
        tube("vein.middle", {0.012f, 0.22f, -0.045f}, {0.004f, -0.2f, -0.055f}, {0, 0, -0.012f}, 0.005f),
    };
    return model_of(std::move(meshes), 2);
}

Frame little_knee_frame(const Model& model)
{
    Frame frame = frame_of(model);
    frame.camera.yaw_rad = glm::pi<float>();
    frame.camera.distance_m = 1.15f;
    frame.background = {linear("#15181d"), linear("#20252d"), false};
    frame.outline_colour = linear("#4fc3b3");
    for (DrawItem& drawn : frame.items) drawn.material = material(std::string(model.meshes[drawn.mesh].id.kind()));
    return frame;
}

DrawItem& item(Frame& frame, const Model& model, const std::string& id)
{
    const auto found = std::find_if(frame.items.begin(), frame.items.end(), [&](const DrawItem& drawn) { return model.meshes[drawn.mesh].id == StructureId(id); });
    REQUIRE(found != frame.items.end());
    return *found;
}

}  // namespace genu::test
