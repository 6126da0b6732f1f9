#include "render/backdrop_pass.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr int kCorners = 40;  // of a round end
constexpr float kTurn = 6.2831853f;

struct Vertex { glm::vec2 place; glm::vec3 colour; };

glm::vec3 srgb_encoded(glm::vec3 linear)
{
    const auto part = [](float c) { return c < 0.0031308f ? 12.92f * c : 1.055f * std::pow(std::min(c, 1.0f), 1 / 2.4f) - 0.055f; };
    return {part(linear.r), part(linear.g), part(linear.b)};
}

bool in_picture(const PictureView& view, glm::vec3 p, glm::vec2& place)
{
    const glm::vec4 clip = view.view_projection * glm::vec4(p, 1);
    if (clip.w < 0.02f) return false;
    place = glm::vec2(clip) / clip.w;
    return true;
}

}  // namespace

std::vector<glm::vec2> backdrop_triangles(const BackdropShape& shape, const PictureView& view)
{
    // The two circles face the eye; their hull is a fan round the middle of the line between them.
    const glm::vec3 way = shape.b_m - shape.a_m;
    const glm::vec2 along(glm::dot(way, view.right), glm::dot(way, view.up));
    const float length = glm::length(along), heading = length > 1e-6f ? std::atan2(along.y, along.x) : 0;
    // Where the straight sides touch the circles.
    const float lean = length > 1e-6f ? std::asin(std::clamp((shape.a_radius_m - shape.b_radius_m) / length, -1.0f, 1.0f)) : 0;
    const float quarter = 0.25f * kTurn;
    std::vector<glm::vec2> rim;
    const auto round = [&](glm::vec3 centre, float radius, float from, float to) {
        for (int i = 0; i <= kCorners / 2; ++i) {
            const float at = from + (to - from) * static_cast<float>(i) / (kCorners / 2);
            glm::vec2 place;
            if (!in_picture(view, centre + radius * (std::cos(at) * view.right + std::sin(at) * view.up), place)) return false;
            rim.push_back(place);
        }
        return true;
    };
    if (!round(shape.b_m, shape.b_radius_m, heading - quarter + lean, heading + quarter - lean)) return {};
    if (!round(shape.a_m, shape.a_radius_m, heading + quarter - lean, heading + 3 * quarter + lean)) return {};
    std::vector<glm::vec2> triangles;
    for (std::size_t i = 1; i + 1 < rim.size(); ++i) triangles.insert(triangles.end(), {rim[0], rim[i], rim[i + 1]});
    return triangles;
}

Result<BackdropPass> BackdropPass::create(const fs::path& folder)
{
    auto program = Program::create(folder, {"backdrop.vert", "backdrop.frag"});
    if (!program.ok()) return program.problems();
    BackdropPass made;
    made.program_ = std::move(*program);
    made.vertices_ = GlBuffer::make();
    made.layout_ = GlVertexArray::make();
    glBindVertexArray(made.layout_.name());
    glBindBuffer(GL_ARRAY_BUFFER, made.vertices_.name());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(Vertex), reinterpret_cast<const void*>(offsetof(Vertex, place)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, sizeof(Vertex), reinterpret_cast<const void*>(offsetof(Vertex, colour)));
    glBindVertexArray(0);
    return made;
}

void BackdropPass::draw(const std::vector<BackdropShape>& shapes, const PictureView& view) const
{
    std::vector<Vertex> vertices;
    for (const BackdropShape& shape : shapes) {
        const glm::vec3 colour = srgb_encoded(shape.colour);
        for (const glm::vec2 place : backdrop_triangles(shape, view)) vertices.push_back({place, colour});
    }
    if (vertices.empty()) return;
    glBindVertexArray(layout_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(Vertex)), vertices.data(), GL_STREAM_DRAW);
    program_.use();
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(vertices.size()));
    glEnable(GL_DEPTH_TEST);
    glBindVertexArray(0);
}

}  // namespace genu
