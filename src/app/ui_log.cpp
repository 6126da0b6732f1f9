#include "app/ui_log.hpp"

#include <cstdlib>

#include "base/files.hpp"

namespace genu {

UiLog::UiLog()
{
    if (const char* path = std::getenv("GENU_UI_LOG")) path_ = path;
}

void UiLog::write(const AppState& state, const UiOutput& ui)
{
    if (path_.empty()) return;
    Json widgets = Json::array();
    for (const WidgetRect& w : ui.widgets) {
        widgets.push_back({{"label", w.label}, {"kind", w.kind}, {"panel", w.panel}, {"enabled", w.enabled},
                           {"rect", {w.rect_px.x, w.rect_px.y, w.rect_px.width, w.rect_px.height}}});
    }
    Json ticked = Json::array();
    for (const FindingId& id : state.view.answers.ticked) ticked.push_back(id.text());
    const PixelRect& p = ui.picture_px;
    const Camera& c = state.view.camera;
    const Json log = {{"widgets", widgets}, {"picture", {p.x, p.y, p.width, p.height}}, {"selected", state.view.selected.text()},
                      {"hovered", state.hovered.text()}, {"condition", state.view.condition.text()}, {"ticked", ticked},
                      {"exercise", state.view.exercise.text()}, {"undo_steps", state.undo.size()}, {"message", state.message},
                      {"camera", {c.yaw_rad, c.pitch_rad, c.distance_m}}};
    const std::string text = log.dump();
    if (text == last_) return;
    last_ = text;
    (void)write_whole(path_, text);
}

}  // namespace genu
