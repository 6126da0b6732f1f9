#pragma once
// How near the built leg is to measured anatomy, and whether its surfaces are sound.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "builder/geometry.hpp"
#include "builder/spec.hpp"
#include "scene/model.hpp"

namespace genu::builder {

struct SurfaceDistance { double mean_mm = 0, p95_mm = 0; };

/// Both ways, from points spread evenly over both surfaces.
SurfaceDistance distance_between(const TriMesh& a, const TriMesh& b, int points = 3000);
/// From `a` to `b` only, and only from points in b's box: for drawn courses and pieces that begin and end elsewhere.
/// Nothing where it does not reach at all.
std::optional<SurfaceDistance> distance_where_it_reaches(const TriMesh& a, const TriMesh& b, int points = 3000);

/// What is left between two surfaces after one rigid move of the first.
struct FittedDistance { double mean_mm = 0, turn_deg = 0, move_mm = 0; };

struct ComparedStructure {
    std::string id;
    std::string reference;         ///< empty: nothing to compare with
    SurfaceDistance distance;
    std::optional<FittedDistance> fit;   ///< only where the reference is another person's knee
    double volume_cm3 = 0;
    double volume_ratio = 0;       ///< ours over the reference's; 0 when that is open or absent
    double implied_ratio = 0;      ///< ours over the volume implied by force and fibre length; 0 when there is none
    bool one_way = false;          ///< measured from ours to the reference only, and only where that reaches
    std::size_t pieces = 0;
    std::size_t open_edges = 0;
    double overlap_percent = 0;    ///< share of its volume that others claim too
    std::string overlaps_most;     ///< with whom
};

/// The names of the yardstick's meshes that make up each structure: the specification's "reference" fields, and a table
/// of structures that gather several.
std::map<std::string, std::vector<std::string>> reference_names(const LegSpec& spec);

/// What a structure is measured against beside a surface.
struct Yardsticks {
    std::map<std::string, std::vector<std::string>> names;   ///< see reference_names()
    std::map<std::string, double> implied_cm3;
    std::map<std::string, std::vector<std::string>> together;   ///< others of ours that the yardstick's mesh holds too
};
Yardsticks yardsticks_of(const LegSpec& spec);

Result<std::vector<ComparedStructure>> compare_leg(const Model& model, const fs::path& reference, const Yardsticks& yardsticks);

std::string to_table(const std::vector<ComparedStructure>& rows);
std::string to_json(const std::vector<ComparedStructure>& rows);

/// A mesh of the model in the specification's frame and millimetres.
TriMesh from_model(const Mesh& mesh);

}  // namespace genu::builder
