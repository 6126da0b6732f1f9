#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

void begin_panel_body(PanelContext& ui, const std::string& title, const std::string& intro, float foot_pt)
{
    const float pad = ui.pt(space::kInCard);
    gap(ui, space::kInCard);
    ImGui::Indent(pad);
    ui.inset = pad;
    text(ui, title, Type::title);
    if (!intro.empty()) {
        gap(ui, space::kHalf);
        text(ui, intro, Type::label, Ink::quiet);
    }
    gap(ui, 12);
    ImGui::Unindent(pad);
    const float left = ImGui::GetContentRegionAvail().y - ui.pt(foot_pt);
    begin_scroll(ui, "body", std::max(left, 1.0f));
    ImGui::Indent(pad);
    ui.inset = pad - (ImGui::GetScrollMaxY() > 0 ? ui.pt(6) : 0);
}

void end_panel_body(PanelContext& ui)
{
    gap(ui, space::kGroup);
    end_scroll();
    ui.inset = ui.pt(space::kInCard);
}

void draw_evidence(PanelContext& ui, const Evidence& evidence)
{
    chip(ui, as_title(ui.word("evidence.", evidence.grade)));
    if (evidence.text.empty()) return;
    gap(ui, space::kHalf);
    text(ui, evidence.text, Type::label, Ink::quiet);
}

void draw_review_note(PanelContext& ui, const std::string& review)
{
    if (review != "not_reviewed") return;
    bullet(ui, ui.word("app.not_reviewed"), icon::kInfo, Ink::quiet, Type::label);
}

void draw_sources(PanelContext& ui, const std::vector<SourceId>& sources)
{
    if (sources.empty()) return text(ui, ui.word("sources.empty"), Type::body, Ink::quiet);
    for (const SourceId& id : sources) {
        const Source* source = ui.library.catalogue.find(id);
        if (!source) continue;
        bullet(ui, source->cite, icon::kBook, Ink::quiet, Type::label);
        const float indent = ui.pt(20);
        ImGui::Indent(indent);
        if (!source->doi.empty()) text(ui, "doi:" + source->doi, Type::label, Ink::accent);
        if (!source->read.empty()) text(ui, ui.word("sources.read.", source->read), Type::label, Ink::quiet);
        ImGui::Unindent(indent);
        gap(ui, space::kInControl);
    }
}

}  // namespace genu
