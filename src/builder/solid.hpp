#pragma once
// One structure on its way from figures to a mesh.
#include <string>
#include <vector>

#include "builder/field.hpp"
#include "builder/loft.hpp"
#include "builder/spec.hpp"

namespace genu::builder {

struct Solid {
    const StructureSpec* spec = nullptr;
    double voxel_mm = 1;
    std::vector<Loft> lofts;     ///< of its sweeps
    std::vector<TriMesh> blocks; ///< surfaces of its slice stacks, and later of its shells
    Field own;                   ///< distance to the whole, before others claim their space
    double usual_radius_mm = 5;  ///< where there is no centre line to ask
    TriMesh mesh;                ///< the result
    std::vector<Vec3> normal;    ///< of the result
    std::vector<std::string> notes;

    const Tissue& tissue() const { return *spec->tissue; }
    bool is_tube() const { return tissue().name == "nerve" || tissue().name == "artery" || tissue().name == "vein"; }
    /// Swept once, so its surface can be written down without a grid.
    bool is_plain_loft() const { return lofts.size() == 1 && blocks.empty() && spec->shape.shells.empty(); }
    /// Swept, and so thin that a grid would tear it.
    bool is_thin_sheet() const;
    /// A sleeve, which others pierce.
    bool is_sleeve() const { return !lofts.empty() && lofts.front().shape->wall_mm > 0; }
    Box box() const;
    /// Radius of the structure where it is nearest to this point.
    double radius_at(const Vec3& p) const;
    /// Half the thickness of the usual section of its thinnest sweep; only for what is swept.
    double half_thickness_mm() const;
};

/// Lofts and slice stacks, without regard to neighbours.
Solid shape_solid(const StructureSpec& spec);
/// Fills `own`; shells must have their blocks by now.
void measure_solid(Solid& solid);
/// Where the layers of a shell lie.
Box box_of(const ShellShape& shell);
/// The layers of a structure that lie on this bone, as blocks.
void add_shells(Solid& solid, const std::vector<const Solid*>& bones);

/// Moves tubes sideways, smoothly, until they clear what must not be run through and tubes of other tissues.
void clear_tubes(std::vector<Solid*>& tubes, const std::vector<const Solid*>& obstacles);

}  // namespace genu::builder
