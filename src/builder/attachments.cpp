#include "builder/attachments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "builder/parallel.hpp"

namespace genu::builder {

namespace {

constexpr double kSoft_mm = 4;        // an area fades over this
constexpr double kKnown_mm = 14;      // farther from any area a point is nobody's
constexpr double kSample_mm = 1.3;    // between the samples of a bone's surface
constexpr double kBorder_mm = 1.5;    // half of the line left between two neighbours' areas
constexpr double kSmallest_mm2 = 8;
constexpr std::uint8_t kNobody = 255;

struct Sample { Vec3 point; double area_mm2; };

std::vector<Sample> samples_of(const TriMesh& mesh)
{
    std::vector<Sample> samples;
    for (const auto& t : mesh.triangle) {
        const Vec3 a = mesh.point[t[0]], b = mesh.point[t[1]] - a, c = mesh.point[t[2]] - a;
        const double longest = std::max({glm::length(b), glm::length(c), glm::length(b - c)});
        const int n = std::max(1, static_cast<int>(std::ceil(longest / kSample_mm)));
        const double share = 0.5 * glm::length(glm::cross(b, c)) / (n * n);
        for (int i = 0; i < n; ++i) {
            for (int k = 0; k + i < n; ++k) {
                samples.push_back({a + (i + 1.0 / 3) / n * b + (k + 1.0 / 3) / n * c, share});
                if (k + i + 1 < n) samples.push_back({a + (i + 2.0 / 3) / n * b + (k + 2.0 / 3) / n * c, share});
            }
        }
    }
    return samples;
}

/// One owner's areas on one bone, for origins or for insertions.
struct Claimant {
    std::uint8_t owner;
    Solid* solid;
    std::vector<AttachmentArea> areas;
    Box box;
    std::vector<Vec3> covered;  // of the bone's samples
    double area_mm2 = 0;
};

// Negative where the owner covers the place, by how far; large where it does not reach.
double reach(const Claimant& claimant, const Vec3& p)
{
    constexpr double kFar = 1e9;
    const Solid& solid = *claimant.solid;
    double within = 0;
    for (const AttachmentArea& area : claimant.areas) within = std::max(within, area.within_mm);
    const double outside = solid.own.sample(p);
    if (outside > within) return kFar;
    if (solid.lofts.empty()) return outside - within;
    const CentrePlace place = nearest_centre(solid.lofts, p);
    const double along = place.along_mm / solid.lofts[place.loft].length_mm;
    double best = kFar;
    for (const AttachmentArea& area : claimant.areas) {
        if (area.sweep >= 0 && area.sweep != static_cast<int>(place.loft)) continue;
        if (along >= area.from && along <= area.to) best = std::min(best, outside - area.within_mm);
    }
    return best < 0 ? best : kFar;
}

// Each place of the bone goes to whoever covers it deepest.
void share_out(const std::vector<Sample>& samples, std::vector<Claimant>& claimants)
{
    for (const Sample& sample : samples) {
        Claimant* first = nullptr;
        double deepest = 0;
        for (Claimant& claimant : claimants) {
            if (!claimant.box.meets({sample.point, sample.point})) continue;
            const double depth = reach(claimant, sample.point);
            if (depth >= deepest) continue;
            deepest = depth;
            first = &claimant;
        }
        if (!first) continue;
        first->covered.push_back(sample.point);
        first->area_mm2 += sample.area_mm2;
    }
}

struct Nearest { double first = kKnown_mm, second = kKnown_mm; std::uint8_t owner = kNobody; };

Nearest nearest_area(const Vec3& p, const std::vector<Claimant>& claimants)
{
    Nearest result;
    for (const Claimant& claimant : claimants) {
        if (!claimant.box.grown(kKnown_mm).meets({p, p})) continue;
        double square = kKnown_mm * kKnown_mm;
        for (const Vec3& c : claimant.covered) square = std::min(square, glm::dot(p - c, p - c));
        // A place amid samples is never farther than this from one of them.
        const double d = std::max(0.0, std::sqrt(square) - 0.6 * kSample_mm);
        if (d < result.first) {
            result.second = result.first;
            result.first = d;
            result.owner = claimant.owner;
        } else if (d < result.second) {
            result.second = d;
        }
    }
    return result;
}

// Between neighbours the value dips, so that their border shows and an owner's number never has to be blended.
double closeness(const Nearest& nearest)
{
    const double to_neighbour = 0.5 + (nearest.second - nearest.first) / (4 * kBorder_mm);
    return std::clamp(std::min(1 - nearest.first / kSoft_mm, to_neighbour), 0.0, 1.0);
}

std::vector<Claimant> claimants_on(const StructureId& bone, const LegSpec& leg, std::vector<Solid>& solids, bool origins)
{
    std::vector<Claimant> result;
    for (std::size_t i = 0; i < leg.attachments.size(); ++i) {
        Claimant claimant{static_cast<std::uint8_t>(i), nullptr, {}, {}, {}, 0};
        for (const AttachmentArea& area : origins ? leg.attachments[i].origin : leg.attachments[i].insertion) {
            if (area.bone == bone) claimant.areas.push_back(area);
        }
        if (claimant.areas.empty()) continue;
        claimant.solid = &*std::find_if(solids.begin(), solids.end(), [&](const Solid& s) { return s.spec->id == leg.attachments[i].owner; });
        claimant.box = claimant.solid->own.box();
        result.push_back(std::move(claimant));
    }
    return result;
}

void paint_bone(const LegSpec& leg, std::vector<Solid>& solids, const Solid& bone, Paint& paint, std::vector<std::pair<Solid*, std::string>>& notes)
{
    const std::vector<Sample> samples = samples_of(bone.mesh);
    for (const std::size_t channel : {std::size_t{0}, std::size_t{1}}) {
        std::vector<Claimant> claimants = claimants_on(bone.spec->id, leg, solids, channel == 0);
        if (claimants.empty()) continue;
        if (paint.empty()) paint.assign(bone.mesh.point.size(), {0, 0, kNobody, kNobody});
        share_out(samples, claimants);
        for (const Claimant& claimant : claimants) {
            if (claimant.area_mm2 >= kSmallest_mm2) continue;
            notes.emplace_back(claimant.solid, std::string(channel == 0 ? "origin" : "insertion") + " does not touch " + bone.spec->id.text());
        }
        for (std::size_t i = 0; i < bone.mesh.point.size(); ++i) {
            const Nearest nearest = nearest_area(bone.mesh.point[i], claimants);
            paint[i][channel] = static_cast<std::uint8_t>(std::lround(255 * closeness(nearest)));
            paint[i][2 + channel] = nearest.owner;
        }
    }
}

}  // namespace

std::vector<Paint> paint_attachments(const LegSpec& leg, std::vector<Solid>& solids, const std::vector<Role>& roles)
{
    std::vector<Paint> paint(solids.size());
    std::vector<std::vector<std::pair<Solid*, std::string>>> notes(solids.size());
    for_each_parallel(solids.size(), [&](std::size_t i) {
        if (roles[i] == Role::wanted && solids[i].tissue().name == "bone") paint_bone(leg, solids, solids[i], paint[i], notes[i]);
    });
    for (const auto& list : notes) for (const auto& [solid, note] : list) solid->notes.push_back(note);
    return paint;
}

}  // namespace genu::builder
