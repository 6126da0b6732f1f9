#pragma once
// Small shapes and frames for pictures whose every pixel can be reasoned about.
#include <algorithm>
#include <cmath>

#include <glm/gtc/constants.hpp>

#include "render/gl_context.hpp"
#include "render/renderer.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

namespace genu::test {

/// A box with flat faces, each vertex carried wholly by `joint`.
Mesh box(const std::string& id, glm::vec3 centre, glm::vec3 half, std::uint16_t joint = 0);
/// A ball of about `rings` x 2 `rings` quads.
Mesh ball(const std::string& id, glm::vec3 centre, float radius, std::uint16_t joint = 0, int rings = 24);
/// A spindle along y with fibres along it, tendon towards both ends, bound to two joints that share it half and half.
Mesh spindle(const std::string& id, glm::vec3 centre, float half_length, float radius);

/// Meshes plus `joints` joints that stand at the origin.
Model model_of(std::vector<Mesh> meshes, int joints = 1);

inline const SkinMatrix kRest(glm::vec4(1, 0, 0, 0), glm::vec4(0, 1, 0, 0), glm::vec4(0, 0, 1, 0));
SkinMatrix shifted(glm::vec3 by);

/// All meshes of the model in white, seen from in front (the eye at +z), black background, at rest.
Frame frame_of(const Model& model);
DrawItem item_of(std::uint32_t mesh, glm::vec3 colour);

/// Where a world point falls in a picture, in pixels from the top left.
glm::ivec2 pixel_of(const Frame& frame, glm::vec3 point, glm::ivec2 size);
glm::ivec3 colour_at(const Image& image, glm::ivec2 pixel);
bool is_reddish(glm::ivec3 c);
bool is_greenish(glm::ivec3 c);
bool is_bluish(glm::ivec3 c);

/// A context and a renderer that draws one model; every test makes its own, as the program does.
struct Stage {
    explicit Stage(Model model_in, Quality quality = {1, false, false, false});

    Image draw(const Frame& frame);
    glm::ivec3 draw_and_look(const Frame& frame, glm::vec3 at) { return colour_at(draw(frame), pixel_of(frame, at, size)); }
    std::optional<Hit> pick(const Frame& frame, glm::vec3 at) { return renderer.pick(frame, pixel_of(frame, at, size), size); }

    glm::ivec2 size{160, 120};
    Model model;
    HeadlessContext context;
    Renderer renderer;
};

/// Fails the test with the problems' text instead of taking a value that is not there.
template <class T>
T must(Result<T> result)
{
    if (!result.ok()) FAIL(to_text(result.problems()));
    return std::move(*result);
}

fs::path shader_folder();

namespace detail {

inline void bind_to(Mesh& mesh, std::uint16_t joint)
{
    mesh.joints.assign(mesh.position_m.size(), {joint, 0, 0, 0});
    mesh.weights.assign(mesh.position_m.size(), glm::vec4(1, 0, 0, 0));
}

/// A surface turned about y from a profile of (radius, height), closed by its poles.
inline Mesh turned(const std::string& id, glm::vec3 centre, const std::vector<glm::vec2>& profile, int around)
{
    Mesh mesh;
    mesh.id = StructureId(id);
    const auto sides = static_cast<std::uint32_t>(around);
    mesh.position_m.push_back(centre + glm::vec3(0, profile.front().y, 0));
    for (std::size_t r = 1; r + 1 < profile.size(); ++r) {
        for (int s = 0; s < around; ++s) {
            const float angle = glm::two_pi<float>() * static_cast<float>(s) / static_cast<float>(around);
            mesh.position_m.push_back(centre + glm::vec3(profile[r].x * std::sin(angle), profile[r].y, profile[r].x * std::cos(angle)));
        }
    }
    mesh.position_m.push_back(centre + glm::vec3(0, profile.back().y, 0));
    const auto rings = static_cast<std::uint32_t>(profile.size() - 2);
    const auto last = static_cast<std::uint32_t>(mesh.position_m.size() - 1);
    const auto at = [&](std::uint32_t ring, std::uint32_t side) { return 1 + ring * sides + side % sides; };
    for (std::uint32_t s = 0; s < sides; ++s) {
        for (const std::uint32_t i : {0U, at(0, s + 1), at(0, s)}) mesh.indices.push_back(i);
        for (const std::uint32_t i : {last, at(rings - 1, s), at(rings - 1, s + 1)}) mesh.indices.push_back(i);
        for (std::uint32_t r = 0; r + 1 < rings; ++r) {
            for (const std::uint32_t i : {at(r, s), at(r, s + 1), at(r + 1, s), at(r + 1, s), at(r, s + 1), at(r + 1, s + 1)}) mesh.indices.push_back(i);
        }
    }
    compute_normals(mesh);
    return mesh;
}

}  // namespace detail

inline fs::path shader_folder() { return fs::path(GENU_SOURCE_DIR) / "shaders"; }

inline Mesh box(const std::string& id, glm::vec3 centre, glm::vec3 half, std::uint16_t joint)
{
    Mesh mesh;
    mesh.id = StructureId(id);
    for (int axis = 0; axis < 3; ++axis) {
        for (const float sign : {-1.0f, 1.0f}) {
            glm::vec3 n(0), u(0), v(0);
            n[axis] = sign;
            u[(axis + 1) % 3] = sign;
            v[(axis + 2) % 3] = 1;
            const auto first = static_cast<std::uint32_t>(mesh.position_m.size());
            for (const glm::vec3 corner : {n - u - v, n + u - v, n + u + v, n - u + v}) {
                mesh.position_m.push_back(centre + corner * half);
                mesh.normal.push_back(n);
            }
            for (const std::uint32_t i : {0U, 1U, 2U, 0U, 2U, 3U}) mesh.indices.push_back(first + i);
        }
    }
    detail::bind_to(mesh, joint);
    return mesh;
}

inline Mesh ball(const std::string& id, glm::vec3 centre, float radius, std::uint16_t joint, int rings)
{
    std::vector<glm::vec2> profile;
    for (int r = 0; r <= rings; ++r) {
        const float angle = glm::pi<float>() * (static_cast<float>(r) / static_cast<float>(rings) - 0.5f);
        profile.push_back(radius * glm::vec2(std::cos(angle), std::sin(angle)));
    }
    Mesh mesh = detail::turned(id, centre, profile, 2 * rings);
    detail::bind_to(mesh, joint);
    return mesh;
}

inline Mesh spindle(const std::string& id, glm::vec3 centre, float half_length, float radius)
{
    std::vector<glm::vec2> profile;
    for (int r = 0; r <= 48; ++r) {
        const float t = static_cast<float>(r) / 24.0f - 1.0f;
        profile.push_back({radius * (0.18f + 0.82f * std::cos(glm::half_pi<float>() * t) * std::cos(glm::half_pi<float>() * t)), half_length * t});
    }
    Mesh mesh = detail::turned(id, centre, profile, 40);
    mesh.fibre.assign(mesh.position_m.size(), glm::vec3(0, 1, 0));
    for (const glm::vec3& p : mesh.position_m) {
        const float t = (p.y - centre.y) / half_length;
        mesh.tendon.push_back(std::clamp((std::abs(t) - 0.5f) / 0.3f, 0.0f, 1.0f));
        mesh.joints.push_back({0, 1, 0, 0});
        const float share = 0.5f + 0.5f * t;
        mesh.weights.push_back({1 - share, share, 0, 0});
    }
    return mesh;
}

inline Model model_of(std::vector<Mesh> meshes, int joints)
{
    Model model;
    model.meshes = std::move(meshes);
    for (int i = 0; i < joints; ++i) model.joints.push_back({"joint." + std::to_string(i), glm::vec3(0), Body::pelvis, Body::pelvis, 0});
    return model;
}

inline SkinMatrix shifted(glm::vec3 by) { return {glm::vec4(1, 0, 0, by.x), glm::vec4(0, 1, 0, by.y), glm::vec4(0, 0, 1, by.z)}; }

inline DrawItem item_of(std::uint32_t mesh, glm::vec3 colour)
{
    DrawItem item;
    item.mesh = mesh;
    item.material.colour = item.material.tendon_colour = colour;
    return item;
}

inline Frame frame_of(const Model& model)
{
    Frame frame;
    frame.camera.distance_m = 1;
    frame.background = {glm::vec3(0), glm::vec3(0), false};
    frame.joints.assign(model.joints.size(), kRest);
    for (std::uint32_t m = 0; m < model.meshes.size(); ++m) frame.items.push_back(item_of(m, glm::vec3(0.8f)));
    return frame;
}

inline glm::ivec2 pixel_of(const Frame& frame, glm::vec3 point, glm::ivec2 size)
{
    const glm::vec3 ndc = project(frame.camera, static_cast<float>(size.x) / static_cast<float>(size.y), point);
    return glm::ivec2((glm::vec2(ndc.x, -ndc.y) * 0.5f + 0.5f) * glm::vec2(size));
}

inline glm::ivec3 colour_at(const Image& image, glm::ivec2 pixel)
{
    const std::uint8_t* p = image.pixel(pixel.x, pixel.y);
    return {p[0], p[1], p[2]};
}

inline bool is_reddish(glm::ivec3 c) { return c.r > 60 && c.r > 2 * c.g && c.r > 2 * c.b; }
inline bool is_greenish(glm::ivec3 c) { return c.g > 60 && c.g > 2 * c.r && c.g > 2 * c.b; }
inline bool is_bluish(glm::ivec3 c) { return c.b > 60 && c.b > 2 * c.r && 2 * c.b > 3 * c.g; }

inline Stage::Stage(Model model_in, Quality quality)
    : model(std::move(model_in)), context(must(HeadlessContext::create())), renderer(must(Renderer::create(model, shader_folder())))
{
    renderer.set_quality(quality);
}

inline Image Stage::draw(const Frame& frame)
{
    OffscreenTarget target(size);
    renderer.draw(frame, target);
    return target.read();
}

}  // namespace genu::test
