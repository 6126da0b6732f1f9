#include "session/quiz_order.hpp"

#include <algorithm>
#include <cmath>

#include "session/quiz.hpp"
#include "session/skin_points.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostInOrder = 5;
constexpr float kClearDepthM = 0.003f, kClearAcrossM = 0.007f;  // nearer than this nobody could tell them apart
constexpr int kHeightsMm[] = {50, 30, 10, -10, -30};

struct Placed { std::string id; float at_m = 0; };

bool is_asked(const StructureId& id)
{
    static const std::vector<std::string_view> kinds = {"muscle", "nerve", "artery", "vein", "tendon", "bone", "fascia", "ligament", "capsule"};
    return std::find(kinds.begin(), kinds.end(), id.kind()) != kinds.end();
}

/// The middle of the back of the leg at a height, on the skin.
std::optional<PainSpot> back_of_leg(const Library& library, float height_m)
{
    const Mesh* skin = library.model.find(StructureId("region.skin"));
    if (!skin) return std::nullopt;
    std::optional<glm::vec3> back;
    float best = 1e9f;
    for (const glm::vec3& p : skin->position_m) {
        const float off = std::abs(p.y - height_m) + std::abs(p.x);
        if (p.z < 0 && off < best) {
            best = off;
            back = p;
        }
    }
    if (!back) return std::nullopt;
    return PainSpot{*back, 0.008f};
}

/// Keeps those that are clearly apart from the one before.
std::vector<Placed> clearly_apart(std::vector<Placed> placed, float gap_m)
{
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.at_m != b.at_m ? a.at_m < b.at_m : a.id < b.id; });
    std::vector<Placed> kept;
    for (const Placed& p : placed) {
        if (kept.size() < kMostInOrder && (kept.empty() || p.at_m - kept.back().at_m >= gap_m)) kept.push_back(p);
    }
    return kept;
}

std::vector<Placed> by_depth(const Library& library, float height_m)
{
    const std::optional<PainSpot> spot = back_of_leg(library, height_m);
    if (!spot) return {};
    std::vector<Placed> placed;
    for (const Beneath& b : structures_beneath(library, {*spot})) if (is_asked(b.id)) placed.push_back({b.id.text(), b.depth_m});
    return clearly_apart(placed, kClearDepthM);
}

/// Mean place across the leg of what lies in its back half at this height.
std::vector<Placed> by_side(const Library& library, float height_m)
{
    std::vector<Placed> placed;
    for (const Mesh& mesh : library.model.meshes) {
        if (!is_asked(mesh.id) || mesh.id.kind() == "bone" || mesh.id.kind() == "fascia" || mesh.id.kind() == "capsule" || mesh.id.kind() == "ligament") continue;
        double sum = 0;
        int count = 0;
        for (const glm::vec3& p : mesh.position_m) {
            if (std::abs(p.y - height_m) > 0.006f || p.z > -0.005f) continue;
            sum += static_cast<double>(-p.x);  // rising to the outer side
            ++count;
        }
        if (count > 5) placed.push_back({mesh.id.text(), static_cast<float>(sum / count)});
    }
    return clearly_apart(placed, kClearAcrossM);
}

std::vector<Placed> placed_for(const Library& library, const std::string& item)
{
    const auto height_m = static_cast<float>(order_height_m(item));
    return item.starts_with("depth") ? by_depth(library, height_m) : by_side(library, height_m);
}

}  // namespace

double order_height_m(const std::string& item)
{
    const std::size_t mark = item.find(':');
    return mark == std::string::npos ? 0 : 1e-3 * std::atoi(item.c_str() + mark + 1);
}

std::vector<std::string> order_items(const Library& library)
{
    std::vector<std::string> items;
    if (!library.has_shape(StructureId("region.skin"))) return items;
    for (const int mm : kHeightsMm) {
        items.push_back("depth:" + std::to_string(mm));
        items.push_back("across:" + std::to_string(mm));
    }
    return items;
}

std::vector<std::string> structures_in_order(const Library& library, const std::string& item)
{
    std::vector<std::string> ids;
    for (const Placed& p : placed_for(library, item)) ids.push_back(p.id);
    return ids;
}

std::string order_reason(const Library& library, const std::string& item)
{
    std::string words;
    const std::vector<Placed> placed = placed_for(library, item);
    for (const Placed& p : placed) {
        const float from_first = item.starts_with("depth") ? p.at_m : p.at_m - placed.front().at_m;
        words += (words.empty() ? "" : ", ") + library.catalogue.name(StructureId(p.id)) + " " + std::to_string(std::lround(1e3f * from_first)) + " mm";
    }
    return words;
}

}  // namespace genu
