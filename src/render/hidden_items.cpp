#include "render/hidden_items.hpp"

#include <algorithm>
#include <cmath>

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr float kMostTurn_rad = 0.22f;      // between two pictures
constexpr float kMostShift = 0.10f;         // of the distance to what the camera turns round
constexpr unsigned kPicturesBetweenLooks = 2;

}  // namespace

bool HiddenItems::is_near_last(const PictureView& view) const
{
    if (view_[3][3] != 1) return false;
    const glm::vec3 was(view_[0][2], view_[1][2], view_[2][2]);
    if (glm::dot(was, view.towards_eye) < std::cos(kMostTurn_rad)) return false;
    const glm::vec4 middle(view.middle_m, 1);
    const glm::vec3 moved(view_ * middle - view.view * middle);
    if (glm::length(moved) > kMostShift * std::max(0.05f, view.depth_m(view.middle_m))) return false;
    return std::abs(projection_[1][1] / view.projection[1][1] - 1) < kMostShift;
}

void HiddenItems::begin(const PictureView& view, const std::vector<DrawEntry>& entries)
{
    for (auto& [mesh, asked] : asked_) {
        if (!asked.is_asked) continue;
        GLuint is_there = 0, is_seen = 1;
        glGetQueryObjectuiv(asked.query.name(), GL_QUERY_RESULT_AVAILABLE, &is_there);
        if (!is_there) continue;
        glGetQueryObjectuiv(asked.query.name(), GL_QUERY_RESULT, &is_seen);
        asked.is_asked = false;
        asked.is_hidden = is_seen == 0;
    }
    Scene scene{{}, view.section, view.mirror};
    for (const DrawEntry& entry : entries) scene.meshes.push_back(entry.item->mesh);
    std::sort(scene.meshes.begin(), scene.meshes.end());
    if (scene != scene_ || !is_near_last(view)) {
        for (auto& [mesh, asked] : asked_) asked.is_hidden = false;
    }
    scene_ = std::move(scene);
    view_ = view.view;
    projection_ = view.projection;
    ++number_;
}

bool HiddenItems::hides(const DrawEntry& entry) const
{
    const auto asked = asked_.find(entry.item->mesh);
    return asked != asked_.end() && asked->second.is_hidden && !entry.item->selected && !entry.item->hovered;
}

bool HiddenItems::asks(const DrawEntry& entry) const { return (entry.item->mesh + number_) % kPicturesBetweenLooks == 0; }

void HiddenItems::watch(const DrawEntry& entry)
{
    Asked& asked = asked_[entry.item->mesh];
    if (!asked.query) asked.query = GlQuery::make();
    asked.is_asked = true;
    glBeginQuery(GL_ANY_SAMPLES_PASSED, asked.query.name());
}

void HiddenItems::watched() const { glEndQuery(GL_ANY_SAMPLES_PASSED); }

}  // namespace genu
