#include "scene/gltf.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <sstream>

#include <tiny_gltf.h>

#include "scene/animation.hpp"
#include "scene/gltf_small.hpp"

namespace genu {

namespace {

/// One vertex as it lies in the file. Kept small: a leg is some 200,000 of them.
struct FileVertex {
    float position[3];
    float normal[3];
    std::int8_t fibre[4];
    float tendon;
    float occlusion;
    std::uint8_t colour[4];
    std::uint8_t joints[4];
    std::uint16_t weights[4];
};
static_assert(sizeof(FileVertex) == 52);

float linear(float srgb) { return srgb <= 0.04045f ? srgb / 12.92f : std::pow((srgb + 0.055f) / 1.055f, 2.4f); }

std::uint8_t byte(float value) { return static_cast<std::uint8_t>(std::lround(255.0f * std::clamp(value, 0.0f, 1.0f))); }

// Sixteen-bit weights must add up exactly: the largest takes the rounding.
void put_weights(FileVertex& vertex, glm::vec4 weights)
{
    int total = 0, largest = 0;
    for (int k = 0; k < 4; ++k) {
        vertex.weights[k] = static_cast<std::uint16_t>(std::lround(65535.0f * std::clamp(weights[k], 0.0f, 1.0f)));
        total += vertex.weights[k];
        if (vertex.weights[k] > vertex.weights[largest]) largest = k;
    }
    vertex.weights[largest] = static_cast<std::uint16_t>(vertex.weights[largest] + 65535 - total);
}

class Writer {
public:
    Writer(const Model& model, const std::vector<TissueColours>& colours, GlbForm form, const Animation* animation) : model_(model), colours_(colours), form_(form), animation_(animation) {}

    tinygltf::Model make()
    {
        out_.asset.version = "2.0";
        out_.asset.generator = model_.generator;
        out_.buffers.emplace_back();
        out_.scenes.emplace_back();
        out_.scenes[0].name = "leg";
        out_.scenes[0].extras = names();
        out_.defaultScene = 0;
        if (form_ == GlbForm::web) out_.extensionsUsed = out_.extensionsRequired = {"KHR_mesh_quantization"};
        add_rig();
        for (std::size_t i = 0; i < model_.meshes.size(); ++i) add_structure(model_.meshes[i], colours_[i]);
        add_inverse_binds();
        if (animation_) for (const BakedClip& clip : animation_->clips) add_clip(clip);
        return std::move(out_);
    }

private:
    // Absent when there are none: other programs' models stay as they were.
    tinygltf::Value names() const
    {
        tinygltf::Value::Object extras;
        const auto list = [](const std::vector<StructureId>& ids) {
            tinygltf::Value::Array texts;
            for (const StructureId& id : ids) texts.emplace_back(id.text());
            return tinygltf::Value(std::move(texts));
        };
        if (!model_.attachment_owners.empty()) extras["attachment_owners"] = list(model_.attachment_owners);
        if (!model_.territories.empty()) extras["territories"] = list(model_.territories);
        if (!model_.territory_source.empty()) extras["territory_source"] = tinygltf::Value(model_.territory_source);
        return extras.empty() ? tinygltf::Value() : tinygltf::Value(std::move(extras));
    }

    void add_rig()
    {
        tinygltf::Node rig;
        rig.name = "rig";
        for (std::size_t i = 0; i < model_.joints.size(); ++i) {
            const RigJoint& joint = model_.joints[i];
            tinygltf::Node node;
            node.name = joint.name;
            node.translation = {joint.rest_m.x, joint.rest_m.y, joint.rest_m.z};
            const glm::quat turn = rest_turn(i);
            if (turn.w != 1) node.rotation = {turn.x, turn.y, turn.z, turn.w};
            node.extras = tinygltf::Value(tinygltf::Value::Object{{"from", tinygltf::Value(std::string(name_of(joint.from)))},
                                                                  {"to", tinygltf::Value(std::string(name_of(joint.to)))},
                                                                  {"share", tinygltf::Value(static_cast<double>(joint.share))}});
            rig.children.push_back(static_cast<int>(i) + 1);
            out_.nodes.push_back(std::move(node));
        }
        out_.nodes.insert(out_.nodes.begin(), std::move(rig));
        out_.scenes[0].nodes.push_back(0);
    }

    void add_structure(const Mesh& mesh, const TissueColours& colours)
    {
        tinygltf::Node node;
        node.name = mesh.id.text();
        if (!colours.tissue.empty()) node.extras = tinygltf::Value(tinygltf::Value::Object{{"tissue", tinygltf::Value(colours.tissue)}});
        node.skin = add_skin(mesh);
        node.mesh = static_cast<int>(out_.meshes.size());
        tinygltf::Mesh file_mesh;
        file_mesh.name = mesh.id.text();
        file_mesh.primitives.push_back(add_primitive(mesh, colours));
        out_.meshes.push_back(std::move(file_mesh));
        out_.scenes[0].nodes.push_back(static_cast<int>(out_.nodes.size()));
        out_.nodes.push_back(std::move(node));
    }

    // Only the joints the structure uses, in the model's order.
    int add_skin(const Mesh& mesh)
    {
        local_.assign(model_.joints.size(), -1);
        for (std::size_t i = 0; i < mesh.joints.size(); ++i) {
            for (int k = 0; k < 4; ++k) if (mesh.weights[i][k] > 0) local_[mesh.joints[i][static_cast<std::size_t>(k)]] = 0;
        }
        for (const std::uint16_t joint : mesh.chain) local_[joint] = 0;
        tinygltf::Skin skin;
        skin.name = mesh.id.text();
        skin.skeleton = 0;
        for (std::size_t j = 0; j < local_.size(); ++j) {
            if (local_[j] < 0) continue;
            local_[j] = static_cast<int>(skin.joints.size());
            skin.joints.push_back(static_cast<int>(j) + 1);
        }
        out_.skins.push_back(std::move(skin));
        spaces_.push_back(form_ == GlbForm::web ? small_space(mesh.position_m) : SmallSpace{});
        return static_cast<int>(out_.skins.size()) - 1;
    }

    FileVertex file_vertex(const Mesh& mesh, std::size_t i, const TissueColours& colours) const
    {
        FileVertex vertex{};
        const float tendon = mesh.tendon.empty() ? 0.0f : mesh.tendon[i];
        const float occlusion = mesh.occlusion.empty() ? 1.0f : mesh.occlusion[i];
        for (int k = 0; k < 3; ++k) {
            vertex.position[k] = mesh.position_m[i][k];
            vertex.normal[k] = mesh.normal[i][k];
            if (!mesh.fibre.empty()) vertex.fibre[k] = static_cast<std::int8_t>(std::lround(127.0f * std::clamp(mesh.fibre[i][k], -1.0f, 1.0f)));
            const float base = linear(colours.base_srgb[k]);
            vertex.colour[k] = byte(occlusion * (base + tendon * (linear(colours.tendon_srgb[k]) - base)));
        }
        vertex.colour[3] = 255;
        vertex.tendon = tendon;
        vertex.occlusion = occlusion;
        put_weights(vertex, mesh.weights[i]);
        for (std::size_t k = 0; k < 4; ++k) {
            vertex.joints[k] = vertex.weights[k] > 0 ? static_cast<std::uint8_t>(local_[mesh.joints[i][k]]) : std::uint8_t{0};
        }
        return vertex;
    }

    void add_attachment(const Mesh& mesh, tinygltf::Primitive& primitive)
    {
        if (mesh.attachment.empty()) return;
        // In bytes of its own: only bones and skin have it.
        const int own = add_view(mesh.attachment.data(), mesh.attachment.size() * 4, 4, TINYGLTF_TARGET_ARRAY_BUFFER);
        primitive.attributes["_ATTACHMENT"] = add_accessor(own, 0, TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, true, TINYGLTF_TYPE_VEC4, mesh.attachment.size());
    }

    tinygltf::Primitive add_small_primitive(const Mesh& mesh, const TissueColours& colours)
    {
        const SmallSpace& space = spaces_.back();
        const std::size_t count = mesh.position_m.size();
        SmallRows rows(count);
        const std::size_t position = rows.add(6), normal = rows.add(3), colour = rows.add(4), joints = rows.add(4), weights = rows.add(4);
        const std::size_t fibre = mesh.fibre.empty() ? 0 : rows.add(3), tendon = mesh.tendon.empty() ? 0 : rows.add(1), occlusion = mesh.occlusion.empty() ? 0 : rows.add(1);
        rows.lay_out();
        glm::u16vec3 low(65535), high(0);
        for (std::size_t i = 0; i < count; ++i) {
            const FileVertex vertex = file_vertex(mesh, i, colours);
            const glm::u16vec3 place = small_place(space, mesh.position_m[i]);
            low = glm::min(low, place);
            high = glm::max(high, place);
            rows.put(i, position, place);
            rows.put(i, normal, small_direction(mesh.normal[i]));
            rows.put(i, colour, vertex.colour);
            const glm::u8vec4 weight = small_weights(mesh.weights[i]);
            rows.put(i, weights, weight);
            for (std::size_t k = 0; k < 4; ++k) if (weight[static_cast<int>(k)] > 0) rows.put(i, joints + k, vertex.joints[k]);
            if (!mesh.fibre.empty()) rows.put(i, fibre, small_direction(mesh.fibre[i]));
            if (!mesh.tendon.empty()) rows.put(i, tendon, byte(vertex.tendon));
            if (!mesh.occlusion.empty()) rows.put(i, occlusion, byte(vertex.occlusion));
        }
        const int view = add_view(rows.data().data(), rows.data().size(), rows.stride(), TINYGLTF_TARGET_ARRAY_BUFFER);
        const auto accessor = [&](std::size_t offset, int component, bool normalised, int type) { return add_accessor(view, offset, component, normalised, type, count); };
        tinygltf::Primitive primitive;
        primitive.mode = TINYGLTF_MODE_TRIANGLES;
        const int places = accessor(position, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT, false, TINYGLTF_TYPE_VEC3);
        for (int k = 0; k < 3; ++k) {
            out_.accessors[static_cast<std::size_t>(places)].minValues.push_back(low[k]);
            out_.accessors[static_cast<std::size_t>(places)].maxValues.push_back(high[k]);
        }
        primitive.attributes["POSITION"] = places;
        primitive.attributes["NORMAL"] = accessor(normal, TINYGLTF_COMPONENT_TYPE_BYTE, true, TINYGLTF_TYPE_VEC3);
        primitive.attributes["COLOR_0"] = accessor(colour, TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, true, TINYGLTF_TYPE_VEC4);
        primitive.attributes["JOINTS_0"] = accessor(joints, TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, false, TINYGLTF_TYPE_VEC4);
        primitive.attributes["WEIGHTS_0"] = accessor(weights, TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, true, TINYGLTF_TYPE_VEC4);
        if (!mesh.fibre.empty()) primitive.attributes["_FIBRE"] = accessor(fibre, TINYGLTF_COMPONENT_TYPE_BYTE, true, TINYGLTF_TYPE_VEC3);
        if (!mesh.tendon.empty()) primitive.attributes["_TENDON"] = accessor(tendon, TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, true, TINYGLTF_TYPE_SCALAR);
        if (!mesh.occlusion.empty()) primitive.attributes["_OCCLUSION"] = accessor(occlusion, TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, true, TINYGLTF_TYPE_SCALAR);
        add_attachment(mesh, primitive);
        primitive.indices = add_indices(mesh);
        primitive.material = material_for(colours);
        return primitive;
    }

    tinygltf::Primitive add_primitive(const Mesh& mesh, const TissueColours& colours)
    {
        if (form_ == GlbForm::web) return add_small_primitive(mesh, colours);
        std::vector<FileVertex> vertices;
        vertices.reserve(mesh.position_m.size());
        for (std::size_t i = 0; i < mesh.position_m.size(); ++i) vertices.push_back(file_vertex(mesh, i, colours));
        const int view = add_view(vertices.data(), vertices.size() * sizeof(FileVertex), sizeof(FileVertex), TINYGLTF_TARGET_ARRAY_BUFFER);
        const auto accessor = [&](std::size_t offset, int component, bool normalised, int type) {
            return add_accessor(view, offset, component, normalised, type, vertices.size());
        };
        tinygltf::Primitive primitive;
        primitive.mode = TINYGLTF_MODE_TRIANGLES;
        const int position = accessor(offsetof(FileVertex, position), TINYGLTF_COMPONENT_TYPE_FLOAT, false, TINYGLTF_TYPE_VEC3);
        const Bounds bounds = bounds_of(mesh);
        for (int k = 0; k < 3; ++k) {
            out_.accessors[static_cast<std::size_t>(position)].minValues.push_back(bounds.low[k]);
            out_.accessors[static_cast<std::size_t>(position)].maxValues.push_back(bounds.high[k]);
        }
        primitive.attributes["POSITION"] = position;
        primitive.attributes["NORMAL"] = accessor(offsetof(FileVertex, normal), TINYGLTF_COMPONENT_TYPE_FLOAT, false, TINYGLTF_TYPE_VEC3);
        primitive.attributes["COLOR_0"] = accessor(offsetof(FileVertex, colour), TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, true, TINYGLTF_TYPE_VEC4);
        primitive.attributes["JOINTS_0"] = accessor(offsetof(FileVertex, joints), TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE, false, TINYGLTF_TYPE_VEC4);
        primitive.attributes["WEIGHTS_0"] = accessor(offsetof(FileVertex, weights), TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT, true, TINYGLTF_TYPE_VEC4);
        if (!mesh.fibre.empty()) primitive.attributes["_FIBRE"] = accessor(offsetof(FileVertex, fibre), TINYGLTF_COMPONENT_TYPE_BYTE, true, TINYGLTF_TYPE_VEC3);
        if (!mesh.tendon.empty()) primitive.attributes["_TENDON"] = accessor(offsetof(FileVertex, tendon), TINYGLTF_COMPONENT_TYPE_FLOAT, false, TINYGLTF_TYPE_SCALAR);
        if (!mesh.occlusion.empty()) primitive.attributes["_OCCLUSION"] = accessor(offsetof(FileVertex, occlusion), TINYGLTF_COMPONENT_TYPE_FLOAT, false, TINYGLTF_TYPE_SCALAR);
        add_attachment(mesh, primitive);
        primitive.indices = add_indices(mesh);
        primitive.material = material_for(colours);
        return primitive;
    }

    int add_indices(const Mesh& mesh)
    {
        if (mesh.position_m.size() > 65535) {
            const int view = add_view(mesh.indices.data(), mesh.indices.size() * 4, 0, TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER);
            return add_accessor(view, 0, TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT, false, TINYGLTF_TYPE_SCALAR, mesh.indices.size());
        }
        const std::vector<std::uint16_t> small(mesh.indices.begin(), mesh.indices.end());
        const int view = add_view(small.data(), small.size() * 2, 0, TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER);
        return add_accessor(view, 0, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT, false, TINYGLTF_TYPE_SCALAR, small.size());
    }

    glm::quat rest_turn(std::size_t joint) const { return animation_ ? animation_->rest_turn[joint] : glm::quat(1, 0, 0, 0); }

    // Joints stand unturned at rest unless they are animated: the inverse bind matrix moves back, and turns back; small places are spread out by it too.
    void add_inverse_binds()
    {
        std::vector<float> matrices;
        std::vector<std::size_t> offset;
        for (std::size_t i = 0; i < out_.skins.size(); ++i) {
            const tinygltf::Skin& skin = out_.skins[i];
            const SmallSpace& space = spaces_[i];
            const float s = space.step_m;
            offset.push_back(matrices.size() * sizeof(float));
            for (const int joint : skin.joints) {
                const glm::mat3 back(glm::mat3_cast(glm::conjugate(rest_turn(static_cast<std::size_t>(joint - 1)))));
                const glm::vec3 p = back * (space.low_m - model_.joints[static_cast<std::size_t>(joint - 1)].rest_m);
                for (int column = 0; column < 3; ++column) matrices.insert(matrices.end(), {s * back[column].x, s * back[column].y, s * back[column].z, 0});
                matrices.insert(matrices.end(), {p.x, p.y, p.z, 1});
            }
        }
        if (matrices.empty()) return;
        const int view = add_view(matrices.data(), matrices.size() * sizeof(float), 0, 0);
        for (std::size_t i = 0; i < out_.skins.size(); ++i) {
            out_.skins[i].inverseBindMatrices = add_accessor(view, offset[i], TINYGLTF_COMPONENT_TYPE_FLOAT, false, TINYGLTF_TYPE_MAT4, out_.skins[i].joints.size());
        }
    }

    void add_clip(const BakedClip& clip)
    {
        tinygltf::Animation animation;
        animation.name = clip.name;
        const int view = add_view(clip.time_s.data(), clip.time_s.size() * sizeof(float), 0, 0);
        const int input = add_accessor(view, 0, TINYGLTF_COMPONENT_TYPE_FLOAT, false, TINYGLTF_TYPE_SCALAR, clip.time_s.size());
        out_.accessors.back().minValues = {clip.time_s.front()};
        out_.accessors.back().maxValues = {clip.time_s.back()};
        add_node_keys(animation, input, 0, clip.root, JointKey{});
        for (std::size_t j = 0; j < model_.joints.size(); ++j) {
            std::vector<JointKey> keys;
            for (const auto& row : clip.joints) keys.push_back(row[j]);
            add_node_keys(animation, input, static_cast<int>(j) + 1, keys, {model_.joints[j].rest_m, rest_turn(j)});
        }
        out_.animations.push_back(std::move(animation));
    }

    // What does not leave its rest gets no channel: most joints do not scale, and many do not move at all.
    void add_node_keys(tinygltf::Animation& animation, int input, int node, const std::vector<JointKey>& keys, const JointKey& rest)
    {
        std::vector<float> place, turn, scale;
        bool moves = false, turns = false, scales = false;
        for (const JointKey& key : keys) {
            moves |= glm::length(key.place_m - rest.place_m) > 5e-5f;
            turns |= std::abs(glm::dot(key.turn, rest.turn)) < 0.9999995f;
            scales |= glm::length(key.scale - glm::vec3(1)) > 1e-3f;
            place.insert(place.end(), {key.place_m.x, key.place_m.y, key.place_m.z});
            turn.insert(turn.end(), {key.turn.x, key.turn.y, key.turn.z, key.turn.w});
            scale.insert(scale.end(), {key.scale.x, key.scale.y, key.scale.z});
        }
        if (moves) add_channel(animation, input, node, "translation", place, TINYGLTF_TYPE_VEC3, keys.size());
        if (turns) add_channel(animation, input, node, "rotation", turn, TINYGLTF_TYPE_VEC4, keys.size());
        if (scales) add_channel(animation, input, node, "scale", scale, TINYGLTF_TYPE_VEC3, keys.size());
    }

    void add_channel(tinygltf::Animation& animation, int input, int node, const char* what, const std::vector<float>& values, int type, std::size_t count)
    {
        tinygltf::AnimationSampler sampler;
        sampler.input = input;
        const int view = add_view(values.data(), values.size() * sizeof(float), 0, 0);
        sampler.output = add_accessor(view, 0, TINYGLTF_COMPONENT_TYPE_FLOAT, false, type, count);
        tinygltf::AnimationChannel channel;
        channel.sampler = static_cast<int>(animation.samplers.size());
        channel.target_node = node;
        channel.target_path = what;
        animation.samplers.push_back(std::move(sampler));
        animation.channels.push_back(std::move(channel));
    }

    // Vertex colours carry the colour, so materials differ only in how they let light through.
    int material_for(const TissueColours& colours)
    {
        const std::string name = colours.tissue.empty() ? "tissue" : colours.tissue;
        const auto [found, is_new] = materials_.try_emplace({name, colours.alpha}, static_cast<int>(out_.materials.size()));
        if (is_new) {
            tinygltf::Material material;
            material.name = name;
            material.pbrMetallicRoughness.baseColorFactor = {1, 1, 1, colours.alpha};
            material.pbrMetallicRoughness.metallicFactor = 0;
            material.pbrMetallicRoughness.roughnessFactor = name == "tendon" || name == "cartilage" ? 0.45 : 0.62;
            if (colours.alpha < 1) material.alphaMode = "BLEND";
            out_.materials.push_back(std::move(material));
        }
        return found->second;
    }

    int add_view(const void* data, std::size_t size, std::size_t stride, int target)
    {
        std::vector<unsigned char>& buffer = out_.buffers[0].data;
        buffer.resize((buffer.size() + 3) / 4 * 4);
        tinygltf::BufferView view;
        view.buffer = 0;
        view.byteOffset = buffer.size();
        view.byteLength = size;
        view.byteStride = stride;
        view.target = target;
        const auto* bytes = static_cast<const unsigned char*>(data);
        buffer.insert(buffer.end(), bytes, bytes + size);
        out_.bufferViews.push_back(std::move(view));
        return static_cast<int>(out_.bufferViews.size()) - 1;
    }

    int add_accessor(int view, std::size_t offset, int component, bool normalised, int type, std::size_t count)
    {
        tinygltf::Accessor accessor;
        accessor.bufferView = view;
        accessor.byteOffset = offset;
        accessor.componentType = component;
        accessor.normalized = normalised;
        accessor.type = type;
        accessor.count = count;
        out_.accessors.push_back(std::move(accessor));
        return static_cast<int>(out_.accessors.size()) - 1;
    }

    const Model& model_;
    const std::vector<TissueColours>& colours_;
    GlbForm form_;
    const Animation* animation_;
    tinygltf::Model out_;
    std::vector<SmallSpace> spaces_;  // one per skin
    std::vector<int> local_;  // model joint -> joint of the current skin
    std::map<std::pair<std::string, float>, int> materials_;
};

}  // namespace

Result<Done> write_glb(const fs::path& path, const Model& model, const std::vector<TissueColours>& colours, GlbForm form, const Animation* animation)
{
    GENU_ASSERT(colours.size() == model.meshes.size());
    const tinygltf::Model out = Writer(model, colours, form, animation).make();
    std::ostringstream stream(std::ios::binary);
    tinygltf::TinyGLTF gltf;
    if (!gltf.WriteGltfSceneToStream(&out, stream, false, true)) return Problem{path.string(), "", "could not be put into glTF form", ""};
    return write_whole(path, stream.str());
}

}  // namespace genu
