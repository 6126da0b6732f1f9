#include "builder/solid.hpp"

#include <algorithm>
#include <cmath>

#include "builder/outline.hpp"
#include "builder/slice_field.hpp"
#include "builder/surface.hpp"

namespace genu::builder {

namespace {

constexpr double kSteepest = 1.6;  // slope of interpolated slices against a true distance

Vec3 size_of(const StructureSpec& spec)
{
    Box box;
    for (const SweepShape& sweep : spec.shape.sweeps) {
        for (const Station& station : sweep.stations) box.add(station.centre);
    }
    for (const BlendShape& block : spec.shape.blocks) {
        for (const SliceShape& part : block.parts) box.add(SliceField(part).box());
    }
    return box.empty() ? Vec3(0) : box.high - box.low;
}

double least_half_width(const StructureSpec& spec)
{
    double least = 1e9;
    for (const SweepShape& sweep : spec.shape.sweeps) {
        std::vector<double> widths;
        for (const Station& station : sweep.stations) widths.push_back(std::min(station.outline[0], station.outline[1]));
        std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2), widths.end());
        least = std::min(least, widths[widths.size() / 2]);
    }
    return least;
}

double choose_voxel(const StructureSpec& spec)
{
    if (spec.voxel_mm > 0) return spec.voxel_mm;
    if (spec.tissue->voxel_mm > 0) return spec.tissue->voxel_mm;
    const double longest = std::max({size_of(spec).x, size_of(spec).y, size_of(spec).z});
    if (!spec.shape.blocks.empty()) return longest > 150 ? 1.0 : longest > 45 ? 0.75 : 0.5;
    return least_half_width(spec) < 3.5 ? 0.75 : 1.0;
}

TriMesh block_mesh(const BlendShape& block, double voxel)
{
    const BlendField value(block);
    const auto at = [&](const Vec3& p) { return value(p); };
    TriMesh mesh = surface_of(field_of(at, value.box().grown(4 * voxel), voxel, kSteepest));
    project(mesh, at, 0.5 * voxel, 0.25 * voxel);
    return mesh;
}

}  // namespace

bool Solid::is_thin_sheet() const
{
    return tissue().name != "muscle" && !lofts.empty() && blocks.empty() && spec->shape.shells.empty() && least_half_width(*spec) < 1.5 * voxel_mm;
}

Box Solid::box() const
{
    Box box;
    for (const Loft& loft : lofts) box.add(box_of(loft.mesh));
    for (const TriMesh& block : blocks) box.add(box_of(block));
    return box;
}

double Solid::radius_at(const Vec3& p) const
{
    return lofts.empty() ? usual_radius_mm : nearest_centre(lofts, p).radius_mm;
}

double Solid::half_thickness_mm() const { return least_half_width(*spec); }

Solid shape_solid(const StructureSpec& spec)
{
    Solid solid;
    solid.spec = &spec;
    solid.voxel_mm = choose_voxel(spec);
    const bool on_grid = !(spec.shape.sweeps.size() == 1 && spec.shape.blocks.empty());
    LoftOptions options;
    // A grid misses sheets thinner than a voxel.
    options.least_half_width_mm = on_grid || spec.tissue->name == "muscle" ? 0.7 * solid.voxel_mm : 0.25;
    // Sheets are wide and nearly flat.
    if (spec.tissue->name == "fascia") options = {.tolerance_mm = 0.2, .longest_step_mm = 8, .most_round = 72, .least_half_width_mm = 0.25};
    // Rings close enough to be moved clear of bones and to bend at the knee.
    if (solid.is_tube()) options = {.tolerance_mm = 0.08, .longest_step_mm = 6, .most_round = 24, .least_half_width_mm = 0.25};
    for (const SweepShape& sweep : spec.shape.sweeps) solid.lofts.push_back(make_loft(sweep, options));
    for (const BlendShape& block : spec.shape.blocks) solid.blocks.push_back(block_mesh(block, solid.voxel_mm));
    return solid;
}

void measure_solid(Solid& solid)
{
    std::vector<const TriMesh*> parts;
    for (const Loft& loft : solid.lofts) parts.push_back(&loft.mesh);
    for (const TriMesh& block : solid.blocks) parts.push_back(&block);
    for (const TriMesh* part : parts) {
        const Field field = distance_to(*part, solid.voxel_mm);
        solid.own = solid.own.empty() ? field : united(solid.own, field);
    }
    const Box box = solid.box();
    if (box.empty()) return;
    const Vec3 size = box.high - box.low;
    solid.usual_radius_mm = std::max(0.5, 0.25 * std::min({size.x, size.y, size.z}));
}

}  // namespace genu::builder
