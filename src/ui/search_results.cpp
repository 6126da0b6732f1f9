#include <algorithm>

#include "session/search.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostRows = 8;

std::string kind_of(const std::string& id)
{
    const std::string kind = id.substr(0, id.find('.'));
    for (const char* known : {"condition", "symptom", "exercise", "myth", "tour", "cause"}) {
        if (kind == known) return kind;
    }
    return "structure";
}

void show_myth(PanelContext& ui, const std::string& id)
{
    ui.emit(cmd::SetPanel{Panel::learn, true});
    ui.emit(cmd::ShowMyth{MythId(id)});
    ui.memory.learn_tab = LearnTab::myths;
    ui.memory.card_before_panel = false;
}

void show_symptom(PanelContext& ui, const std::string& id)
{
    ui.emit(cmd::SetPanel{Panel::explore, true});
    ui.memory.card_before_panel = false;
    ui.memory.wanted_finding = id;
}

void open_hit(PanelContext& ui, const SearchHit& hit)
{
    const std::string kind = kind_of(hit.id);
    if (kind == "condition") ui.emit(cmd::ChooseCondition{ConditionId(hit.id)});
    else if (kind == "exercise") ui.emit(cmd::ChooseExercise{ExerciseId(hit.id)});
    else if (kind == "symptom") show_symptom(ui, hit.id);
    else if (kind == "myth") show_myth(ui, hit.id);
    else if (kind == "cause") show_rarer_cause(ui, hit.id);
    else if (kind == "tour") ui.emit(cmd::StartTour{TourId(hit.id)});
    else ui.emit(cmd::Select{StructureId(hit.id)});
    ui.memory.search_open = false;
    ui.memory.search_text.clear();
    ui.emit(cmd::SetSearch{""});
}

void close_search(PanelContext& ui)
{
    ui.memory.search_open = false;
    ui.memory.search_text.clear();
    ui.emit(cmd::SetSearch{""});
}

void draw_hits(PanelContext& ui, const std::vector<SearchHit>& hits)
{
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const SearchHit& hit = hits[i];
        RowStyle style;
        style.badge = ui.word("search.kind.", kind_of(hit.id));
        if (!hit.why.empty()) style.note = filled(ui.word("search.found_as"), {hit.why});
        style.selected = static_cast<int>(i) == ui.memory.search_row;
        if (row(ui, hit.id.c_str(), hit.name, style)) open_hit(ui, hit);
    }
}

}  // namespace

void draw_search_results(PanelContext& ui, const RectPt& field)
{
    UiMemory& m = ui.memory;
    if (!m.search_open || m.search_text.empty()) return;
    if (compat::pressed(compat::Key::escape)) return close_search(ui);
    const std::vector<SearchHit> hits = search(ui.library, m.search_text, kMostRows);
    const int last = static_cast<int>(hits.size()) - 1;
    if (compat::pressed(compat::Key::down, true)) m.search_row = std::min(m.search_row + 1, last);
    if (compat::pressed(compat::Key::up, true)) m.search_row = std::max(m.search_row - 1, 0);
    m.search_row = std::clamp(m.search_row, 0, std::max(last, 0));
    if (m.search_entered && last >= 0) return open_hit(ui, hits[static_cast<std::size_t>(m.search_row)]);

    const float width = std::max(ui.pt(field.width), std::min(ui.pt(420), ImGui::GetIO().DisplaySize.x - ui.pt(field.x + 8)));
    ImGui::SetNextWindowPos({ui.pt(field.x), ui.pt(field.bottom() + 8)});
    ImGui::SetNextWindowSizeConstraints({width, 1}, {width, std::max(1.0f, ImGui::GetIO().DisplaySize.y - ui.pt(field.bottom() + 24))});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.pt(8), ui.pt(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.pt(space::kCorner));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ui.panel = "search";
    ui.inset = 0;
    ImGui::Begin("search_results", nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                 ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
    const bool hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (hits.empty()) {
        text(ui, filled(ui.word("search.nothing"), {m.search_text}), Type::body, Ink::quiet);
    } else {
        draw_hits(ui, hits);
        gap(ui, space::kHalf);
        line(ui, ui.word("search.keys"));
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    ui.panel.clear();
    if (!m.search_active && !hovered && ImGui::IsMouseClicked(0)) close_search(ui);
}

}  // namespace genu
