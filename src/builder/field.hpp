#pragma once
// Signed distance on a grid: negative inside. Only bricks of the grid near or inside the solid are kept.
#include <cstdint>
#include <functional>
#include <vector>

#include "builder/geometry.hpp"

namespace genu::builder {

/// Grid points lie at whole multiples of the voxel, for all fields alike, so fields of one voxel share their points.
class Field {
public:
    static constexpr int kBrick = 8;  ///< points along a brick's edge
    static constexpr float kBand = 3.0f;  ///< distance outside, in voxels, up to which values are kept

    Field() = default;
    Field(double voxel_mm, const Box& box);

    double voxel_mm() const { return voxel_; }
    bool empty() const { return brick_.empty(); }
    const Box& box() const { return box_; }
    float far_outside() const { return kBand * static_cast<float>(voxel_); }

    float at(glm::ivec3 v) const
    {
        const glm::ivec3 b = brick_of(v);
        if (!has_place(b)) return far_outside();
        const std::int32_t index = table_[place_of(b)];
        return index < 0 ? far_outside() : brick_[static_cast<std::size_t>(index)].value[inside_brick(v)];
    }
    /// Linear between grid points.
    double sample(const Vec3& p) const;
    Vec3 gradient(const Vec3& p) const;

    /// Whether anything but "far outside" is kept in or next to this box.
    bool has_bricks_in(const Box& box) const;

    struct Brick {
        glm::ivec3 low{0};  ///< its first grid point
        std::array<float, kBrick * kBrick * kBrick> value;
        float& at(int x, int y, int z) { return value[static_cast<std::size_t>((z * kBrick + y) * kBrick + x)]; }
    };
    std::vector<Brick>& bricks() { return brick_; }
    const std::vector<Brick>& bricks() const { return brick_; }
    /// Whether the grid reaches this point at all.
    bool reaches(glm::ivec3 v) const { return has_place(brick_of(v)); }
    /// Makes the brick that holds this grid point, which the grid must reach, filled with "far outside", or finds it.
    Brick& brick_at(glm::ivec3 v);
    /// -1 where there is none.
    std::int32_t brick_index(glm::ivec3 v) const;

    Vec3 position(glm::ivec3 v) const { return voxel_ * Vec3(v); }

private:
    static int floor_div(int a) { return a >> 3; }
    static glm::ivec3 brick_of(glm::ivec3 v) { return {floor_div(v.x), floor_div(v.y), floor_div(v.z)}; }
    static std::size_t inside_brick(glm::ivec3 v)
    {
        return static_cast<std::size_t>(((v.z & 7) * kBrick + (v.y & 7)) * kBrick + (v.x & 7));
    }
    bool has_place(glm::ivec3 b) const
    {
        return b.x >= low_.x && b.y >= low_.y && b.z >= low_.z && b.x < low_.x + size_.x && b.y < low_.y + size_.y && b.z < low_.z + size_.z;
    }
    std::size_t place_of(glm::ivec3 b) const
    {
        const glm::ivec3 d = b - low_;
        return (static_cast<std::size_t>(d.z) * static_cast<std::size_t>(size_.y) + static_cast<std::size_t>(d.y)) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(d.x);
    }

    double voxel_ = 1;
    Box box_;
    glm::ivec3 low_{0}, size_{0};
    std::vector<std::int32_t> table_;
    std::vector<Brick> brick_;
};

/// True distance to a closed surface. The whole inside is filled; outside only the band.
Field distance_to(const TriMesh& mesh, double voxel_mm);
/// The smaller value of both everywhere (union), on the first one's grid.
Field united(const Field& a, const Field& b);
/// A field from any function of space; bricks far from the surface are skipped by `steepness`, the largest slope.
Field field_of(const std::function<double(const Vec3&)>& value, const Box& box, double voxel_mm, double steepness);

}  // namespace genu::builder
