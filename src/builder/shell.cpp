// Cartilage: a layer on the bone, from the bone's own distance.
#include <algorithm>
#include <cmath>

#include "builder/solid.hpp"
#include "builder/surface.hpp"

namespace genu::builder {

namespace {

constexpr double kEdge_mm = 2.5;    // over which a layer thins out
constexpr double kGap_mm = 0.03;    // between bone and layer
constexpr double kRoot_mm = 0.8;    // how deep the edge dives into the bone

struct Layer {
    double outer;  ///< its surface above the bone
    double inner;  ///< its underside: below the bone's surface at the edge, just above it elsewhere
};

// A layer that thinned out to nothing would fray on any grid: instead its edge dives into the bone, where it is hidden.
Layer layer_at(const ShellShape& shell, const Vec3& p)
{
    Layer layer{-2 * kRoot_mm, -kRoot_mm};
    for (const ShellPatch& patch : shell.patches) {
        const double out = glm::length((p - patch.centre) / patch.radii);
        const double from_edge = (1 - out) * std::min({patch.radii.x, patch.radii.y, patch.radii.z}) / kEdge_mm;
        const double t = std::clamp(from_edge, 0.0, 1.0);
        const double outer = from_edge > 0 ? patch.thickness * std::sqrt(t * (2 - t)) : std::max(from_edge, -1.0) * 2 * kRoot_mm;
        if (outer <= layer.outer) continue;
        layer.outer = outer;
        layer.inner = kGap_mm - (kRoot_mm + kGap_mm) * (1 - t) * (1 - t);
    }
    return layer;
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
            const Layer layer = layer_at(shell, p);
            return std::max(from_bone - layer.outer, layer.inner - from_bone);
        };
        if (thickest >= bone.own.far_outside()) {
            solid.notes.push_back("thicker than the distances kept round " + shell.bone.text());
        }
        // The edge's slope is as steep as the layer is thick over its width.
        solid.blocks.push_back(surface_of(field_of(value, box.grown(4 * solid.voxel_mm), solid.voxel_mm, 3.0)));
        drop_small_pieces(solid.blocks.back(), 0.01);
    }
}

}  // namespace genu::builder
