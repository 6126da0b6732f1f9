// Cartilage: a layer on the bone, from the bone's own distance.
#include <algorithm>
#include <cmath>

#include "builder/solid.hpp"
#include "builder/surface.hpp"

namespace genu::builder {

namespace {

constexpr double kEdge_mm = 2.5;    // over which a layer thins out
constexpr double kLayerGap_mm = 0.03;    // between bone and layer
constexpr double kRoot_mm = 0.8;    // how deep the edge dives into the bone
constexpr double kFieldRoot_mm = 0.45;
constexpr double kEven_mm = 3.2;    // the bone's own small unevenness is levelled over this much
constexpr double kNear_mm = 1;      // but only where it matters
constexpr double kBeyond_mm = 2;    // farther out of the border than this there is nothing
constexpr double kRolledReach_mm = 22;

struct Layer {
    double outer;  ///< its surface above the bone
    double inner;  ///< its underside: below the bone's surface at the edge, just above it elsewhere
};

/// A field's border line and thickness, asked at a point of space.
class Sheet {
public:
    explicit Sheet(const ShellField& field) : field_(field)
    {
        const std::vector<Vec2> border = rounded_border();
        Vec2 low(1e30), high(-1e30);
        for (const Vec2& p : border) {
            low = glm::min(low, p);
            high = glm::max(high, p);
        }
        low_ = low - Vec2(kMargin_mm);
        width_ = 1 + static_cast<std::size_t>(std::ceil((high.x - low.x + 2 * kMargin_mm) / kCell_mm));
        height_ = 1 + static_cast<std::size_t>(std::ceil((high.y - low.y + 2 * kMargin_mm) / kCell_mm));
        inside_.resize(width_ * height_);
        for (std::size_t j = 0; j < height_; ++j) {
            for (std::size_t i = 0; i < width_; ++i) {
                inside_[j * width_ + i] = inside(border, low_ + kCell_mm * Vec2(static_cast<double>(i), static_cast<double>(j)));
            }
        }
    }

    /// Millimetres from the border, positive within.
    double inside_at(const Vec3& p) const
    {
        // A flat sheet ends at its depths as it does at its border.
        const double depth = field_.seen == ShellField::Seen::from_above ? p.y : p.z;
        const double in_depth = field_.seen == ShellField::Seen::rolled ? 1e6 : std::min(depth - field_.within[0], field_.within[1] - depth);
        if (in_depth < -kMargin_mm) return -kMargin_mm;
        const Vec2 q = (on_sheet(p) - low_) / kCell_mm;
        if (q.x < 0 || q.y < 0 || q.x >= static_cast<double>(width_ - 1) || q.y >= static_cast<double>(height_ - 1)) return -kMargin_mm;
        const auto i = static_cast<std::size_t>(q.x), j = static_cast<std::size_t>(q.y);
        const double s = q.x - static_cast<double>(i), t = q.y - static_cast<double>(j);
        const double* row = &inside_[j * width_ + i];
        return std::min(in_depth, (1 - t) * ((1 - s) * row[0] + s * row[1]) + t * ((1 - s) * row[width_] + s * row[width_ + 1]));
    }

    double thickness_at(const Vec3& p) const
    {
        double thickness = field_.thickness;
        for (const ShellField::Swell& swell : field_.swells) {
            const double out = glm::length(on_sheet(p) - unrolled(swell.centre)) / swell.radius_mm;
            if (out < 1) thickness += swell.more * (1 - out * out) * (1 - out * out);
        }
        return thickness;
    }

private:
    static constexpr double kCell_mm = 0.5, kMargin_mm = 3;

    // Degrees of the arc as millimetres.
    Vec2 unrolled(Vec2 p) const { return field_.seen == ShellField::Seen::rolled ? Vec2(p.x, glm::radians(p.y) * field_.hub_radius_mm) : p; }

    Vec2 on_sheet(const Vec3& p) const
    {
        if (field_.seen == ShellField::Seen::from_above) return {p.x, p.z};
        if (field_.seen == ShellField::Seen::from_behind) return {p.x, p.y};
        return {p.x, field_.hub_radius_mm * std::atan2(p.z - field_.hub.y, field_.hub.x - p.y)};
    }

    // A closed Catmull-Rom spline.
    std::vector<Vec2> rounded_border() const
    {
        constexpr int kSteps = 8;
        const std::size_t n = field_.border.size();
        std::vector<Vec2> line;
        for (std::size_t i = 0; i < n; ++i) {
            const Vec2 a = unrolled(field_.border[(i + n - 1) % n]), b = unrolled(field_.border[i]);
            const Vec2 c = unrolled(field_.border[(i + 1) % n]), d = unrolled(field_.border[(i + 2) % n]);
            for (int k = 0; k < kSteps; ++k) {
                const double t = static_cast<double>(k) / kSteps;
                line.push_back(0.5 * (2.0 * b + t * (c - a) + t * t * (2.0 * a - 5.0 * b + 4.0 * c - d) + t * t * t * (3.0 * (b - c) + d - a)));
            }
        }
        return line;
    }

    static double inside(const std::vector<Vec2>& border, Vec2 p)
    {
        double nearest = 1e30;
        bool is_in = false;
        for (std::size_t i = 0; i < border.size(); ++i) {
            const Vec2 a = border[i], b = border[(i + 1) % border.size()], along = b - a;
            const double t = std::clamp(glm::dot(p - a, along) / std::max(1e-12, glm::dot(along, along)), 0.0, 1.0);
            nearest = std::min(nearest, glm::distance(p, a + t * along));
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * along.x) is_in = !is_in;
        }
        return is_in ? nearest : -nearest;
    }

    const ShellField& field_;
    Vec2 low_{0};
    std::size_t width_ = 0, height_ = 0;
    std::vector<double> inside_;
};

double thickest_of(const ShellField& field)
{
    double thickest = field.thickness;
    for (const ShellField::Swell& swell : field.swells) thickest = std::max(thickest, field.thickness + swell.more);
    return thickest;
}

/// The bone's distance as far out as the layer is thick.
Field far_reaching(const Solid& bone, const ShellField& field)
{
    const double voxel = std::max(bone.voxel_mm, (thickest_of(field) + kEven_mm) / (Field::kBand - 0.1));
    Field whole;
    const auto add = [&](const TriMesh& mesh) {
        const Field part = distance_to(mesh, voxel);
        whole = whole.empty() ? part : united(whole, part);
    };
    for (const Loft& loft : bone.lofts) add(loft.mesh);
    for (const TriMesh& block : bone.blocks) add(block);
    return whole;
}

// The bone's distance without its small ripples, so that the layer's surface is even.
double evened(const Field& bone, const Vec3& p)
{
    double sum = bone.sample(p);
    for (const double reach : {0.5 * kEven_mm, kEven_mm}) {
        for (int axis = 0; axis < 3; ++axis) {
            Vec3 step(0);
            step[axis] = reach;
            sum += bone.sample(p + step) + bone.sample(p - step);
        }
    }
    return sum / 13;
}

// The layer rises evenly from its border: half as thick at a quarter of the edge's width, flat where the edge ends.
double field_value(const ShellField& field, const Sheet& sheet, const Field& bone, const Field& far, const Vec3& p)
{
    const double in = sheet.inside_at(p);
    if (in < -kBeyond_mm) return -in - 1;  // less than the distance to the layer's own edge
    const double from_bone = far.sample(p), thickness = sheet.thickness_at(p);
    const double t = std::clamp(in / field.edge_mm, 0.0, 1.0);
    const double outer = in > 0 ? thickness * t * (2 - t) : 2 * thickness / field.edge_mm * in;
    const double inner = kLayerGap_mm - (kFieldRoot_mm + kLayerGap_mm) * (1 - t) * (1 - t);
    const double above = std::abs(from_bone - outer) < kNear_mm ? evened(far, p) - outer : from_bone - outer;
    return std::max(above, inner - bone.sample(p));
}

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
        layer.inner = kLayerGap_mm - (kRoot_mm + kLayerGap_mm) * (1 - t) * (1 - t);
    }
    return layer;
}

Box box_of(const ShellField& field)
{
    Box box;
    for (const Vec2& p : field.border) {
        if (field.seen == ShellField::Seen::from_above) {
            box.add({p.x, field.within[0], p.y});
            box.add({p.x, field.within[1], p.y});
        } else if (field.seen == ShellField::Seen::from_behind) {
            box.add({p.x, p.y, field.within[0]});
            box.add({p.x, p.y, field.within[1]});
        } else {
            const double reach = field.hub_radius_mm + kRolledReach_mm;
            box.add({p.x, field.hub.x - reach, field.hub.y - reach});
            box.add({p.x, field.hub.x + reach, field.hub.y + reach});
        }
    }
    return box;
}

}  // namespace

Box box_of(const ShellShape& shell)
{
    Box box;
    for (const ShellPatch& patch : shell.patches) box.add({patch.centre - patch.radii, patch.centre + patch.radii});
    for (const ShellField& field : shell.fields) box.add(box_of(field));
    return box;
}

void add_shells(Solid& solid, const std::vector<const Solid*>& bones)
{
    for (std::size_t i = 0; i < solid.spec->shape.shells.size(); ++i) {
        const ShellShape& shell = solid.spec->shape.shells[i];
        const Solid& bone = *bones[i];
        for (const ShellField& field : shell.fields) {
            const Sheet sheet(field);
            const Field far = far_reaching(bone, field);
            const auto value = [&](const Vec3& p) { return field_value(field, sheet, bone.own, far, p); };
            solid.blocks.push_back(surface_of(field_of(value, box_of(field).grown(4 * solid.voxel_mm), solid.voxel_mm, 2.0)));
            drop_small_pieces(solid.blocks.back(), 0.01);
        }
        if (shell.patches.empty()) continue;
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
