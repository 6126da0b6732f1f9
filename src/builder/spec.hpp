#pragma once
// The leg's specification as read from assets/leg: what a person wrote, checked, not yet turned into shapes.
// The format is described in docs/leg_specification.md and assets/schemas/leg.schema.json.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/id.hpp"
#include "builder/geometry.hpp"
#include "builder/tissue.hpp"
#include "scene/model.hpp"

namespace genu::builder {

/// A closed outline in a section's plane as an elliptic Fourier series: [a, b, angle, phase, harmonics…] (mm, degrees).
using OutlineRow = std::vector<double>;

/// From here on along the stations: which share of the outline is tendon, and where its middle lies.
struct TendonRow {
    double position = 0;  ///< 0…1 along the stations
    double share = 0;     ///< 0…1 of the outline
    double direction_deg = 0;
};

/// From here on along the stations: how far the fibres turn out of the muscle's length. With a raphe they lean away from
/// it on both sides (a feather), below 0 towards it; without one all lean the way the outline is drawn (half a feather).
struct PennationRow {
    double position = 0;  ///< 0…1 along the stations
    double angle_deg = 0;
    std::optional<double> raphe_deg;
};

/// From here on along the stations: which way the fascicles run in space, the same on both faces of the muscle.
struct FascicleRow {
    double position = 0;  ///< 0…1 along the stations
    Vec3 direction{0, -1, 0};  ///< unit, from origin to insertion
};

/// A line of tendon across the belly: at `position` along the stations, `tilt_mm` lower where the outline looks in
/// `direction_deg` and as much higher on the other side.
struct InscriptionRow { double position = 0, tilt_mm = 0, direction_deg = 0, half_width_mm = 3; };

struct Station {
    Vec3 centre{0};
    OutlineRow outline;
};

/// Outlines swept along a spline. Tubes are sweeps with round outlines that need no reference axis.
struct SweepShape {
    enum class Mode { curve, axis, fan };
    Mode mode = Mode::curve;
    Vec3 axis{0, 1, 0};               ///< mode axis: normal of every section
    Vec2 hub{0};                      ///< mode fan: x and z of the vertical axis
    std::optional<Vec3> reference;    ///< projected into each section: its u axis; without it frames are carried along
    std::array<double, 2> cap{0, 0};  ///< lengths of the domes beyond the ends
    double wall_mm = 0;               ///< above 0: a sleeve, open at both ends, with a wall this thick
    std::vector<Station> stations;
    std::vector<TendonRow> tendon;
    std::vector<PennationRow> pennation;
    std::vector<FascicleRow> fascicles;  ///< instead of pennation
    std::vector<InscriptionRow> inscriptions;
};

struct SliceLoop { Vec2 centre{0}; OutlineRow outline; };
struct Slice { double height = 0; std::vector<SliceLoop> loops; };

/// Sections by parallel planes; the field between them is interpolated.
struct SliceShape {
    Vec3 axis{0, 1, 0};
    Vec3 reference{1, 0, 0};
    double low = 0, high = 0;  ///< where the domes beyond the first and the last slice end
    std::vector<Slice> slices;
};

/// Slice shapes stacked along y, lowest first; neighbours fade into each other over a zone.
struct BlendShape {
    std::vector<SliceShape> parts;
    std::vector<std::array<double, 2>> zones;  ///< one fewer than parts
};

/// A layer on a bone: ellipsoidal patches of a thickness that thins out towards their edge.
struct ShellPatch { Vec3 centre{0}; Vec3 radii{1}; double thickness = 1; };
/// A field of a layer within a border line. The line is drawn on a flat sheet seen from above (u = x, v = z) or from
/// behind (u = x, v = y), or on a sheet rolled about a level axis (u = x, v = the arc in degrees: 0 below, 90 behind).
struct ShellField {
    enum class Seen { from_above, from_behind, rolled };
    Seen seen = Seen::from_above;
    Vec2 hub{0};                       ///< rolled: y and z of the axis
    double hub_radius_mm = 25;         ///< rolled: how far from the axis degrees are turned into millimetres
    std::array<double, 2> within{-1e6, 1e6};  ///< flat: only from this depth to this along the line of sight (y or z)
    std::vector<Vec2> border;          ///< closed; rounded between its points
    double thickness = 2;
    double edge_mm = 4;                ///< over which it thins out
    struct Swell { Vec2 centre{0}; double radius_mm = 10, more = 0.5; };
    std::vector<Swell> swells;         ///< where it is thicker
};
struct ShellShape { StructureId bone; std::vector<ShellPatch> patches; std::vector<ShellField> fields; };

/// Skin drawn over everything that lies below it.
struct WrapRow { double y = 0, thickness_mm = 4, share = 1, coarse = 1; };
/// An ellipsoid in which the skin is thinner or thicker, takes more or less of what the girth asks for, spans wider or
/// follows closer what lies below (coarse 0…1). It fades out towards its edge.
struct WrapPad { Vec3 centre{0}, radii{1}; double thickness_mm = 4, share = 1, coarse = 1; };
/// Where more or less blood shines through: 0 pale … 1 rosy.
struct WrapBlush { Vec3 centre{0}, radii{1}; double blood = 0.3; };
/// How wide gaps are spanned, and how much is smoothed afterwards.
struct WrapSpan { double close_mm = 4, blur_mm = 2; };
/// A groove along a line.
struct WrapCrease { std::vector<Vec3> line; double depth_mm = 1, width_mm = 4; };
/// From here downwards a finer grid with spans of its own, and toes.
struct WrapFoot { double below_mm = -340, voxel_mm = 1; WrapSpan fine, coarse; };
struct WrapShape {
    std::vector<StructureId> without;            ///< what leaves no mark on it: stockings of fascia end in a rim
    double voxel_mm = 2;
    double cover_mm = 1.2;                       ///< least thickness anywhere
    WrapSpan fine, coarse;
    std::vector<WrapRow> rows;                   ///< by height, from above
    std::vector<WrapPad> pads;                   ///< later ones win
    std::vector<WrapPad> fills;                  ///< soft parts that the model has no structure for
    std::vector<std::array<double, 2>> girths;   ///< height, what a tape measures; from above
    std::vector<WrapCrease> creases;
    double blood = 0.3;                          ///< where no blush says otherwise
    std::vector<WrapBlush> blushes;              ///< later ones win
    std::vector<std::array<double, 2>> triangle_edges{{0, 6}};  ///< height, length of a triangle's edge; from above
    std::optional<WrapFoot> foot;
    double waist_mm = 1e6, ground_mm = -1e6;     ///< level ends
    std::vector<std::array<double, 2>> midline;  ///< height, least x; from above
    double edge_mm = 8;                          ///< rounds the cut edges
};

/// All of these together, united.
struct Shape {
    std::vector<SweepShape> sweeps;
    std::vector<BlendShape> blocks;
    std::vector<ShellShape> shells;
    std::optional<WrapShape> wrap;
};

struct Crossing {
    std::string joint;
    Body from = Body::pelvis, to = Body::pelvis;
    double before_mm = 70, after_mm = 70;
};

struct ChainSpec {
    int joints = 12;
    std::vector<Vec3> path;  ///< empty: the centres of the stations
    std::vector<Crossing> crossings;
    Body start = Body::pelvis;
    std::vector<std::array<double, 2>> around;  ///< height, how many joints stand round each section from here downwards; empty: one
};

struct StructureSpec {
    StructureId id;
    const Tissue* tissue = nullptr;
    std::string file;       ///< where it was read, for messages
    std::string source;
    std::string reference;  ///< name of the yardstick's mesh; may be empty
    Shape shape;
    double radial_scale = 1;
    double implied_cm3 = 0;  ///< a muscle's volume by its force and fibre length; 0: not known
    Body body = Body::pelvis;
    std::optional<ChainSpec> chain;
    std::optional<StructureId> follows;   ///< hangs on the joints of this skin, which lies over it
    std::string pack;
    int claim = 0;
    std::optional<std::vector<StructureId>> cut_by;
    std::vector<StructureId> rests_on;    ///< sinks a little into these instead of keeping off them, so that no gap shows
    std::vector<StructureId> covered_by;  ///< straps that lie on it: nothing of it lies in them or outside of them
    double voxel_mm = 0;
    int triangles = 0;
    double round_mm = 0;    ///< above 0: nothing sharper or thinner than this is left where others cut into it
    double lobules_mm = 0;  ///< above 0: parted into lobules of about this size, as fat is
};

/// Where a structure holds to a bone: the part of the bone's surface that it covers between two places of its length.
struct AttachmentArea {
    StructureId bone;
    double from = 0, to = 1;    ///< 0…1 along the stations
    int sweep = -1;             ///< counted from 0; -1: whichever is nearest
    double within_mm = 1.5;     ///< of the structure's surface
};

struct AttachmentSpec {
    StructureId owner;
    std::string file;
    std::vector<AttachmentArea> origin, insertion;
};

/// At a height, an arc of the leg's outline: degrees from lateral (0) over the back (90), medial (180), to the front (270).
struct TerritoryRow { double y = 0, from_deg = 0, to_deg = 0; };
/// An ellipsoid, of which only skin that faces a direction counts (none: all).
struct TerritoryPatch { Vec3 centre{0}; Vec3 radii{1}; std::optional<Vec3> facing; };

/// The skin that one nerve feels for.
struct TerritorySpec {
    StructureId nerve;
    std::string file;
    std::vector<std::vector<TerritoryRow>> bands;  ///< rows from above
    std::vector<TerritoryPatch> patches;
};

struct LegSpec {
    std::vector<StructureSpec> structures;  ///< sorted by id
    std::map<std::string, Vec3> joint_centres;
    std::vector<AttachmentSpec> attachments;   ///< sorted by owner
    std::vector<TerritorySpec> territories;    ///< sorted by nerve
    std::string territory_source;

    const StructureSpec* find(const StructureId& id) const;
};

/// Reads every .json below a folder. Everything that is wrong is reported at once, by file, structure and field.
Result<LegSpec> read_leg_spec(const fs::path& folder);
/// The same from texts, as (file name, content).
Result<LegSpec> parse_leg_spec(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace genu::builder
