#include "session/skin_points.hpp"

#include <algorithm>
#include <cmath>

#include "session/scene_math.hpp"

namespace genu {

namespace {

constexpr float kDeepestM = 0.06f;       // below that a leg has another side
constexpr float kAboveSkinM = 0.004f;    // rays start a little outside, so that what touches the skin is met

const Mesh* skin_of(const Library& library) { return library.model.find(StructureId("region.skin")); }

/// Rows of the blended motion of a vertex.
SkinMatrix blended(const Mesh& mesh, const std::vector<SkinMatrix>& joints, std::size_t vertex)
{
    SkinMatrix sum(0);
    for (std::size_t k = 0; k < 4; ++k) {
        const float w = mesh.weights[vertex][static_cast<glm::length_t>(k)];
        if (w > 0) sum += w * joints[mesh.joints[vertex][k]];
    }
    return sum;
}

glm::vec3 moved_back(const SkinMatrix& m, glm::vec3 p)
{
    const glm::mat3 linear = glm::transpose(glm::mat3(glm::vec3(m[0]), glm::vec3(m[1]), glm::vec3(m[2])));
    return glm::inverse(linear) * (p - glm::vec3(m[0].w, m[1].w, m[2].w));
}

template <class Place>
std::size_t nearest_vertex(const Mesh& mesh, glm::vec3 to, const Place& place)
{
    std::size_t best = 0;
    float best_squared = 1e9f;
    for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
        const glm::vec3 d = place(v) - to;
        if (const float squared = glm::dot(d, d); squared < best_squared) {
            best_squared = squared;
            best = v;
        }
    }
    return best;
}

/// Straight down from the skin: against the mean of the normals round the spot.
glm::vec3 inward(const Mesh& skin, const PainSpot& spot)
{
    glm::vec3 sum(0);
    for (std::size_t v = 0; v < skin.position_m.size(); ++v) {
        if (glm::distance(skin.position_m[v], spot.rest_m) < spot.radius_m) sum += skin.normal[v];
    }
    if (glm::length(sum) < 1e-6f) sum = skin.normal[nearest_vertex(skin, spot.rest_m, [&](std::size_t v) { return skin.position_m[v]; })];
    return -glm::normalize(sum);
}

/// One ray down the middle and two rings round it, closer to each other than the nerves behind the knee are thick.
std::vector<glm::vec3> ray_starts(const PainSpot& spot, glm::vec3 down)
{
    const glm::vec3 side = glm::normalize(glm::cross(down, std::abs(down.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0)));
    const glm::vec3 other = glm::cross(down, side), start = spot.rest_m - kAboveSkinM * down;
    std::vector<glm::vec3> starts = {start};
    for (int i = 0; i < 18; ++i) {
        const bool outer = i >= 6;
        const float angle = (outer ? 0.5235988f : 1.0471976f) * static_cast<float>(i);
        starts.push_back(start + (outer ? 0.8f : 0.4f) * spot.radius_m * (std::cos(angle) * side + std::sin(angle) * other));
    }
    return starts;
}

/// Distance along the ray to the triangle (Möller and Trumbore); negative: missed.
float hit_m(glm::vec3 start, glm::vec3 along, glm::vec3 a, glm::vec3 b, glm::vec3 c)
{
    const glm::vec3 ab = b - a, ac = c - a, p = glm::cross(along, ac);
    const float det = glm::dot(ab, p);
    if (std::abs(det) < 1e-14f) return -1;
    const glm::vec3 s = start - a;
    const float u = glm::dot(s, p) / det;
    if (u < 0 || u > 1) return -1;
    const glm::vec3 q = glm::cross(s, ab);
    const float v = glm::dot(along, q) / det;
    if (v < 0 || u + v > 1) return -1;
    return glm::dot(ac, q) / det;
}

float depth_m(const Mesh& mesh, const std::vector<glm::vec3>& starts, glm::vec3 down, float reach_m)
{
    float best = -1;
    const glm::vec3 middle = starts.front() + 0.5f * kDeepestM * down;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.position_m[mesh.indices[i]];
        // Nearly all triangles are far from the needle.
        const glm::vec3 away = a - middle;
        if (glm::length(away - glm::dot(away, down) * down) > reach_m) continue;
        const glm::vec3 b = mesh.position_m[mesh.indices[i + 1]], c = mesh.position_m[mesh.indices[i + 2]];
        for (const glm::vec3& start : starts) {
            const float t = hit_m(start, down, a, b, c);
            if (t >= 0 && t < kDeepestM && (best < 0 || t < best)) best = t;
        }
    }
    return best < 0 ? best : std::max(0.0f, best - kAboveSkinM);
}

bool near(const Bounds& bounds, const PainSpot& spot)
{
    const glm::vec3 closest = glm::clamp(spot.rest_m, bounds.low, bounds.high);
    return glm::distance(closest, spot.rest_m) < kDeepestM + spot.radius_m;
}

/// Middle of the leg at a height: what angles round the leg are measured about.
glm::vec2 middle_at(const Mesh& skin, float height_m)
{
    Bounds slice;
    for (const glm::vec3& p : skin.position_m) if (std::abs(p.y - height_m) < 0.012f) slice.add(p);
    return slice.empty() ? glm::vec2(0) : glm::vec2(slice.centre().x, slice.centre().z);
}

bool holds(const PainRegion& region, const Mesh& skin, glm::vec3 point)
{
    const double height_mm = 1e3 * static_cast<double>(point.y);
    if (height_mm < region.height_mm[0] || height_mm > region.height_mm[1]) return false;
    const glm::vec2 from = glm::vec2(point.x, point.z) - middle_at(skin, point.y);
    // 0 straight back (-Z), positive to the outer side (-X).
    double angle = std::atan2(-static_cast<double>(from.x), -static_cast<double>(from.y)) * 180 / 3.14159265358979323846;
    if (angle < region.angle_deg[0]) angle += 360;
    return angle >= region.angle_deg[0] && angle <= region.angle_deg[1];
}

}  // namespace

glm::vec3 skin_point_at_rest(const Library& library, const std::vector<SkinMatrix>& joints, glm::vec3 posed_m)
{
    const Mesh* skin = skin_of(library);
    if (!skin || skin->position_m.empty()) return posed_m;
    const std::size_t v = nearest_vertex(*skin, posed_m, [&](std::size_t i) { return moved(blended(*skin, joints, i), skin->position_m[i]); });
    return moved_back(blended(*skin, joints, v), posed_m);
}

glm::vec3 skin_point_posed(const Library& library, const std::vector<SkinMatrix>& joints, glm::vec3 rest_m)
{
    const Mesh* skin = skin_of(library);
    if (!skin || skin->position_m.empty()) return rest_m;
    const std::size_t v = nearest_vertex(*skin, rest_m, [&](std::size_t i) { return skin->position_m[i]; });
    return moved(blended(*skin, joints, v), rest_m);
}

std::vector<Beneath> structures_beneath(const Library& library, const std::vector<PainSpot>& spots)
{
    std::vector<Beneath> found;
    const Mesh* skin = skin_of(library);
    if (!skin || skin->position_m.empty()) return found;
    for (const PainSpot& spot : spots) {
        const glm::vec3 down = inward(*skin, spot);
        const std::vector<glm::vec3> starts = ray_starts(spot, down);
        for (std::size_t m = 0; m < library.model.meshes.size(); ++m) {
            const Mesh& mesh = library.model.meshes[m];
            if (mesh.id.kind() == "region" || !near(library.mesh_bounds[m], spot)) continue;
            const float depth = depth_m(mesh, starts, down, spot.radius_m + 0.02f);
            if (depth < 0) continue;
            const auto known = std::find_if(found.begin(), found.end(), [&](const Beneath& b) { return b.id == mesh.id; });
            if (known == found.end()) found.push_back({mesh.id, depth});
            else known->depth_m = std::min(known->depth_m, depth);
        }
    }
    std::sort(found.begin(), found.end(), [](const Beneath& a, const Beneath& b) { return a.depth_m != b.depth_m ? a.depth_m < b.depth_m : a.id < b.id; });
    return found;
}

std::set<FindingId> places_of(const Library& library, const std::vector<PainSpot>& spots)
{
    std::set<FindingId> places;
    const Mesh* skin = skin_of(library);
    if (!skin) return places;
    for (const PainSpot& spot : spots) {
        for (const PainRegion& region : library.pain_regions) if (holds(region, *skin, spot.rest_m)) places.insert(region.finding);
    }
    return places;
}

}  // namespace genu
