#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include <glm/gtc/quaternion.hpp>
#include <tiny_gltf.h>

#include "scene/gltf.hpp"
#include "scene/gltf_access.hpp"

namespace genu {

namespace {

constexpr int kDeepest = 200;  // nodes below nodes; more is a loop

glm::mat4 own_matrix(const tinygltf::Node& node)
{
    if (node.matrix.size() == 16) {
        glm::mat4 m;
        for (int c = 0; c < 4; ++c) for (int r = 0; r < 4; ++r) m[c][r] = static_cast<float>(node.matrix[static_cast<std::size_t>(4 * c + r)]);
        return m;
    }
    const auto number = [](const std::vector<double>& v, std::size_t i, double fallback) { return static_cast<float>(i < v.size() ? v[i] : fallback); };
    const glm::quat turn(number(node.rotation, 3, 1), number(node.rotation, 0, 0), number(node.rotation, 1, 0), number(node.rotation, 2, 0));
    glm::mat4 m = glm::mat4_cast(turn);
    for (int c = 0; c < 3; ++c) m[c] *= number(node.scale, static_cast<std::size_t>(c), 1);
    for (int r = 0; r < 3; ++r) m[3][r] = number(node.translation, static_cast<std::size_t>(r), 0);
    return m;
}

std::vector<std::uint32_t> as_triangles(const std::vector<std::uint32_t>& index, int mode)
{
    if (mode != TINYGLTF_MODE_TRIANGLE_STRIP && mode != TINYGLTF_MODE_TRIANGLE_FAN) return {index.begin(), index.begin() + static_cast<std::ptrdiff_t>(index.size() / 3 * 3)};
    std::vector<std::uint32_t> triangles;
    for (std::size_t i = 0; i + 2 < index.size(); ++i) {
        if (mode == TINYGLTF_MODE_TRIANGLE_FAN) triangles.insert(triangles.end(), {index[0], index[i + 1], index[i + 2]});
        else if (i % 2 == 0) triangles.insert(triangles.end(), {index[i], index[i + 1], index[i + 2]});
        else triangles.insert(triangles.end(), {index[i + 1], index[i], index[i + 2]});
    }
    return triangles;
}

class Reader {
public:
    Reader(const tinygltf::Model& file, std::string name) : file_(file), name_(std::move(name)), accessors_(file, name_, problems_) {}

    Result<Model> read()
    {
        model_.generator = file_.asset.generator;
        read_names();
        place_nodes();
        add_joints();
        for (const int node : order_) if (file_.nodes[static_cast<std::size_t>(node)].mesh >= 0) add_mesh_node(node);
        if (model_.meshes.empty() && problems_.empty()) complain("", "holds no triangle mesh");
        if (!problems_.empty()) return problems_;
        return std::move(model_);
    }

private:
    void complain(const std::string& place, const std::string& message) { problems_.push_back({name_, place, message, ""}); }

    void read_names()
    {
        const int scene = is_index(file_.defaultScene, file_.scenes.size()) ? file_.defaultScene : 0;
        if (!is_index(scene, file_.scenes.size())) return;
        const tinygltf::Value& extras = file_.scenes[static_cast<std::size_t>(scene)].extras;
        if (!extras.IsObject()) return;
        const auto ids = [&](const char* key, std::vector<StructureId>& target) {
            const tinygltf::Value& list = extras.Get(key);
            for (std::size_t i = 0; list.IsArray() && i < list.ArrayLen(); ++i) {
                const tinygltf::Value& id = list.Get(static_cast<int>(i));
                if (id.IsString()) target.emplace_back(id.Get<std::string>());
                else complain(std::string("scene/extras/") + key, "entry " + std::to_string(i) + " is not a text");
            }
        };
        ids("attachment_owners", model_.attachment_owners);
        ids("territories", model_.territories);
        const tinygltf::Value& source = extras.Get("territory_source");
        if (source.IsString()) model_.territory_source = source.Get<std::string>();
    }

    void place_nodes()
    {
        world_.assign(file_.nodes.size(), glm::mat4(1));
        seen_.assign(file_.nodes.size(), false);
        std::vector<int> roots;
        const int scene = is_index(file_.defaultScene, file_.scenes.size()) ? file_.defaultScene : 0;
        if (is_index(scene, file_.scenes.size())) roots = file_.scenes[static_cast<std::size_t>(scene)].nodes;
        else for (std::size_t i = 0; i < file_.nodes.size(); ++i) roots.push_back(static_cast<int>(i));
        for (const int root : roots) place_node(root, glm::mat4(1), 0);
    }

    void place_node(int index, const glm::mat4& parent, int depth)
    {
        if (!is_index(index, file_.nodes.size())) return complain("scene", "names node " + std::to_string(index) + ", which does not exist");
        const auto i = static_cast<std::size_t>(index);
        if (seen_[i] || depth > kDeepest) return;
        seen_[i] = true;
        world_[i] = parent * own_matrix(file_.nodes[i]);
        order_.push_back(index);
        for (const int child : file_.nodes[i].children) place_node(child, world_[i], depth + 1);
    }

    // Every node that a skin names becomes a joint, in the order of the nodes.
    void add_joints()
    {
        joint_of_node_.assign(file_.nodes.size(), -1);
        std::vector<bool> is_joint(file_.nodes.size(), false);
        for (const tinygltf::Skin& skin : file_.skins) {
            for (const int joint : skin.joints) {
                if (is_index(joint, file_.nodes.size())) is_joint[static_cast<std::size_t>(joint)] = true;
                else complain("skin \"" + skin.name + "\"", "names node " + std::to_string(joint) + ", which does not exist");
            }
        }
        for (std::size_t i = 0; i < file_.nodes.size(); ++i) {
            if (!is_joint[i]) continue;
            const tinygltf::Node& node = file_.nodes[i];
            RigJoint joint;
            joint.name = node.name.empty() ? "joint." + std::to_string(i) : node.name;
            joint.rest_m = glm::vec3(world_[i][3]);
            read_hold(node, joint);
            joint_of_node_[i] = static_cast<int>(model_.joints.size());
            model_.joints.push_back(std::move(joint));
        }
    }

    void read_hold(const tinygltf::Node& node, RigJoint& joint)
    {
        if (!node.extras.IsObject() || !node.extras.Has("from")) return;
        const auto body = [&](const char* key, Body& target) {
            const tinygltf::Value& value = node.extras.Get(key);
            if (!value.IsString() || !body_from_name(value.Get<std::string>(), target)) complain("node \"" + node.name + "\"/extras/" + key, "is not the name of a body");
        };
        body("from", joint.from);
        body("to", joint.to);
        const tinygltf::Value& share = node.extras.Get("share");
        if (share.IsNumber()) joint.share = static_cast<float>(std::clamp(share.GetNumberAsDouble(), 0.0, 1.0));
    }

    void add_mesh_node(int node_index)
    {
        const tinygltf::Node& node = file_.nodes[static_cast<std::size_t>(node_index)];
        const std::string place = "node \"" + node.name + "\"";
        if (!is_index(node.mesh, file_.meshes.size())) return complain(place, "names mesh " + std::to_string(node.mesh) + ", which does not exist");
        const tinygltf::Mesh& source = file_.meshes[static_cast<std::size_t>(node.mesh)];
        Mesh mesh;
        mesh.id = StructureId(fresh_name(!node.name.empty() ? node.name : !source.name.empty() ? source.name : "mesh." + std::to_string(node_index)));
        const tinygltf::Skin* skin = is_index(node.skin, file_.skins.size()) ? &file_.skins[static_cast<std::size_t>(node.skin)] : nullptr;
        // A skinned mesh stands where its joints are; its node's own transform does not count (glTF 2.0, 3.7.3.3).
        const glm::mat4 transform = skin ? spread_of(*skin) : world_[static_cast<std::size_t>(node_index)];
        for (std::size_t i = 0; i < source.primitives.size(); ++i) add_primitive(mesh, source.primitives[i], transform, skin, place + " primitive " + std::to_string(i));
        if (mesh.indices.empty()) return;
        if (mesh.normal.size() != mesh.position_m.size()) compute_normals(mesh);
        if (skin) find_chain(mesh, *skin);
        model_.meshes.push_back(std::move(mesh));
    }

    // Places in few bytes are spread out by the inverse bind matrices (KHR_mesh_quantization); others lie where they say.
    glm::mat4 spread_of(const tinygltf::Skin& skin)
    {
        const auto& needed = file_.extensionsRequired;
        if (std::find(needed.begin(), needed.end(), "KHR_mesh_quantization") == needed.end() || skin.joints.empty() || skin.inverseBindMatrices < 0) return glm::mat4(1);
        const std::vector<float> bind = accessors_.floats(skin.inverseBindMatrices, 16, "skin \"" + skin.name + "\"");
        if (bind.size() < 16 || !is_index(skin.joints[0], file_.nodes.size())) return glm::mat4(1);
        glm::mat4 m;
        for (int c = 0; c < 4; ++c) for (int r = 0; r < 4; ++r) m[c][r] = bind[static_cast<std::size_t>(4 * c + r)];
        return world_[static_cast<std::size_t>(skin.joints[0])] * m;
    }

    std::string fresh_name(const std::string& name)
    {
        const int times = ++names_[name];
        return times == 1 ? name : name + "." + std::to_string(times);
    }

    void add_primitive(Mesh& mesh, const tinygltf::Primitive& primitive, const glm::mat4& transform, const tinygltf::Skin* skin, const std::string& place)
    {
        const bool draws_triangles = primitive.mode < 0 || primitive.mode >= TINYGLTF_MODE_TRIANGLES;
        const auto position = primitive.attributes.find("POSITION");
        if (!draws_triangles || position == primitive.attributes.end()) return;
        const std::size_t first = mesh.position_m.size();
        const std::vector<float> points = accessors_.floats(position->second, 3, place + " POSITION");
        if (points.empty()) return;
        const std::size_t count = points.size() / 3;
        const glm::mat3 turn(skin ? glm::mat4(1) : transform);
        mesh.position_m.reserve(first + count);
        for (std::size_t i = 0; i < count; ++i) mesh.position_m.push_back(glm::vec3(transform * glm::vec4(points[3 * i], points[3 * i + 1], points[3 * i + 2], 1)));
        const bool mirrors = glm::determinant(turn) < 0;
        add_indices(mesh, primitive, first, count, mirrors, place);
        add_directions(mesh.normal, primitive, "NORMAL", glm::transpose(glm::inverse(turn)), first, count, place);
        add_directions(mesh.fibre, primitive, "_FIBRE", turn, first, count, place);
        add_scalars(mesh.tendon, primitive, "_TENDON", first, count, place);
        add_scalars(mesh.occlusion, primitive, "_OCCLUSION", first, count, place);
        add_attachment(mesh.attachment, primitive, first, count, place);
        add_weights(mesh, primitive, skin, count, place);
    }

    void add_attachment(std::vector<std::array<std::uint8_t, 4>>& target, const tinygltf::Primitive& primitive, std::size_t first, std::size_t count, const std::string& place)
    {
        const auto found = primitive.attributes.find("_ATTACHMENT");
        if (found == primitive.attributes.end() || target.size() != first) return target.clear();
        const std::vector<float> values = accessors_.floats(found->second, 4, place + " _ATTACHMENT");
        if (!fits(values.size(), 4 * count, place, "_ATTACHMENT")) return;
        for (std::size_t i = 0; i < count; ++i) {
            std::array<std::uint8_t, 4> bytes;
            for (std::size_t k = 0; k < 4; ++k) bytes[k] = static_cast<std::uint8_t>(std::lround(255.0f * std::clamp(values[4 * i + k], 0.0f, 1.0f)));
            target.push_back(bytes);
        }
    }

    void add_indices(Mesh& mesh, const tinygltf::Primitive& primitive, std::size_t first, std::size_t count, bool mirrors, const std::string& place)
    {
        std::vector<std::uint32_t> index;
        if (primitive.indices >= 0) index = accessors_.whole(primitive.indices, 1, place + " indices");
        else for (std::size_t i = 0; i < count; ++i) index.push_back(static_cast<std::uint32_t>(i));
        for (const std::uint32_t i : index) {
            if (i >= count) return complain(place + " indices", "name vertex " + std::to_string(i) + " of " + std::to_string(count));
        }
        index = as_triangles(index, primitive.mode);
        for (std::size_t i = 0; mirrors && i + 2 < index.size(); i += 3) std::swap(index[i + 1], index[i + 2]);
        mesh.indices.reserve(mesh.indices.size() + index.size());
        for (const std::uint32_t i : index) mesh.indices.push_back(static_cast<std::uint32_t>(first) + i);
    }

    // Optional attributes are kept only when every primitive of the mesh has them.
    void add_directions(std::vector<glm::vec3>& target, const tinygltf::Primitive& primitive, const char* key, const glm::mat3& turn, std::size_t first, std::size_t count, const std::string& place)
    {
        const auto found = primitive.attributes.find(key);
        if (found == primitive.attributes.end() || target.size() != first) return target.clear();
        const std::vector<float> values = accessors_.floats(found->second, 3, place + " " + key);
        if (!fits(values.size(), 3 * count, place, key)) return;
        target.reserve(first + count);
        for (std::size_t i = 0; i < count; ++i) {
            const glm::vec3 d = turn * glm::vec3(values[3 * i], values[3 * i + 1], values[3 * i + 2]);
            const float length = glm::length(d);
            target.push_back(length > 1e-6f ? d / length : glm::vec3(0, 1, 0));
        }
    }

    void add_scalars(std::vector<float>& target, const tinygltf::Primitive& primitive, const char* key, std::size_t first, std::size_t count, const std::string& place)
    {
        const auto found = primitive.attributes.find(key);
        if (found == primitive.attributes.end() || target.size() != first) return target.clear();
        const std::vector<float> values = accessors_.floats(found->second, 1, place + " " + key);
        if (!fits(values.size(), count, place, key)) return;
        target.reserve(first + count);
        for (const float value : values) target.push_back(std::clamp(value, 0.0f, 1.0f));
    }

    bool fits(std::size_t size, std::size_t wanted, const std::string& place, const std::string& key)
    {
        if (size == wanted) return true;
        if (size > 0) complain(place + " " + key, "has another number of elements than POSITION");
        return false;
    }

    void add_weights(Mesh& mesh, const tinygltf::Primitive& primitive, const tinygltf::Skin* skin, std::size_t count, const std::string& place)
    {
        const auto joints = primitive.attributes.find("JOINTS_0"), weights = primitive.attributes.find("WEIGHTS_0");
        if (!skin || joints == primitive.attributes.end() || weights == primitive.attributes.end()) return add_rigid(mesh, count);
        const std::vector<std::uint32_t> joint = accessors_.whole(joints->second, 4, place + " JOINTS_0");
        const std::vector<float> weight = accessors_.floats(weights->second, 4, place + " WEIGHTS_0");
        if (!fits(joint.size(), 4 * count, place, "JOINTS_0") || !fits(weight.size(), 4 * count, place, "WEIGHTS_0")) return;
        mesh.joints.reserve(mesh.joints.size() + count);
        mesh.weights.reserve(mesh.weights.size() + count);
        for (std::size_t i = 0; i < count; ++i) {
            std::array<std::uint16_t, 4> of{0, 0, 0, 0};
            glm::vec4 share(0);
            for (std::size_t k = 0; k < 4; ++k) {
                const std::uint32_t local = joint[4 * i + k];
                if (local >= skin->joints.size()) return complain(place + " JOINTS_0", "name joint " + std::to_string(local) + " of " + std::to_string(skin->joints.size()));
                const int node = skin->joints[local];
                of[k] = is_index(node, joint_of_node_.size()) ? static_cast<std::uint16_t>(std::max(0, joint_of_node_[static_cast<std::size_t>(node)])) : std::uint16_t{0};
                share[static_cast<int>(k)] = std::max(0.0f, weight[4 * i + k]);
            }
            const float sum = share.x + share.y + share.z + share.w;
            mesh.joints.push_back(of);
            mesh.weights.push_back(sum > 1e-6f ? share / sum : glm::vec4(1, 0, 0, 0));
        }
    }

    // What has no skin moves with the pelvis.
    void add_rigid(Mesh& mesh, std::size_t count)
    {
        if (rigid_joint_ < 0) {
            rigid_joint_ = static_cast<int>(model_.joints.size());
            model_.joints.push_back({"joint.rigid", glm::vec3(0), Body::pelvis, Body::pelvis, 0});
        }
        const auto joint = static_cast<std::uint16_t>(rigid_joint_);
        mesh.joints.insert(mesh.joints.end(), count, {joint, joint, joint, joint});
        mesh.weights.insert(mesh.weights.end(), count, glm::vec4(1, 0, 0, 0));
    }

    void find_chain(Mesh& mesh, const tinygltf::Skin& skin)
    {
        const std::string prefix = mesh.id.text() + ".joint.";
        for (const int node : skin.joints) {
            if (!is_index(node, joint_of_node_.size()) || joint_of_node_[static_cast<std::size_t>(node)] < 0) continue;
            const auto joint = static_cast<std::uint16_t>(joint_of_node_[static_cast<std::size_t>(node)]);
            if (model_.joints[joint].name.rfind(prefix, 0) == 0) mesh.chain.push_back(joint);
        }
    }

    const tinygltf::Model& file_;
    std::string name_;
    Problems problems_;
    AccessorReader accessors_;
    Model model_;
    std::vector<glm::mat4> world_;
    std::vector<bool> seen_;
    std::vector<int> order_;
    std::vector<int> joint_of_node_;
    std::map<std::string, int> names_;
    int rigid_joint_ = -1;
};

// Pictures are of no use to Genu and the usual place for broken data, so none is decoded.
bool skip_image(tinygltf::Image*, const int, std::string*, std::string*, int, int, const unsigned char*, int, void*) { return true; }

std::string first_line(std::string text)
{
    const auto end = text.find('\n');
    if (end != std::string::npos) text.resize(end);
    return text;
}

template <class Load>
Result<Model> read_with(const std::string& name, Load load)
{
    tinygltf::TinyGLTF gltf;
    gltf.SetImageLoader(skip_image, nullptr);
    tinygltf::Model file;
    std::string error, warning;
    bool loaded = false;
    try {
        loaded = load(gltf, file, error, warning);
    } catch (const std::exception& exception) {
        error = exception.what();
    }
    if (!loaded) return Problem{name, "", "is not a readable glTF file: " + (error.empty() ? "unknown reason" : first_line(error)), "it may be cut short or damaged; write it again"};
    return Reader(file, name).read();
}

}  // namespace

Result<Model> read_glb(std::span<const std::byte> bytes, const std::string& name)
{
    // The header's own length tells a file that was cut short from one that is broken.
    std::uint32_t header[3] = {0, 0, 0};
    if (bytes.size() < 12) return Problem{name, "", "is too short to be a .glb file", ""};
    std::memcpy(header, bytes.data(), sizeof header);
    if (header[0] != 0x46546C67u) return Problem{name, "", "is not a .glb file: it does not begin with \"glTF\"", ""};
    if (header[1] != 2) return Problem{name, "", "is glTF version " + std::to_string(header[1]) + "; only version 2 is read", ""};
    if (header[2] > bytes.size()) {
        return Problem{name, "", "is cut short: " + std::to_string(bytes.size()) + " bytes of " + std::to_string(header[2]), "copy or build it again"};
    }
    return read_with(name, [&](tinygltf::TinyGLTF& gltf, tinygltf::Model& file, std::string& error, std::string& warning) {
        return gltf.LoadBinaryFromMemory(&file, &error, &warning, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned int>(bytes.size()), "");
    });
}

Result<Model> read_gltf(const fs::path& path)
{
    Result<std::vector<std::byte>> bytes = read_bytes(path);
    if (!bytes) return bytes.problems();
    if (path.extension() != ".gltf") return read_glb(*bytes, path.string());
    return read_with(path.string(), [&](tinygltf::TinyGLTF& gltf, tinygltf::Model& file, std::string& error, std::string& warning) {
        return gltf.LoadASCIIFromString(&file, &error, &warning, reinterpret_cast<const char*>(bytes->data()), static_cast<unsigned int>(bytes->size()), path.parent_path().string());
    });
}

}  // namespace genu
