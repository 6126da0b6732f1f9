#include "builder/claims.hpp"

#include <algorithm>
#include <cmath>

namespace genu::builder {

namespace {

constexpr float kGap_mm = 0.1f;

bool cuts(const Solid& cutter, const Solid& solid)
{
    if (solid.spec->cut_by) {
        const auto& ids = *solid.spec->cut_by;
        return std::find(ids.begin(), ids.end(), cutter.spec->id) != ids.end();
    }
    return cutter.tissue().cuts_by_default && solid.tissue().cut_by_default && cutter.spec->claim < solid.spec->claim;
}

bool share(const Solid& a, const Solid& b)
{
    if (a.spec->pack == "none" || b.spec->pack == "none" || a.spec->cut_by || b.spec->cut_by) return false;
    return a.tissue().shares_space && b.tissue().shares_space && a.spec->claim == b.spec->claim && a.is_tube() == b.is_tube();
}

/// What touches one brick.
struct Local { std::vector<const Solid*> cutters, sharers; };

Local local_to(const Box& box, const Neighbours& neighbours)
{
    Local local;
    for (const Solid* solid : neighbours.cutters) if (solid->own.box().meets(box)) local.cutters.push_back(solid);
    for (const Solid* solid : neighbours.sharers) if (solid->own.box().meets(box)) local.sharers.push_back(solid);
    return local;
}

float value_at(const Field& field, double voxel, glm::ivec3 v)
{
    return field.voxel_mm() == voxel ? field.at(v) : static_cast<float>(field.sample(voxel * Vec3(v)));
}

// The face half-way between two solids, each distance measured by its own thickness there, so that thin ones survive.
float shared(const Solid& solid, float own, const std::vector<const Solid*>& sharers, double voxel, glm::ivec3 v)
{
    float result = own;
    double own_radius = 0;
    for (const Solid* other : sharers) {
        const float theirs = value_at(other->own, voxel, v);
        if (theirs >= 0.9f * other->own.far_outside()) continue;
        const Vec3 p = voxel * Vec3(v);
        if (own_radius == 0) own_radius = solid.radius_at(p);
        const double other_radius = other->radius_at(p);
        const double ahead = (own / own_radius - theirs / other_radius) * std::min(own_radius, other_radius) / 2;
        result = std::max(result, static_cast<float>(ahead) + 0.5f * kGap_mm);
    }
    return result;
}

}  // namespace

Neighbours neighbours_of(const Solid& solid, const std::vector<Solid>& all)
{
    Neighbours neighbours;
    const Box box = solid.own.box();
    for (const Solid& other : all) {
        if (&other == &solid || other.own.empty() || !other.own.box().meets(box)) continue;
        if (cuts(other, solid)) neighbours.cutters.push_back(&other);
        else if (share(other, solid)) neighbours.sharers.push_back(&other);
    }
    return neighbours;
}

Field claimed_space(const Solid& solid, const Neighbours& neighbours)
{
    Field field = solid.own;
    const double voxel = field.voxel_mm();
    for (Field::Brick& brick : field.bricks()) {
        const Box box{field.position(brick.low), field.position(brick.low + Field::kBrick - 1)};
        const Local local = local_to(box, neighbours);
        if (local.cutters.empty() && local.sharers.empty()) continue;
        for (int k = 0; k < 512; ++k) {
            float& value = brick.value[static_cast<std::size_t>(k)];
            if (value >= field.far_outside()) continue;
            const glm::ivec3 v = brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6);
            float result = shared(solid, value, local.sharers, voxel, v);
            for (const Solid* cutter : local.cutters) result = std::max(result, kGap_mm - value_at(cutter->own, voxel, v));
            value = result;
        }
    }
    return field;
}

void step_out_of(TriMesh& mesh, const std::vector<const Solid*>& cutters)
{
    constexpr double kDeepest_mm = 2.5;  // deeper ends stay hidden inside
    for (Vec3& p : mesh.point) {
        for (int round = 0; round < 4; ++round) {
            bool moved = false;
            for (const Solid* cutter : cutters) {
                const double f = cutter->own.sample(p);
                if (f >= kGap_mm || f < -kDeepest_mm) continue;
                const Vec3 slope = cutter->own.gradient(p);
                const double steep = glm::length(slope);
                if (steep < 0.2) continue;
                p += (kGap_mm + 0.02 - f) / steep * (slope / steep);
                moved = true;
            }
            if (!moved) break;
        }
    }
}

}  // namespace genu::builder
