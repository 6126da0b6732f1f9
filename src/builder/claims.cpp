#include "builder/claims.hpp"

#include <algorithm>
#include <cmath>

namespace genu::builder {

namespace {

constexpr float kClaimGap_mm = 0.1f;
constexpr float kSunk_mm = -0.2f;       // into what a structure rests on: within the meshes' own error
constexpr float kRound_mm = 1.6f;       // bellies part in a groove, not in a knife's edge that a grid would tooth
constexpr float kRim_mm = 0.8f;          // the rim of a thick ligament's end on bone
constexpr double kCoverReach_mm = 24;   // how far outside of a strap what it covers is taken away

// The larger, rounded off where both are about the same.
float rounded_max(float a, float b, float round)
{
    const float near = std::max(round - std::abs(a - b), 0.0f);
    return std::max(a, b) + near * near / (4 * round);
}

bool is_covered(const Solid& solid, const Solid& strap)
{
    const auto& ids = solid.spec->covered_by;
    return std::find(ids.begin(), ids.end(), strap.spec->id) != ids.end();
}

// A layer follows its bone by itself, and its edge must dive into it.
bool lies_on(const Solid& solid, const Solid& bone)
{
    for (const ShellShape& shell : solid.spec->shape.shells) if (shell.bone == bone.spec->id) return true;
    return false;
}

bool cuts(const Solid& cutter, const Solid& solid)
{
    if (lies_on(solid, cutter) || is_covered(cutter, solid)) return false;
    if (is_covered(solid, cutter)) return true;
    if (solid.spec->cut_by) {
        const auto& ids = *solid.spec->cut_by;
        return std::find(ids.begin(), ids.end(), cutter.spec->id) != ids.end();
    }
    return cutter.tissue().cuts_by_default && solid.tissue().cut_by_default && cutter.spec->claim < solid.spec->claim;
}

float gap_to(const Solid& cutter, const Solid& solid)
{
    const auto& ids = solid.spec->rests_on;
    return std::find(ids.begin(), ids.end(), cutter.spec->id) != ids.end() ? kSunk_mm : kClaimGap_mm;
}

// Where a ligament fans out on its bone it meets it at a grazing angle: its rim is blunted, since a grid would tooth a
// knife's edge. Thin bands have no rim to give.
float rim_on(const Solid& cutter, const Solid& solid)
{
    if (solid.tissue().name != "ligament" || cutter.tissue().name != "bone" || solid.lofts.empty() || gap_to(cutter, solid) != kSunk_mm) return 0;
    return std::clamp(0.4f * (static_cast<float>(solid.half_thickness_mm()) - 1), 0.0f, kRim_mm);
}

bool share(const Solid& a, const Solid& b)
{
    if (a.spec->pack == "none" || b.spec->pack == "none" || is_covered(a, b) || is_covered(b, a)) return false;
    return a.tissue().shares_space && b.tissue().shares_space && a.spec->claim == b.spec->claim && a.is_tube() == b.is_tube();
}

/// A structure's thickness over one brick, linear between its corners: asking the centre lines at every point would take
/// most of the time of a build.
class BrickRadius {
public:
    BrickRadius(const Solid& solid, const Vec3& low, double size) : low_(low), size_(size)
    {
        for (int k = 0; k < 8; ++k) corner_[static_cast<std::size_t>(k)] = solid.radius_at(low + size * Vec3(k & 1, (k >> 1) & 1, k >> 2));
    }
    double at(const Vec3& p) const
    {
        const Vec3 f = (p - low_) / size_;
        const auto mix = [](double a, double b, double t) { return a + t * (b - a); };
        const double near = mix(mix(corner_[0], corner_[1], f.x), mix(corner_[2], corner_[3], f.x), f.y);
        const double far = mix(mix(corner_[4], corner_[5], f.x), mix(corner_[6], corner_[7], f.x), f.y);
        return mix(near, far, f.z);
    }
private:
    Vec3 low_;
    double size_;
    std::array<double, 8> corner_;
};

/// What touches one brick.
struct Local {
    struct Cutter { const Solid* solid; float gap; float round; };
    std::vector<Cutter> cutters;
    std::vector<const Solid*> straps;
    struct Sharer { const Solid* solid; BrickRadius radius; };
    std::vector<Sharer> sharers;
    std::vector<BrickRadius> own_radius;  // one, when there are sharers
};

Local local_to(const Solid& own, const Field::Brick& brick, double voxel, const Neighbours& neighbours)
{
    const Vec3 low = voxel * Vec3(brick.low);
    const double size = voxel * Field::kBrick;
    const Box box{low, low + size};
    Local local;
    for (const Solid* solid : neighbours.cutters) {
        if (is_covered(own, *solid)) {
            if (solid->own.has_bricks_in(box.grown(kCoverReach_mm))) local.straps.push_back(solid);
        } else if (solid->own.has_bricks_in(box)) {
            local.cutters.push_back({solid, gap_to(*solid, own), rim_on(*solid, own)});
        }
    }
    for (const Solid* solid : neighbours.sharers) if (solid->own.has_bricks_in(box)) local.sharers.push_back({solid, BrickRadius(*solid, low, size)});
    if (!local.sharers.empty()) local.own_radius.emplace_back(own, low, size);
    return local;
}

float value_at(const Field& field, double voxel, glm::ivec3 v)
{
    return field.voxel_mm() == voxel ? field.at(v) : static_cast<float>(field.sample(voxel * Vec3(v)));
}

// The face half-way between two solids, each distance measured by its own thickness there, so that thin ones survive.
float shared(float own, const Local& local, double voxel, glm::ivec3 v)
{
    float result = own;
    for (const Local::Sharer& sharer : local.sharers) {
        const float theirs = value_at(sharer.solid->own, voxel, v);
        if (theirs >= 0.9f * sharer.solid->own.far_outside()) continue;
        const Vec3 p = voxel * Vec3(v);
        const double own_radius = local.own_radius.front().at(p), other_radius = sharer.radius.at(p);
        const double ahead = (own / own_radius - theirs / other_radius) * std::min(own_radius, other_radius) / 2;
        // Thin ones have no edge to give.
        const float round = std::clamp(0.4f * (static_cast<float>(std::min(own_radius, other_radius)) - 2), 0.01f, kRound_mm);
        result = rounded_max(result, static_cast<float>(ahead) + 0.5f * kClaimGap_mm, round);
    }
    return result;
}

// Distance to a strap and to all that lies outside of it, seen from the middle of what it covers.
double within_or_beyond(const Solid& strap, const Solid& covered, const Vec3& p)
{
    constexpr double kStep_mm = 1.5;
    double nearest = strap.own.sample(p);
    const Vec3 inward = nearest_centre(covered.lofts, p).point - p;
    const double depth = glm::length(inward);
    for (double way = kStep_mm; way < std::min(depth, kCoverReach_mm); way += kStep_mm) {
        nearest = std::min(nearest, strap.own.sample(p + way / depth * inward));
    }
    return nearest;
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
        const Local local = local_to(solid, brick, voxel, neighbours);
        if (local.cutters.empty() && local.sharers.empty() && local.straps.empty()) continue;
        for (int k = 0; k < 512; ++k) {
            float& value = brick.value[static_cast<std::size_t>(k)];
            if (value >= field.far_outside()) continue;
            const glm::ivec3 v = brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6);
            float result = shared(value, local, voxel, v);
            for (const Solid* strap : local.straps) {
                result = rounded_max(result, kClaimGap_mm - static_cast<float>(within_or_beyond(*strap, solid, voxel * Vec3(v))), kRound_mm);
            }
            for (const Local::Cutter& cutter : local.cutters) {
                const float ahead = cutter.gap - value_at(cutter.solid->own, voxel, v);
                result = cutter.round > 0 ? rounded_max(result, ahead, cutter.round) : std::max(result, ahead);
            }
            value = result;
        }
    }
    return field;
}

void step_out_of(TriMesh& mesh, const std::vector<const Solid*>& cutters)
{
    constexpr double kWhole_mm = 1.2, kNot_mm = 3;  // from the first depth to the second, less and less is moved
    for (Vec3& p : mesh.point) {
        for (int round = 0; round < 3; ++round) {
            bool moved = false;
            for (const Solid* cutter : cutters) {
                const double f = cutter->own.sample(p);
                if (f >= kClaimGap_mm || f < -kNot_mm) continue;
                const Vec3 slope = cutter->own.gradient(p);
                const double steep = glm::length(slope);
                if (steep < 0.2) continue;
                const double share = std::clamp((kNot_mm + f) / (kNot_mm - kWhole_mm), 0.0, 1.0);
                p += share * (kClaimGap_mm + 0.02 - f) / steep * (slope / steep);
                moved = share == 1;
            }
            if (!moved) break;
        }
    }
}

}  // namespace genu::builder
