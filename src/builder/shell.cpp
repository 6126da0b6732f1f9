// Cartilage: a layer on the bone, from the bone's own distance.
#include <algorithm>
#include <cmath>

#include "builder/solid.hpp"
#include "builder/surface.hpp"

namespace genu::builder {

namespace {

constexpr double kEdge_mm = 2.5;    // over which a layer thins out
constexpr double kGap_mm = 0.03;    // between bone and layer

double thickness_at(const ShellShape& shell, const Vec3& p)
{
    double thickest = -1;
    for (const ShellPatch& patch : shell.patches) {
        const double out = glm::length((p - patch.centre) / patch.radii);
        const double to_edge = (1 - out) * std::min({patch.radii.x, patch.radii.y, patch.radii.z});
        const double t = std::clamp(to_edge / kEdge_mm, -1.0, 1.0);
        // Below zero outside, so that the layer ends there and leaves no skin of no thickness.
        thickest = std::max(thickest, t > 0 ? patch.thickness * std::sqrt(t * (2 - t)) : t);
    }
    return thickest;
}

}  // namespace

void add_shells(Solid& solid, const std::vector<const Solid*>& bones)
{
    for (std::size_t i = 0; i < solid.spec->shape.shells.size(); ++i) {
        const ShellShape& shell = solid.spec->shape.shells[i];
        const Solid& bone = *bones[i];
        Box box;
        double thickest = 0;
        for (const ShellPatch& patch : shell.patches) {
            box.add({patch.centre - patch.radii, patch.centre + patch.radii});
            thickest = std::max(thickest, patch.thickness);
        }
        const auto value = [&](const Vec3& p) {
            const double from_bone = bone.own.sample(p);
            return std::max(from_bone - thickness_at(shell, p), kGap_mm - from_bone);
        };
        if (thickest >= bone.own.far_outside()) {
            solid.notes.push_back("thicker than the distances kept round " + shell.bone.text());
        }
        solid.blocks.push_back(surface_of(field_of(value, box.grown(4 * solid.voxel_mm), solid.voxel_mm, 2.0)));
        drop_small_pieces(solid.blocks.back(), 0.01);
    }
}

}  // namespace genu::builder
