#include <cmath>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>

#include <nlohmann/json.hpp>

#include "scene/gltf.hpp"
#include "support/catch.hpp"

using namespace genu;

namespace {

fs::path temporary(const std::string& name) { return fs::temp_directory_path() / ("genu_gltf_" + name); }

// A tetrahedron that hangs on two joints, and a rigid one beside it.
Model small_model()
{
    Model model;
    model.generator = "test";
    model.joints = {{"joint.femur", {0, 0.4f, 0}, Body::femur, Body::femur, 0},
                    {"muscle.a.joint.00", {0, 0.1f, 0}, Body::femur, Body::tibia, 0.25f},
                    {"muscle.a.joint.01", {0, -0.1f, 0}, Body::femur, Body::tibia, 1}};
    Mesh muscle;
    muscle.id = StructureId("muscle.a");
    muscle.position_m = {{0, 0, 0}, {0.01f, 0, 0}, {0, 0.02f, 0}, {0, 0, 0.03f}};
    muscle.indices = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
    compute_normals(muscle);
    muscle.fibre.assign(4, {0, 1, 0});
    muscle.tendon = {0, 0.25f, 0.5f, 1};
    muscle.occlusion = {1, 0.75f, 0.5f, 0.25f};
    muscle.joints.assign(4, {1, 2, 0, 0});
    muscle.weights = {{1, 0, 0, 0}, {0.5f, 0.5f, 0, 0}, {0.3f, 0.7f, 0, 0}, {0, 1, 0, 0}};
    muscle.chain = {1, 2};
    Mesh bone = muscle;
    bone.id = StructureId("bone.b");
    bone.fibre.clear();
    bone.tendon.clear();
    bone.chain.clear();
    bone.joints.assign(4, {0, 0, 0, 0});
    bone.weights.assign(4, {1, 0, 0, 0});
    bone.attachment = {{0, 255, 255, 1}, {128, 0, 0, 255}, {1, 2, 0, 1}, {255, 254, 1, 0}};
    model.attachment_owners = {StructureId("muscle.a"), StructureId("ligament.c")};
    model.territories = {StructureId("nerve.d")};
    model.territory_source = "a map";
    model.meshes = {muscle, bone};
    return model;
}

std::vector<std::byte> small_glb()
{
    const fs::path path = temporary("small.glb");
    const TissueColours red{{0.6f, 0.2f, 0.2f}, {0.9f, 0.9f, 0.8f}, 1, "muscle"};
    REQUIRE(write_glb(path, small_model(), {red, {{0.9f, 0.85f, 0.7f}, {0.9f, 0.85f, 0.7f}, 0.5f, "bone"}}).ok());
    std::vector<std::byte> bytes = *read_bytes(path);
    fs::remove(path);
    return bytes;
}

nlohmann::json json_of(const std::vector<std::byte>& glb)
{
    std::uint32_t length = 0;
    std::memcpy(&length, glb.data() + 12, 4);
    return nlohmann::json::parse(reinterpret_cast<const char*>(glb.data()) + 20, reinterpret_cast<const char*>(glb.data()) + 20 + length);
}

void put(std::vector<std::byte>& bytes, const void* data, std::size_t size)
{
    const auto* from = static_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), from, from + size);
}

// The same file with its JSON changed and, if wished, its binary part.
std::vector<std::byte> altered(const std::vector<std::byte>& glb, const std::function<void(nlohmann::json&)>& change, const std::function<void(std::vector<std::byte>&)>& change_data = {})
{
    std::uint32_t length = 0;
    std::memcpy(&length, glb.data() + 12, 4);
    nlohmann::json json = json_of(glb);
    change(json);
    std::string text = json.dump();
    text.resize((text.size() + 3) / 4 * 4, ' ');
    std::vector<std::byte> data(glb.begin() + 28 + length, glb.end());
    if (change_data) change_data(data);
    std::vector<std::byte> result;
    const std::uint32_t sizes[] = {0x46546C67u, 2, static_cast<std::uint32_t>(28 + text.size() + data.size()), static_cast<std::uint32_t>(text.size()), 0x4E4F534Au};
    put(result, sizes, sizeof sizes);
    put(result, text.data(), text.size());
    const std::uint32_t chunk[] = {static_cast<std::uint32_t>(data.size()), 0x004E4942u};
    put(result, chunk, sizeof chunk);
    put(result, data.data(), data.size());
    return result;
}

std::string problems_of(const std::vector<std::byte>& glb)
{
    const Result<Model> model = read_glb(glb, "leg.glb");
    return model ? std::string() : to_text(model.problems());
}

std::size_t accessor_of(const nlohmann::json& json, const char* attribute) { return json["meshes"][0]["primitives"][0]["attributes"][attribute]; }

}  // namespace

TEST_CASE("a model comes back from glTF as it was written")
{
    const Model before = small_model();
    const Result<Model> read = read_glb(small_glb(), "small.glb");
    INFO((read ? std::string() : to_text(read.problems())));
    REQUIRE(read.ok());
    const Model& after = *read;
    CHECK(after.generator == "test");
    REQUIRE(after.joints.size() == 3);
    CHECK(after.joints[1].name == "muscle.a.joint.00");
    CHECK(after.joints[1].rest_m == before.joints[1].rest_m);
    CHECK(after.joints[1].from == Body::femur);
    CHECK(after.joints[1].to == Body::tibia);
    CHECK(after.joints[1].share == 0.25f);
    REQUIRE(after.meshes.size() == 2);
    const Mesh& muscle = after.meshes[0];
    CHECK(muscle.id == before.meshes[0].id);
    CHECK(muscle.position_m == before.meshes[0].position_m);
    CHECK(muscle.indices == before.meshes[0].indices);
    CHECK(muscle.tendon == before.meshes[0].tendon);
    CHECK(muscle.occlusion == before.meshes[0].occlusion);
    CHECK(muscle.chain == std::vector<std::uint16_t>{1, 2});
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(glm::distance(muscle.normal[i], before.meshes[0].normal[i]) < 1e-6f);
        CHECK(glm::distance(muscle.fibre[i], before.meshes[0].fibre[i]) < 0.01f);  // eight bits a coordinate
        for (int k = 0; k < 4; ++k) CHECK(muscle.weights[i][k] == Approx(before.meshes[0].weights[i][k]).margin(2e-5));
    }
    CHECK(muscle.attachment.empty());
    CHECK(after.meshes[1].attachment == before.meshes[1].attachment);
    CHECK(after.attachment_owners == before.attachment_owners);
    CHECK(after.territories == before.territories);
    CHECK(after.territory_source == "a map");
    CHECK(after.meshes[1].chain.empty());
    CHECK(after.meshes[1].fibre.empty());
    CHECK(after.joints[after.meshes[1].joints[0][0]].name == "joint.femur");
}

TEST_CASE("structures lie at the root by name, joints flat under the rig, see-through tissue blends")
{
    const nlohmann::json json = json_of(small_glb());
    const auto& nodes = json["nodes"];
    CHECK(nodes[0]["name"] == "rig");
    CHECK(nodes[0]["children"].size() == 3);
    for (const auto& root : json["scenes"][0]["nodes"]) {
        const auto& node = nodes[root.get<std::size_t>()];
        if (node["name"] == "muscle.a") CHECK(node["extras"]["tissue"] == "muscle");
    }
    CHECK(json["materials"][1]["alphaMode"] == "BLEND");
    CHECK_FALSE(json["materials"][0].contains("alphaMode"));
}

TEST_CASE("a file cut short anywhere is an error, never a crash")
{
    const std::vector<std::byte> glb = small_glb();
    for (std::size_t length = 0; length < glb.size(); length += 7) {
        INFO(length << " of " << glb.size() << " bytes");
        CHECK_FALSE(read_glb(std::span(glb).first(length), "cut.glb").ok());
    }
    CHECK_THAT(problems_of({glb.begin(), glb.begin() + 500}), ContainsSubstring("is cut short: 500 bytes of"));
}

TEST_CASE("a damaged byte anywhere is an error or a model, never a crash")
{
    const std::vector<std::byte> glb = small_glb();
    for (std::size_t at = 0; at < glb.size(); at += 3) {
        std::vector<std::byte> damaged = glb;
        damaged[at] ^= std::byte{0x5a};
        const Result<Model> model = read_glb(damaged, "damaged.glb");
        if (!model.ok()) {
            CHECK_FALSE(model.problems().empty());
            continue;
        }
        for (const Mesh& mesh : model->meshes) {
            for (const std::uint32_t i : mesh.indices) if (i >= mesh.position_m.size()) FAIL("index " << i << " with byte " << at << " damaged");
            for (const auto& joints : mesh.joints) for (const std::uint16_t j : joints) if (j >= model->joints.size()) FAIL("joint " << j << " with byte " << at << " damaged");
        }
    }
}

TEST_CASE("what is not glTF is said to be so")
{
    const char text[] = "solid leg\nfacet normal 0 0 1\nendsolid";
    CHECK_THAT(problems_of({reinterpret_cast<const std::byte*>(text), reinterpret_cast<const std::byte*>(text) + sizeof text}), ContainsSubstring("does not begin with \"glTF\""));
    std::vector<std::byte> old = small_glb();
    old[4] = std::byte{1};
    CHECK_THAT(problems_of(old), ContainsSubstring("glTF version 1"));
}

TEST_CASE("accessors that reach beyond their data are named")
{
    const std::vector<std::byte> glb = small_glb();
    CHECK_THAT(problems_of(altered(glb, [](auto& j) { j["accessors"][accessor_of(j, "POSITION")]["count"] = 100000; })), ContainsSubstring("node \"muscle.a\" primitive 0 POSITION"));
    CHECK_THAT(problems_of(altered(glb, [](auto& j) { j["accessors"][accessor_of(j, "NORMAL")]["bufferView"] = 99; })), ContainsSubstring("NORMAL"));
    CHECK_THAT(problems_of(altered(glb, [](auto& j) { j["accessors"][accessor_of(j, "WEIGHTS_0")]["byteOffset"] = 1u << 30; })), ContainsSubstring("WEIGHTS_0"));
    CHECK_THAT(problems_of(altered(glb, [](auto& j) { j["meshes"][0]["primitives"][0]["indices"] = 12345; })), ContainsSubstring("indices"));
    CHECK_THAT(problems_of(altered(glb, [](auto& j) { j["accessors"][accessor_of(j, "_TENDON")]["type"] = "VEC3"; })), ContainsSubstring("_TENDON"));
}

TEST_CASE("indices beyond the vertices and positions that are no numbers are named")
{
    const std::vector<std::byte> glb = small_glb();
    const nlohmann::json json = json_of(glb);
    const auto offset_of = [&](std::size_t accessor) {
        const auto& a = json["accessors"][accessor];
        const auto& view = json["bufferViews"][a["bufferView"].get<std::size_t>()];
        return view.value("byteOffset", std::size_t{0}) + a.value("byteOffset", std::size_t{0});
    };
    const auto unchanged = [](nlohmann::json&) {};
    const std::size_t indices = offset_of(json["meshes"][0]["primitives"][0]["indices"]);
    CHECK_THAT(problems_of(altered(glb, unchanged, [&](auto& data) { data[indices] = std::byte{77}; })), ContainsSubstring("name vertex 77 of 4"));
    const std::size_t position = offset_of(accessor_of(json, "POSITION"));
    const float bad = std::numeric_limits<float>::quiet_NaN();
    CHECK_THAT(problems_of(altered(glb, unchanged, [&](auto& data) { std::memcpy(&data[position], &bad, 4); })), ContainsSubstring("element 0 is not a number"));
    const std::size_t joints = offset_of(accessor_of(json, "JOINTS_0"));
    CHECK_THAT(problems_of(altered(glb, unchanged, [&](auto& data) { data[joints] = std::byte{9}; })), ContainsSubstring("name joint 9 of 2"));
}

TEST_CASE("a foreign file without skin, normals or rig loads and moves with the pelvis")
{
    const std::vector<std::byte> foreign = altered(small_glb(), [](auto& j) {
        j.erase("skins");
        for (auto& node : j["nodes"]) {
            node.erase("skin");
            node.erase("extras");
            if (node["name"] == "muscle.a") {
                node["name"] = "Object_7";
                node["translation"] = {1, 2, 3};
                node["scale"] = {2, 2, 2};
            }
        }
        for (auto& mesh : j["meshes"]) {
            auto& attributes = mesh["primitives"][0]["attributes"];
            for (const char* name : {"NORMAL", "JOINTS_0", "WEIGHTS_0", "_FIBRE", "_TENDON", "_OCCLUSION", "COLOR_0"}) attributes.erase(name);
        }
    });
    const Result<Model> model = read_glb(foreign, "foreign.glb");
    INFO((model ? std::string() : to_text(model.problems())));
    REQUIRE(model.ok());
    const Mesh* mesh = model->find(StructureId("Object_7"));
    REQUIRE(mesh != nullptr);
    CHECK(glm::distance(mesh->position_m[1], glm::vec3(1.02f, 2, 3)) < 1e-6f);
    REQUIRE(mesh->normal.size() == 4);
    CHECK(glm::length(mesh->normal[0]) == Approx(1));
    CHECK(model->joints[mesh->joints[0][0]].from == Body::pelvis);
    CHECK(mesh->weights[0].x == 1);
    CHECK(mesh->tendon.empty());
}

TEST_CASE("nodes that contain themselves do not hang the reader")
{
    const std::vector<std::byte> looped = altered(small_glb(), [](auto& j) { j["nodes"][0]["children"].push_back(0); });
    CHECK(read_glb(looped, "loop.glb").ok());
}

TEST_CASE("a .gltf file with its data beside it reads the same, and without it is an error")
{
    const std::vector<std::byte> glb = small_glb();
    std::uint32_t length = 0;
    std::memcpy(&length, glb.data() + 12, 4);
    nlohmann::json json = json_of(glb);
    json["buffers"][0]["uri"] = "genu_gltf_data.bin";
    std::ofstream(temporary("apart.gltf")) << json.dump();
    {
        std::ofstream data(temporary("data.bin"), std::ios::binary);
        data.write(reinterpret_cast<const char*>(glb.data()) + 28 + length, static_cast<std::streamsize>(glb.size() - 28 - length));
    }
    const Result<Model> model = read_gltf(temporary("apart.gltf"));
    INFO((model ? std::string() : to_text(model.problems())));
    REQUIRE(model.ok());
    CHECK(model->meshes.size() == 2);
    fs::remove(temporary("data.bin"));
    CHECK_FALSE(read_gltf(temporary("apart.gltf")).ok());
    fs::remove(temporary("apart.gltf"));
    CHECK_FALSE(read_gltf(temporary("none.glb")).ok());
}
