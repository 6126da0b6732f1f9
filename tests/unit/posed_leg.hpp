#pragma once
// The built leg in poses, as meshes that can be measured.
#include <cmath>
#include <functional>
#include <map>
#include <memory>

#include "builder/closest.hpp"
#include "session/scene_math.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

namespace genu::posed {

inline const Library& leg()
{
    static const Library loaded = [] {
        const Result<ProgramFiles> files = ProgramFiles::find();
        REQUIRE(files.ok());
        Result<Library> library = Library::load(*files, GENU_MODEL, "en");
        INFO((library.ok() ? std::string() : to_text(library.problems())));
        REQUIRE(library.ok());
        return std::move(library).value();
    }();
    return loaded;
}

inline Pose pose(std::initializer_list<std::pair<JointAxis, double>> angles)
{
    Pose p;
    for (const auto& [axis, deg] : angles) p[axis] = deg;
    return p;
}

inline std::vector<glm::dvec3> skinned(const Mesh& mesh, const std::vector<SkinMatrix>& joints)
{
    std::vector<glm::dvec3> points(mesh.position_m.size());
    for (std::size_t v = 0; v < points.size(); ++v) {
        const glm::vec4 p(mesh.position_m[v], 1);
        glm::vec3 sum(0);
        for (std::size_t k = 0; k < 4; ++k) {
            const SkinMatrix& m = joints[mesh.joints[v][k]];
            sum += mesh.weights[v][static_cast<glm::length_t>(k)] * glm::vec3(glm::dot(m[0], p), glm::dot(m[1], p), glm::dot(m[2], p));
        }
        points[v] = glm::dvec3(sum);
    }
    return points;
}

inline double volume_ml(const Mesh& mesh, const std::vector<glm::dvec3>& p)
{
    double six = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) six += glm::dot(p[mesh.indices[i]], glm::cross(p[mesh.indices[i + 1]], p[mesh.indices[i + 2]]));
    return 1e6 * six / 6;
}

/// A bone at rest, to ask how deep a point lies in it.
class Solid {
public:
    explicit Solid(const Mesh& mesh) : bounds_(bounds_of(mesh))
    {
        for (const glm::vec3 p : mesh.position_m) surface_.point.emplace_back(1e3 * glm::dvec3(p));
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) surface_.triangle.push_back({mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]});
        normal_ = builder::normals_of(surface_);
        finder_ = std::make_unique<builder::ClosestOnMesh>(surface_);
    }
    /// Millimetres below the surface; negative outside, -20 or less far away.
    double depth_mm(const glm::dvec3& p_m) const
    {
        const glm::vec3 p(p_m);
        if (glm::any(glm::lessThan(p, bounds_.low - 0.01f)) || glm::any(glm::greaterThan(p, bounds_.high + 0.01f))) return -20;
        const builder::SurfacePlace place = finder_->nearest(1e3 * p_m);
        const auto& t = surface_.triangle[place.triangle];
        builder::Vec3 normal(0), point(0);
        const builder::Vec3 face = glm::cross(surface_.point[t[1]] - surface_.point[t[0]], surface_.point[t[2]] - surface_.point[t[0]]);
        for (std::size_t k = 0; k < 3; ++k) {
            normal += place.weights[static_cast<glm::length_t>(k)] * normal_[t[k]];
            point += place.weights[static_cast<glm::length_t>(k)] * surface_.point[t[k]];
        }
        // Past a sharp rim one of the two points the wrong way: inside is where both agree.
        const builder::Vec3 away = 1e3 * p_m - point;
        return glm::dot(away, normal) < 0 && glm::dot(away, face) < 0 ? place.distance : -place.distance;
    }

private:
    Bounds bounds_;
    builder::TriMesh surface_;
    std::vector<builder::Vec3> normal_;
    std::unique_ptr<builder::ClosestOnMesh> finder_;
};

struct Bone { std::string id; MotionBody body; std::unique_ptr<Solid> solid; };

inline const std::vector<Bone>& bones()
{
    static const std::vector<Bone> all = [] {
        std::vector<Bone> made;
        for (const Mesh& mesh : leg().model.meshes) {
            if (mesh.id.kind() != "bone" || !mesh.chain.empty()) continue;
            made.push_back({mesh.id.text(), static_cast<MotionBody>(leg().model.joints[mesh.joints[0][0]].from), std::make_unique<Solid>(mesh)});
        }
        return made;
    }();
    return all;
}

}  // namespace genu::posed
