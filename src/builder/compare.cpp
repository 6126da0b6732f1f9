#include "builder/compare.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <initializer_list>

#include <nlohmann/json.hpp>

#include "builder/closest.hpp"
#include "builder/field.hpp"
#include "builder/parallel.hpp"
#include "builder/ply.hpp"
#include "builder/rigid_fit.hpp"

namespace genu::builder {

namespace {

constexpr double kOverlapVoxel_mm = 1.0;
constexpr float kOverlapDepth_mm = 0.3f;  // shallower contact is within the meshes' own error

void add_distances(const TriMesh& from, const TriMesh& to, int points, std::vector<double>& distances)
{
    const ClosestOnMesh closest(to);
    for (const Vec3& p : spread_points(from, points)) distances.push_back(closest.nearest(p).distance);
}

void append_mesh(TriMesh& all, const TriMesh& part)
{
    const auto first = static_cast<std::uint32_t>(all.point.size());
    all.point.insert(all.point.end(), part.point.begin(), part.point.end());
    for (const auto& t : part.triangle) all.triangle.push_back({t[0] + first, t[1] + first, t[2] + first});
}

bool takes_space(const std::string& id)
{
    for (const char* kind : {"region.", "fascia.", "fat.", "capsule.", "retinaculum.", "pathology."}) if (id.rfind(kind, 0) == 0) return false;
    return true;
}

// Nerves, arteries and veins each branch and join: a branch begins inside its stem.
bool are_of_one_tree(const std::string& a, const std::string& b)
{
    for (const char* kind : {"nerve.", "artery.", "vein."}) if (a.rfind(kind, 0) == 0 && b.rfind(kind, 0) == 0) return true;
    return false;
}

struct Overlap { double percent = 0; std::string most; };

Overlap overlap_of(std::size_t i, const std::vector<Field>& fields, const std::vector<ComparedStructure>& rows)
{
    if (!takes_space(rows[i].id)) return {};
    std::size_t own = 0, claimed = 0;
    std::vector<std::size_t> with(fields.size(), 0);
    for (const Field::Brick& brick : fields[i].bricks()) {
        const Box box{fields[i].position(brick.low), fields[i].position(brick.low + Field::kBrick - 1)};
        std::vector<std::size_t> near;
        for (std::size_t j = 0; j < fields.size(); ++j) if (j != i && takes_space(rows[j].id) && !are_of_one_tree(rows[i].id, rows[j].id) && fields[j].box().meets(box)) near.push_back(j);
        for (int k = 0; k < 512; ++k) {
            if (brick.value[static_cast<std::size_t>(k)] >= 0) continue;
            ++own;
            if (brick.value[static_cast<std::size_t>(k)] > -kOverlapDepth_mm) continue;
            const glm::ivec3 v = brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6);
            bool is_claimed = false;
            for (const std::size_t j : near) {
                if (fields[j].at(v) > -kOverlapDepth_mm) continue;
                ++with[j];
                is_claimed = true;
            }
            claimed += is_claimed ? 1 : 0;
        }
    }
    Overlap overlap;
    if (own == 0 || claimed == 0) return overlap;
    overlap.percent = 100.0 * static_cast<double>(claimed) / static_cast<double>(own);
    overlap.most = rows[static_cast<std::size_t>(std::max_element(with.begin(), with.end()) - with.begin())].id;
    return overlap;
}

bool begins_with_any(const std::string& id, std::initializer_list<const char*> kinds)
{
    return std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) { return id.rfind(kind, 0) == 0; });
}

// The reference's nerves and vessels begin and end where the drawing did; its iliotibial tract is the last 40 mm, its
// tibial collateral ligament the upper 62 mm of some 95.
bool is_one_way(const std::string& id)
{
    return begins_with_any(id, {"nerve.", "artery.", "vein.", "fascia.iliotibial_tract", "ligament.tibial_collateral"});
}

// What the reference has from another person's knee, bent on to this one: there place and shape are told apart.
bool is_fitted(const std::string& id)
{
    return begins_with_any(id, {"ligament.", "meniscus.", "tendon.popliteus"});
}

SurfaceDistance summary_of(std::vector<double> distances)
{
    if (distances.empty()) return {};
    std::sort(distances.begin(), distances.end());
    double sum = 0;
    for (const double d : distances) sum += d;
    return {sum / static_cast<double>(distances.size()), distances[distances.size() * 95 / 100]};
}

void compare_with(const TriMesh& mesh, const TriMesh& reference, ComparedStructure& row)
{
    row.one_way = is_one_way(row.id);
    if (!row.one_way) row.distance = distance_between(mesh, reference);
    else if (const auto distance = distance_where_it_reaches(mesh, reference)) row.distance = *distance;
    else row.reference.clear();
    if (!row.one_way && is_fitted(row.id)) {
        const RigidFit fit = fitted(mesh, reference);
        row.fit = {distance_between(fit.moved, reference).mean_mm, fit.turn_deg, fit.move_mm};
    }
    const double volume = volume_of(reference) / 1000;
    if (edge_faults(reference).open == 0 && volume > 0) row.volume_ratio = volume_of(mesh) / 1000 / volume;
}

// A structure and those of ours that the reference's mesh holds too.
TriMesh with_parts(TriMesh mesh, const std::string& id, const Model& model, const Yardsticks& yardsticks)
{
    const auto parts = yardsticks.together.find(id);
    if (parts == yardsticks.together.end()) return mesh;
    for (const std::string& part : parts->second) if (const Mesh* found = model.find(StructureId(part))) append_mesh(mesh, from_model(*found));
    return mesh;
}

}  // namespace

SurfaceDistance distance_between(const TriMesh& a, const TriMesh& b, int points)
{
    std::vector<double> distances;
    add_distances(a, b, points, distances);
    add_distances(b, a, points, distances);
    return summary_of(std::move(distances));
}

std::optional<SurfaceDistance> distance_where_it_reaches(const TriMesh& a, const TriMesh& b, int points)
{
    constexpr double kMargin_mm = 2;
    const Box box = box_of(b).grown(kMargin_mm);
    const ClosestOnMesh closest(b);
    std::vector<double> distances;
    for (const Vec3& p : spread_points(a, points)) if (box.meets({p, p})) distances.push_back(closest.nearest(p).distance);
    if (distances.empty()) return std::nullopt;
    return summary_of(std::move(distances));
}

TriMesh from_model(const Mesh& mesh)
{
    TriMesh result;
    for (const glm::vec3& p : mesh.position_m) result.point.emplace_back(-1000.0 * p.x, 1000.0 * p.y, -1000.0 * p.z);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) result.triangle.push_back({mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]});
    return result;
}

Result<std::vector<ComparedStructure>> compare_leg(const Model& model, const fs::path& reference, const Yardsticks& yardsticks)
{
    std::error_code error;
    const fs::path folder = reference / "meshes";
    if (!fs::is_directory(folder, error)) return Problem{folder.string(), "", "is not a folder", "give the folder that holds \"meshes\" with its .ply files"};
    std::vector<ComparedStructure> rows(model.meshes.size());
    std::vector<Field> fields(model.meshes.size());
    std::vector<Problems> problems(model.meshes.size());
    for_each_parallel(rows.size(), [&](std::size_t i) {
        ComparedStructure& row = rows[i];
        row.id = model.meshes[i].id.text();
        const TriMesh mesh = from_model(model.meshes[i]);
        pieces_of(mesh, row.pieces);
        row.open_edges = edge_faults(mesh).open + edge_faults(mesh).crowded;
        row.volume_cm3 = volume_of(mesh) / 1000;
        if (takes_space(row.id)) fields[i] = distance_to(mesh, kOverlapVoxel_mm);
        const auto implied = yardsticks.implied_cm3.find(row.id);
        if (implied != yardsticks.implied_cm3.end()) row.implied_ratio = row.volume_cm3 / implied->second;
        const auto found = yardsticks.names.find(row.id);
        if (found == yardsticks.names.end()) return;
        TriMesh whole;
        for (const std::string& name : found->second) {
            Result<TriMesh> part = read_ply(folder / (name + ".ply"));
            if (part) append_mesh(whole, *part);
            else append(problems[i], part.problems());
        }
        if (whole.triangle.empty()) return;
        row.reference = found->second.size() == 1 ? found->second.front() : std::to_string(found->second.size()) + " meshes";
        compare_with(with_parts(mesh, row.id, model, yardsticks), whole, row);
    });
    Problems all;
    for (Problems& some : problems) append(all, std::move(some));
    if (!all.empty()) return all;
    for_each_parallel(rows.size(), [&](std::size_t i) {
        const Overlap overlap = overlap_of(i, fields, rows);
        rows[i].overlap_percent = overlap.percent;
        rows[i].overlaps_most = overlap.most;
    });
    return rows;
}

std::string to_table(const std::vector<ComparedStructure>& rows)
{
    std::string table = "structure                                  mean mm   p95 mm  fitted  volume cm3  ratio  implied  pieces  open  overlap %\n";
    double sum = 0, worst = 0;
    int count = 0, implied_count = 0, implied_good = 0, whole = 0, closed = 0, clear = 0;
    for (const ComparedStructure& row : rows) {
        char line[240];
        char distance[40] = "       -        -", fit[16] = "    -", ratio[16] = "    -", implied[16] = "    -";
        if (!row.reference.empty()) {
            std::snprintf(distance, sizeof distance, "%8.2f %8.2f", row.distance.mean_mm, row.distance.p95_mm);
            sum += row.distance.mean_mm;
            worst = std::max(worst, row.distance.mean_mm);
            ++count;
        }
        if (row.fit) std::snprintf(fit, sizeof fit, "%5.2f", row.fit->mean_mm);
        if (row.volume_ratio > 0) std::snprintf(ratio, sizeof ratio, "%5.2f", row.volume_ratio);
        if (row.implied_ratio > 0) {
            std::snprintf(implied, sizeof implied, "%5.2f", row.implied_ratio);
            ++implied_count;
            implied_good += std::abs(row.implied_ratio - 1) <= 0.15 ? 1 : 0;
        }
        whole += row.pieces == 1 ? 1 : 0;
        closed += row.open_edges == 0 ? 1 : 0;
        clear += row.overlap_percent < 0.5 ? 1 : 0;
        std::snprintf(line, sizeof line, "%-41s %s   %s %11.1f  %s   %s %7zu %5zu %9.2f%s%s\n", row.id.c_str(), distance, fit, row.volume_cm3, ratio, implied, row.pieces, row.open_edges,
                      row.overlap_percent, row.overlaps_most.empty() ? "" : "  ", row.overlaps_most.c_str());
        table += line;
    }
    char line[480];
    std::snprintf(line, sizeof line,
                  "%zu structures, %d compared: mean %.2f mm, worst %.2f mm\n%d of %d muscles within 15 %% of the implied volume; %d in one piece, %d closed, %d share less than 0.5 %%\n"
                  "nerves, vessels, iliotibial tract and tibial collateral ligament: from ours to the reference, where it reaches\n"
                  "fitted: mean mm after one rigid move of the structure, where the reference is another person's knee\n",
                  rows.size(), count, count ? sum / count : 0.0, worst, implied_good, implied_count, whole, closed, clear);
    return table + line;
}

std::string to_json(const std::vector<ComparedStructure>& rows)
{
    const auto rounded = [](double value) { return std::round(1000 * value) / 1000; };
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ComparedStructure& row : rows) {
        nlohmann::ordered_json item = {{"id", row.id}};
        if (!row.reference.empty()) {
            item["reference"] = row.reference;
            item["mean_mm"] = rounded(row.distance.mean_mm);
            item["p95_mm"] = rounded(row.distance.p95_mm);
            if (row.one_way) item["one_way"] = true;
            if (row.fit) item["fitted"] = {{"mean_mm", rounded(row.fit->mean_mm)}, {"turn_deg", rounded(row.fit->turn_deg)}, {"move_mm", rounded(row.fit->move_mm)}};
        }
        item["volume_cm3"] = rounded(row.volume_cm3);
        if (row.volume_ratio > 0) item["volume_ratio"] = rounded(row.volume_ratio);
        if (row.implied_ratio > 0) item["implied_ratio"] = rounded(row.implied_ratio);
        item["pieces"] = row.pieces;
        item["open_edges"] = row.open_edges;
        item["overlap_percent"] = rounded(row.overlap_percent);
        if (!row.overlaps_most.empty()) item["overlaps_most"] = row.overlaps_most;
        list.push_back(std::move(item));
    }
    return nlohmann::ordered_json{{"structures", std::move(list)}}.dump(1) + "\n";
}

}  // namespace genu::builder
