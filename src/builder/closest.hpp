#pragma once
// Nearest place on a triangle mesh.
#include <cstdint>
#include <vector>

#include "builder/geometry.hpp"

namespace genu::builder {

struct SurfacePlace {
    std::size_t triangle = 0;
    Vec3 weights{1, 0, 0};  ///< of the triangle's corners
    double distance = 0;
};

/// The mesh must outlive this.
class ClosestOnMesh {
public:
    explicit ClosestOnMesh(const TriMesh& mesh, double cell_mm = 0);
    SurfacePlace nearest(const Vec3& p) const;
private:
    glm::ivec3 cell_of(const Vec3& p) const { return glm::ivec3(glm::floor((p - low_) / cell_)); }
    std::size_t place_of(glm::ivec3 c) const
    {
        return (static_cast<std::size_t>(c.z) * static_cast<std::size_t>(size_.y) + static_cast<std::size_t>(c.y)) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(c.x);
    }

    const TriMesh& mesh_;
    Vec3 low_{0};
    double cell_ = 4;
    glm::ivec3 size_{1};
    std::vector<std::uint32_t> start_;     // per cell, into triangle_
    std::vector<std::uint32_t> triangle_;
};

}  // namespace genu::builder
