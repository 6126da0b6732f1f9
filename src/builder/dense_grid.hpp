#pragma once
// Every point of a box kept: for surfaces that need distances far from what they wrap.
#include <functional>
#include <vector>

#include "builder/field.hpp"

namespace genu::builder {

class DenseGrid {
public:
    DenseGrid(double voxel_mm, const Box& box, float value);

    double voxel_mm() const { return voxel_; }
    glm::ivec3 size() const { return size_; }
    Vec3 position(int x, int y, int z) const { return voxel_ * Vec3(low_ + glm::ivec3(x, y, z)); }
    float& at(int x, int y, int z) { return value_[index(x, y, z)]; }
    float at(int x, int y, int z) const { return value_[index(x, y, z)]; }
    std::vector<float>& values() { return value_; }
    const std::vector<float>& values() const { return value_; }
    glm::ivec3 low() const { return low_; }
    /// Linear between grid points; beyond the box as at its edge.
    double sample(const Vec3& p) const;
    /// Layers of constant y one after the other, or on all cores.
    void for_each_layer(const std::function<void(int y)>& work);

private:
    std::size_t index(int x, int y, int z) const
    {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.z) + static_cast<std::size_t>(z)) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(x);
    }
    double voxel_;
    glm::ivec3 low_, size_;
    std::vector<float> value_;
};

/// Distances (mm) from what is known outwards: values below `known` stay, the others become the distance that follows
/// from them, up to `reach`.
void spread_distance(DenseGrid& grid, float known, float reach);
/// Of a distance: gaps narrower than twice the radius are closed.
DenseGrid closed(const DenseGrid& distance, double radius_mm, double reach_mm);
/// A bell of this standard deviation.
void blur(DenseGrid& grid, double sigma_mm);

}  // namespace genu::builder
