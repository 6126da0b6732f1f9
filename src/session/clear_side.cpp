#include "session/clear_side.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace genu {

namespace {

constexpr int kSides = 12;
constexpr float kCellM = 0.0015f, kTouchingM = 0.001f;
constexpr std::size_t kSamples = 120;
constexpr float kTurnedAwayCost = 0.04f;  // per thirty degrees: a little more in sight is not worth an unusual view

/// The nearest surface of what was drawn into it, seen along -out: a small depth picture of the part of interest.
class DepthGrid {
public:
    DepthGrid(float yaw_rad, const std::vector<glm::vec3>& points) : out_(std::sin(yaw_rad), 0, std::cos(yaw_rad)), right_(std::cos(yaw_rad), 0, -std::sin(yaw_rad))
    {
        glm::vec2 high(std::numeric_limits<float>::lowest());
        low_ = -high;
        for (const glm::vec3& p : points) {
            low_ = glm::min(low_, flat(p));
            high = glm::max(high, flat(p));
        }
        size_ = glm::ivec2((high - low_) / kCellM) + 1;
        depth_.assign(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y), std::numeric_limits<float>::lowest());
    }

    void draw(const Mesh& mesh)
    {
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
            triangle(mesh.position_m[mesh.indices[i]], mesh.position_m[mesh.indices[i + 1]], mesh.position_m[mesh.indices[i + 2]]);
        }
    }

    bool sees(const glm::vec3& p) const
    {
        const glm::ivec2 cell = glm::clamp(glm::ivec2((flat(p) - low_) / kCellM), glm::ivec2(0), size_ - 1);
        return glm::dot(p, out_) + kTouchingM >= depth_[at(cell.x, cell.y)];
    }

private:
    glm::vec2 flat(const glm::vec3& p) const { return {glm::dot(p, right_), p.y}; }
    std::size_t at(int x, int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(x); }

    void triangle(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c)
    {
        const glm::vec2 p = (flat(a) - low_) / kCellM, q = (flat(b) - low_) / kCellM, r = (flat(c) - low_) / kCellM;
        const glm::ivec2 low = glm::max(glm::ivec2(glm::floor(glm::min(p, glm::min(q, r)))), glm::ivec2(0));
        const glm::ivec2 high = glm::min(glm::ivec2(glm::ceil(glm::max(p, glm::max(q, r)))), size_ - 1);
        const float area = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
        if (low.x > high.x || low.y > high.y || std::abs(area) < 1e-9f) return;
        const float da = glm::dot(a, out_), db = glm::dot(b, out_), dc = glm::dot(c, out_);
        for (int y = low.y; y <= high.y; ++y) {
            for (int x = low.x; x <= high.x; ++x) {
                const glm::vec2 s(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
                const float wb = ((s.x - p.x) * (r.y - p.y) - (r.x - p.x) * (s.y - p.y)) / area, wc = ((q.x - p.x) * (s.y - p.y) - (s.x - p.x) * (q.y - p.y)) / area;
                if (wb < 0 || wc < 0 || wb + wc > 1) continue;
                float& nearest = depth_[at(x, y)];
                nearest = std::max(nearest, (1 - wb - wc) * da + wb * db + wc * dc);
            }
        }
    }

    glm::vec3 out_, right_;
    glm::vec2 low_;
    glm::ivec2 size_;
    std::vector<float> depth_;
};

std::vector<glm::vec3> samples_of(const Mesh& mesh)
{
    std::vector<glm::vec3> points;
    const std::size_t step = std::max<std::size_t>(1, mesh.position_m.size() / kSamples);
    for (std::size_t i = 0; i < mesh.position_m.size(); i += step) points.push_back(mesh.position_m[i]);
    return points;
}

}  // namespace

float clearest_yaw(const Library& library, const StructureId& id, float preferred_rad)
{
    std::vector<glm::vec3> points;
    std::vector<const Mesh*> bones;
    for (const Mesh& mesh : library.model.meshes) {
        if (mesh.id == id) points = samples_of(mesh);
        else if (mesh.id.kind() == "bone") bones.push_back(&mesh);
    }
    if (points.empty()) return preferred_rad;
    float best_yaw = preferred_rad, best = std::numeric_limits<float>::lowest();
    constexpr float kStep = 6.28318531f / kSides;
    for (int side = 0; side < kSides; ++side) {
        const int turned = side <= kSides / 2 ? side : side - kSides;
        const float yaw = preferred_rad + static_cast<float>(turned) * kStep;
        DepthGrid grid(yaw, points);
        for (const Mesh* bone : bones) grid.draw(*bone);
        const auto seen = std::count_if(points.begin(), points.end(), [&](const glm::vec3& p) { return grid.sees(p); });
        const float worth = static_cast<float>(seen) / static_cast<float>(points.size()) - kTurnedAwayCost * static_cast<float>(std::abs(turned));
        if (worth > best) {
            best = worth;
            best_yaw = yaw;
        }
    }
    return best_yaw;
}

}  // namespace genu
