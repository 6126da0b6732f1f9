#pragma once
// A structure in a pose, to ask how deep a point lies in it.
#include "posed_leg.hpp"

namespace genu::posed {

class PosedSurface {
public:
    PosedSurface(const Mesh& mesh, const std::vector<SkinMatrix>& joints)
    {
        for (const glm::dvec3& p : skinned(mesh, joints)) {
            surface_.point.emplace_back(1e3 * p);
            low_ = glm::min(low_, p), high_ = glm::max(high_, p);
        }
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) surface_.triangle.push_back({mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]});
        normal_ = builder::normals_of(surface_);
        finder_ = std::make_unique<builder::ClosestOnMesh>(surface_);
    }
    PosedSurface(const PosedSurface&) = delete;

    /// Millimetres below the surface; negative outside, -20 or less far away.
    double depth_mm(const glm::dvec3& p_m) const
    {
        if (glm::any(glm::lessThan(p_m, low_ - 0.02)) || glm::any(glm::greaterThan(p_m, high_ + 0.02))) return -20;
        const builder::SurfacePlace place = finder_->nearest(1e3 * p_m);
        const auto& t = surface_.triangle[place.triangle];
        builder::Vec3 normal(0), point(0);
        for (std::size_t k = 0; k < 3; ++k) {
            const auto w = place.weights[static_cast<glm::length_t>(k)];
            normal += w * normal_[t[k]];
            point += w * surface_.point[t[k]];
        }
        return glm::dot(1e3 * p_m - point, normal) < 0 ? place.distance : -place.distance;
    }

private:
    glm::dvec3 low_{1e9}, high_{-1e9};
    builder::TriMesh surface_;
    std::vector<builder::Vec3> normal_;
    std::unique_ptr<builder::ClosestOnMesh> finder_;
};

}  // namespace genu::posed
