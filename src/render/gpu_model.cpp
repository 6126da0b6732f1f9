#include "render/gpu_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "render/gl.hpp"
#include "render/mesh_preparation.hpp"

namespace genu {

namespace {

constexpr int kJointsPerRow = 256;  // must match shaders/include/skinning.glsl
constexpr int kTexelsPerJoint = 3;

using Packed4 = std::array<std::int16_t, 4>;

struct RestVertex {
    glm::vec3 position;
    Packed4 normal;
    Packed4 fibre;
    std::array<std::uint16_t, 4> joints;
    std::array<std::uint16_t, 4> weights;
};

/// What the skinning pass writes.
struct PosedVertex {
    glm::vec3 position;
    glm::vec3 normal;
    glm::vec3 fibre;
};

struct SurfaceVertex {
    glm::vec3 grain;
    std::array<std::uint8_t, 4> tendon_occlusion;
    std::array<std::uint8_t, 4> paint;  // Mesh::attachment
};

/// As std::lround, without a call: this runs a million times before the first picture.
int rounded(float x) { return static_cast<int>(x + (x < 0 ? -0.5f : 0.5f)); }

Packed4 packed(glm::vec3 v)
{
    const auto part = [](float x) { return static_cast<std::int16_t>(rounded(std::clamp(x, -1.0f, 1.0f) * 32767)); };
    return {part(v.x), part(v.y), part(v.z), 0};
}

std::array<std::uint16_t, 4> packed_weights(glm::vec4 w)
{
    const auto part = [](float x) { return static_cast<std::uint16_t>(rounded(std::clamp(x, 0.0f, 1.0f) * 65535)); };
    return {part(w.x), part(w.y), part(w.z), part(w.w)};
}

std::uint8_t byte_of(float x) { return static_cast<std::uint8_t>(rounded(std::clamp(x, 0.0f, 1.0f) * 255)); }

template <class T>
T value_or(const std::vector<T>& values, std::size_t i, T fallback) { return i < values.size() ? values[i] : fallback; }

/// Of `count` elements, which `fill` writes straight into the driver's memory: a copy of it would double what is touched.
template <class T, class Fill>
GlBuffer static_buffer(GLenum target, std::size_t count, Fill fill)
{
    GlBuffer buffer = GlBuffer::make();
    glBindBuffer(target, buffer.name());
    const auto bytes = static_cast<GLsizeiptr>(std::max<std::size_t>(1, count) * sizeof(T));
    glBufferData(target, bytes, nullptr, GL_STATIC_DRAW);
    // Others lose what a driver had to give up meanwhile; then it is written once more.
    do {
        if (auto* memory = static_cast<T*>(glMapBufferRange(target, 0, bytes, GL_MAP_WRITE_BIT | GL_MAP_INVALIDATE_BUFFER_BIT))) {
            fill(memory);
            continue;
        }
        std::vector<T> copy(count);
        fill(copy.data());
        glBufferSubData(target, 0, static_cast<GLsizeiptr>(count * sizeof(T)), copy.data());
        return buffer;
    } while (!glUnmapBuffer(target));
    return buffer;
}

RestVertex rest_vertex(const Mesh& mesh, std::size_t v, std::uint16_t still_joint)
{
    auto joints = value_or(mesh.joints, v, {still_joint, still_joint, still_joint, still_joint});
    for (auto& joint : joints) joint = std::min(joint, still_joint);
    return {mesh.position_m[v], packed(value_or(mesh.normal, v, glm::vec3(0, 1, 0))), packed(value_or(mesh.fibre, v, glm::vec3(0))), joints,
            packed_weights(value_or(mesh.weights, v, glm::vec4(1, 0, 0, 0)))};
}

SurfaceVertex surface_vertex(const Mesh& mesh, const PreparedMesh& prepared, std::size_t v)
{
    return {prepared.grain[v], {byte_of(value_or(prepared.tendon, v, 0.0f)), byte_of(value_or(mesh.occlusion, v, 1.0f)), 0, 0},
            value_or(mesh.attachment, v, {0, 0, 255, 255})};
}

void attribute(GLuint place, int parts, GLenum type, bool is_normalised, std::size_t stride, std::size_t offset)
{
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, parts, type, is_normalised, static_cast<GLsizei>(stride), reinterpret_cast<const void*>(offset));
}

}  // namespace

Result<GpuModel> GpuModel::create(const Model& model, const fs::path& shader_folder, bool with_coarse_levels)
{
    auto skinning = Program::create(shader_folder, {"skin.vert", "nothing.frag", {}, {"v_position", "v_normal", "v_fibre"}});
    if (!skinning.ok()) return skinning.problems();
    GpuModel made;
    made.skinning_ = std::move(*skinning);
    made.skinning_.use();
    Program::set(made.skinning_.place("t_joints"), 0);
    made.influences_place_ = made.skinning_.place("u_influences");
    made.upload(model, static_cast<std::uint16_t>(model.joints.size()), with_coarse_levels);
    return made;
}

void GpuModel::upload(const Model& model, std::uint16_t still_joint, bool with_coarse_levels)
{
    const std::vector<PreparedMesh> prepared = prepare_meshes(model, with_coarse_levels);
    std::size_t vertices = 0, corners = 0;
    for (std::size_t m = 0; m < model.meshes.size(); ++m) {
        const Mesh& mesh = model.meshes[m];
        Range range{static_cast<int>(vertices), static_cast<int>(mesh.position_m.size()), {}, prepared[m].influences, prepared[m].is_closed, 0, prepared[m].faces_outwards};
        const auto add_level = [&](std::size_t count, float error_m) {
            range.levels.push_back({static_cast<int>(corners), static_cast<int>(count), error_m});
            corners += count;
        };
        add_level(mesh.indices.size(), 0);
        for (const CoarseLevel& level : prepared[m].coarse) add_level(level.indices.size(), level.error_m);
        ranges_.push_back(std::move(range));
        looks_.push_back(look_of(mesh.id));
        vertices += mesh.position_m.size();
    }

    glBindVertexArray(0);
    rest_ = static_buffer<RestVertex>(GL_ARRAY_BUFFER, vertices, [&](RestVertex* next) {
        for (const Mesh& mesh : model.meshes) {
            for (std::size_t v = 0; v < mesh.position_m.size(); ++v) *next++ = rest_vertex(mesh, v, still_joint);
        }
    });
    surface_ = static_buffer<SurfaceVertex>(GL_ARRAY_BUFFER, vertices, [&](SurfaceVertex* next) {
        for (std::size_t m = 0; m < model.meshes.size(); ++m) {
            for (std::size_t v = 0; v < model.meshes[m].position_m.size(); ++v) *next++ = surface_vertex(model.meshes[m], prepared[m], v);
        }
    });
    posed_ = GlBuffer::make();
    glBindBuffer(GL_ARRAY_BUFFER, posed_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(std::max<std::size_t>(1, vertices) * sizeof(PosedVertex)), nullptr, GL_DYNAMIC_COPY);

    skinning_layout_ = GlVertexArray::make();
    glBindVertexArray(skinning_layout_.name());
    glBindBuffer(GL_ARRAY_BUFFER, rest_.name());
    attribute(0, 3, GL_FLOAT, false, sizeof(RestVertex), offsetof(RestVertex, position));
    attribute(1, 3, GL_SHORT, true, sizeof(RestVertex), offsetof(RestVertex, normal));
    attribute(2, 3, GL_SHORT, true, sizeof(RestVertex), offsetof(RestVertex, fibre));
    glEnableVertexAttribArray(3);
    glVertexAttribIPointer(3, 4, GL_UNSIGNED_SHORT, sizeof(RestVertex), reinterpret_cast<const void*>(offsetof(RestVertex, joints)));
    attribute(4, 4, GL_UNSIGNED_SHORT, true, sizeof(RestVertex), offsetof(RestVertex, weights));

    drawing_layout_ = GlVertexArray::make();
    glBindVertexArray(drawing_layout_.name());
    glBindBuffer(GL_ARRAY_BUFFER, posed_.name());
    attribute(0, 3, GL_FLOAT, false, sizeof(PosedVertex), offsetof(PosedVertex, position));
    attribute(1, 3, GL_FLOAT, false, sizeof(PosedVertex), offsetof(PosedVertex, normal));
    attribute(2, 3, GL_FLOAT, false, sizeof(PosedVertex), offsetof(PosedVertex, fibre));
    glBindBuffer(GL_ARRAY_BUFFER, surface_.name());
    attribute(3, 3, GL_FLOAT, false, sizeof(SurfaceVertex), offsetof(SurfaceVertex, grain));
    attribute(4, 2, GL_UNSIGNED_BYTE, true, sizeof(SurfaceVertex), offsetof(SurfaceVertex, tendon_occlusion));
    attribute(5, 4, GL_UNSIGNED_BYTE, true, sizeof(SurfaceVertex), offsetof(SurfaceVertex, paint));
    indices_ = static_buffer<std::uint32_t>(GL_ELEMENT_ARRAY_BUFFER, corners, [&](std::uint32_t* next) {
        for (std::size_t m = 0; m < model.meshes.size(); ++m) {
            const auto first = static_cast<std::uint32_t>(ranges_[m].first_vertex);
            for (const std::uint32_t index : model.meshes[m].indices) *next++ = index + first;
            for (const CoarseLevel& level : prepared[m].coarse) {
                for (const std::uint32_t index : level.indices) *next++ = index + first;
            }
        }
    });
    glBindVertexArray(0);
}

void GpuModel::upload_joints(const PoseTracker& tracker)
{
    const std::vector<SkinMatrix>& joints = tracker.joints();
    const int rows = static_cast<int>((joints.size() + kJointsPerRow - 1) / kJointsPerRow);
    std::vector<SkinMatrix> padded = joints;
    padded.resize(static_cast<std::size_t>(rows) * kJointsPerRow);
    const bool is_new = !joints_;
    if (is_new) joints_ = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, joints_.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, kJointsPerRow * kTexelsPerJoint, rows, 0, GL_RGBA, GL_FLOAT, padded.data());
    if (is_new) {
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    }
}

bool GpuModel::pose(const PoseTracker& tracker, const std::vector<std::uint32_t>& meshes)
{
    std::vector<std::uint32_t> stale;
    for (const std::uint32_t mesh : meshes) {
        if (ranges_[mesh].posed_version == tracker.version(mesh)) continue;
        ranges_[mesh].posed_version = tracker.version(mesh);
        stale.push_back(mesh);
    }
    if (stale.empty()) return false;
    glActiveTexture(GL_TEXTURE0);
    if (joints_version_ != tracker.version()) upload_joints(tracker);
    joints_version_ = tracker.version();
    glBindTexture(GL_TEXTURE_2D, joints_.name());
    std::sort(stale.begin(), stale.end());
    skin(stale);
    return true;
}

void GpuModel::skin(const std::vector<std::uint32_t>& meshes)
{
    skinning_.use();
    glBindVertexArray(skinning_layout_.name());
    glEnable(GL_RASTERIZER_DISCARD);
    for (const std::uint32_t mesh : meshes) {
        const Range& range = ranges_[mesh];
        if (range.vertex_count == 0) continue;
        Program::set(influences_place_, range.influences);
        glBindBufferRange(GL_TRANSFORM_FEEDBACK_BUFFER, 0, posed_.name(), static_cast<GLintptr>(range.first_vertex * sizeof(PosedVertex)),
                          static_cast<GLsizeiptr>(range.vertex_count * sizeof(PosedVertex)));
        glBeginTransformFeedback(GL_POINTS);
        glDrawArrays(GL_POINTS, range.first_vertex, range.vertex_count);
        glEndTransformFeedback();
    }
    glBindBufferBase(GL_TRANSFORM_FEEDBACK_BUFFER, 0, 0);
    glDisable(GL_RASTERIZER_DISCARD);
    glBindVertexArray(0);
}

void GpuModel::bind() const { glBindVertexArray(drawing_layout_.name()); }

int GpuModel::draw(std::uint32_t mesh, float tolerance_m) const
{
    const std::vector<Level>& levels = ranges_[mesh].levels;
    std::size_t chosen = 0;
    while (chosen + 1 < levels.size() && levels[chosen + 1].error_m <= tolerance_m) ++chosen;
    const Level& level = levels[chosen];
    if (level.index_count == 0) return 0;
    const auto offset = static_cast<std::size_t>(level.first_index) * sizeof(std::uint32_t);
    glDrawElements(GL_TRIANGLES, level.index_count, GL_UNSIGNED_INT, reinterpret_cast<const void*>(offset));
    return level.index_count / 3;
}

}  // namespace genu
