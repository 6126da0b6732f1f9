#pragma once
// The real content on a leg of small tetrahedra: what session tests need, whatever the built leg looks like.
#include "session/library.hpp"
#include "session/update.hpp"
#include "support/catch.hpp"

namespace genu::small {

/// Four points and four faces at a place, bound to one body.
inline Mesh tetrahedron(const char* id, glm::vec3 centre_m, Body body)
{
    Mesh mesh;
    mesh.id = StructureId(id);
    for (const glm::vec3 corner : {glm::vec3(1, 1, 1), glm::vec3(-1, -1, 1), glm::vec3(-1, 1, -1), glm::vec3(1, -1, -1)}) {
        mesh.position_m.push_back(centre_m + 0.01f * corner);
        mesh.normal.push_back(glm::normalize(corner));
        mesh.joints.push_back({static_cast<std::uint16_t>(body), 0, 0, 0});
        mesh.weights.push_back({1, 0, 0, 0});
    }
    mesh.indices = {0, 2, 1, 0, 3, 2, 0, 1, 3, 1, 2, 3};
    return mesh;
}

inline Model model()
{
    Model model;
    for (int i = 0; i < kBodyCount; ++i) {
        const auto body = static_cast<Body>(i);
        model.joints.push_back({std::string("joint.") + name_of(body), glm::vec3(0), body, body, 0});
    }
    const std::tuple<const char*, glm::vec3, Body> places[] = {
        {"bone.femur", {0, 0.2f, 0}, Body::femur}, {"bone.tibia", {0, -0.2f, 0}, Body::tibia}, {"bone.patella", {0, 0, 0.05f}, Body::patella},
        {"bone.fibula", {-0.03f, -0.2f, 0}, Body::tibia}, {"muscle.gastrocnemius_medial_head", {0.02f, -0.1f, -0.05f}, Body::tibia},
        {"muscle.soleus", {0, -0.2f, -0.04f}, Body::tibia}, {"muscle.popliteus", {0, -0.05f, -0.02f}, Body::tibia},
        {"muscle.semimembranosus", {0.02f, 0.1f, -0.04f}, Body::femur}, {"nerve.tibial", {0, 0.01f, -0.04f}, Body::femur},
        {"artery.popliteal", {0, 0, -0.03f}, Body::femur}, {"vein.popliteal", {0, 0.005f, -0.035f}, Body::femur},
        {"bursa.gastrocnemius_semimembranosus", {0.02f, -0.01f, -0.03f}, Body::tibia}, {"fascia.popliteal", {0, 0, -0.06f}, Body::femur},
        {"ligament.posterior_cruciate", {0, 0, 0}, Body::tibia}, {"region.skin", {0, 0.3f, -0.08f}, Body::femur}};
    for (const auto& [id, centre, body] : places) model.meshes.push_back(tetrahedron(id, centre, body));
    return model;
}

/// Read once for all tests of a program.
inline const Library& library()
{
    static const Library loaded = [] {
        const Result<ProgramFiles> files = ProgramFiles::find();
        REQUIRE(files.ok());
        Result<Library> library = Library::load(*files, {}, "en");
        INFO((library.ok() ? std::string() : to_text(library.problems())));
        REQUIRE(library.ok());
        library->take_model(model());
        return std::move(library).value();
    }();
    return loaded;
}

/// What the program is in after these commands, at once.
inline AppState state_after(const Commands& commands)
{
    AppState state = initial_state(library());
    state.settings.reduced_motion = true;
    update(state, library(), commands, 0);
    return state;
}

/// As the program starts, with a camera that is where it goes at once.
inline AppState start() { return state_after({}); }

inline void give(AppState& state, const Commands& commands) { update(state, library(), commands, 0); }

}  // namespace genu::small
