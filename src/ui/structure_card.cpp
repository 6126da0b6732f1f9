#include <algorithm>
#include <cmath>

#include "session/muscle_action.hpp"
#include "session/trace.hpp"
#include "session/update.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

/// "Bends the knee, lifts the heel": what shortening does, from the lever it has on each joint.
void action_part(PanelContext& ui, const StructureId& id)
{
    const std::vector<ActionStep> steps = muscle_action(ui.library, id);
    if (steps.empty()) return;
    const bool playing = ui.state.view.action == id;
    gap(ui, space::kInControl);
    if (button(ui, "action", ui.word(playing ? "structure.stop_action" : "structure.play_action"), {.icon = playing ? icon::kPause : icon::kPlay, .active = playing, .hint = ui.word("structure.play_action_hint")})) {
        ui.emit(cmd::PlayAction{playing ? StructureId::none() : id});
    }
    if (!playing) return;
    gap(ui, space::kHalf);
    for (const ActionStep& step : steps) {
        const std::string direction = step.moment_arm_m > 0 ? "+" : "-";
        std::string words = ui.word("action.", std::string(name_of(step.joint)) + direction);
        if (ui.clinical()) words += ", " + filled(ui.word("structure.lever"), {figure(1e3 * std::abs(step.moment_arm_m))});
        bullet(ui, words, icon::kRight, Ink::accent, Type::label);
    }
}

/// Lights what belongs to it: nerve and roots of a muscle, course and supply of a nerve, branches of a vessel.
void trace_part(PanelContext& ui, const StructureId& id)
{
    if (!can_trace(ui.library, id)) return;
    const char* key = id.kind() == "muscle" ? "structure.trace_muscle" : id.kind() == "nerve" ? "structure.trace_nerve" : "structure.trace_vessel";
    const bool on = ui.state.view.traced == id;
    flow(ui, button_width(ui, ui.word(key), icon::kTrace));
    if (button(ui, "trace", ui.word(key), {.icon = icon::kTrace, .active = on, .hint = ui.word("structure.trace_hint")})) ui.emit(cmd::TraceStructure{id});
}

/// Origin in one colour and insertion in another, on the bones.
void attachments_part(PanelContext& ui, const StructureId& id)
{
    const std::vector<StructureId>& owners = ui.library.model.attachment_owners;
    if (std::find(owners.begin(), owners.end(), id) == owners.end()) return;
    const bool on = ui.state.view.attachments != Attachments::none;
    flow(ui, button_width(ui, ui.word("structure.attachments"), icon::kEye));
    if (button(ui, "attachments", ui.word("structure.attachments"), {.icon = icon::kEye, .active = on, .hint = ui.word("structure.attachments_hint")})) {
        ui.emit(cmd::SetAttachments{on ? Attachments::none : Attachments::selected});
    }
}

void actions(PanelContext& ui, const StructureId& id)
{
    const ViewState& view = ui.state.view;
    const bool hidden = view.hidden.contains(id), only = view.isolated == std::set<StructureId>{id};
    const std::string hide = ui.word(hidden ? "structure.show" : "structure.hide");
    if (button(ui, "isolate", ui.word("structure.isolate"), {.icon = icon::kIsolate, .active = only, .hint = ui.word("structure.isolate_hint")})) ui.emit(cmd::Isolate{{id}});
    flow(ui, button_width(ui, hide, icon::kEyeOff));
    if (button(ui, "hide", hide, {.icon = hidden ? icon::kEye : icon::kEyeOff, .active = hidden, .hint = ui.word("structure.hide_hint")})) ui.emit(cmd::Hide{{id}});
    flow(ui, button_width(ui, ui.word("structure.fade"), icon::kFade));
    if (button(ui, "fade", ui.word("structure.fade"), {.icon = icon::kFade, .active = view.faded.contains(id), .hint = ui.word("structure.fade_hint")})) ui.emit(cmd::Fade{{id}});
    trace_part(ui, id);
    attachments_part(ui, id);
    if (view.section != Section::none) {
        const bool whole = view.spared.contains(id);
        flow(ui, button_width(ui, ui.word("structure.whole"), icon::kLayers));
        if (button(ui, "whole", ui.word("structure.whole"), {.icon = icon::kLayers, .active = whole, .hint = ui.word("structure.whole_hint")})) ui.emit(cmd::Spare{{id}});
    }
    flow(ui, button_width(ui, ui.word("structure.fit"), icon::kFit));
    if (button(ui, "fit", ui.word("structure.fit"), {.icon = icon::kFit, .hint = ui.word("structure.fit_hint")})) ui.emit(cmd::FitSelected{});
}

/// Length in the pose shown now; nothing for what has no path.
void length_now(PanelContext& ui, const StructureId& id)
{
    const PathRecord* path = ui.library.path_of(id);
    if (!path) return;
    const PathState now = path_state(ui.library.skeleton, *path, current_pose(ui.state, ui.library), false);
    const double standing_mm = 1e3 * now.length_m / (1 + now.strain), change_mm = 1e3 * now.length_m - standing_mm;
    const Card card(ui, 12);
    text(ui, ui.word("structure.now"), Type::label, Ink::quiet);
    value_line(ui, ui.word("structure.length"), filled(ui.word("overlay.mm"), {figure(1e3 * now.length_m)}));
    std::string change = filled(ui.word("overlay.mm"), {figure(change_mm, 0, true)});
    if (ui.clinical()) change = figure(100 * now.strain, 1, true) + " %,  " + change;
    value_line(ui, ui.word("structure.change"), change);
}

/// The order in which a student learns them; the file's own order is that of the alphabet.
constexpr const char* kFactOrder[] = {"origin", "insertion", "attachments", "landmarks", "course", "branches", "action", "resists", "innervation",
                                      "roots", "artery", "motor", "sensory", "entrapment", "note"};

void fact(PanelContext& ui, const std::string& key, const std::string& words)
{
    if (words.empty()) return;
    text(ui, ui.word("fact.", key), Type::label, Ink::quiet);
    text(ui, words);
    gap(ui, space::kInControl);
}

void facts(PanelContext& ui, const Structure& s)
{
    for (const char* key : kFactOrder) {
        for (const auto& [name, words] : s.facts) {
            if (name == key) fact(ui, name, words);
        }
    }
    const auto in_order = [](const std::string& name) { return std::find(std::begin(kFactOrder), std::end(kFactOrder), name) != std::end(kFactOrder); };
    for (const auto& [name, words] : s.facts) {
        if (!in_order(name)) fact(ui, name, words);
    }
}

void links(PanelContext& ui, const char* heading, const std::vector<StructureId>& ids)
{
    if (ids.empty()) return;
    text(ui, ui.word(heading), Type::label, Ink::quiet);
    ImGui::PushID(heading);
    for (const StructureId& id : ids) {
        if (link(ui, id.text().c_str(), structure_name(ui, id))) ui.emit(cmd::Select{id});
    }
    ImGui::PopID();
    gap(ui, space::kInControl);
}

/// What a nerve or artery supplies is what names it as its supply.
std::vector<StructureId> supplied_by(const PanelContext& ui, const Structure& s)
{
    std::vector<StructureId> ids = s.supplies;
    for (const Structure& other : ui.library.catalogue.structures()) {
        const bool names_it = std::find(other.supplied_by.begin(), other.supplied_by.end(), s.id) != other.supplied_by.end();
        if (names_it && std::find(ids.begin(), ids.end(), other.id) == ids.end()) ids.push_back(other.id);
    }
    return ids;
}

void conditions(PanelContext& ui, const StructureId& id)
{
    bool first = true;
    for (const Condition& condition : ui.library.knowledge.conditions) {
        const auto found = std::find_if(condition.structures.begin(), condition.structures.end(), [&](const ConditionStructure& s) { return s.id == id; });
        if (found == condition.structures.end()) continue;
        if (first) text(ui, ui.word("structure.conditions"), Type::label, Ink::quiet);
        first = false;
        RowStyle style;
        style.badge = ui.word("role.", name_of(found->role));
        if (row(ui, condition.id.text().c_str(), condition.name, style)) ui.emit(cmd::ChooseCondition{condition.id});
    }
    if (!first) gap(ui, space::kInControl);
}

void rarer_causes(PanelContext& ui, const StructureId& id)
{
    const std::vector<const RarerCause*> causes = ui.library.knowledge.rarer_with(id);
    if (causes.empty()) return;
    text(ui, ui.word("structure.rarer"), Type::label, Ink::quiet);
    draw_rarer_causes(ui, causes);
    gap(ui, space::kInControl);
}

void record_part(PanelContext& ui, const Structure& s)
{
    text(ui, s.plain);
    gap(ui, space::kInControl);
    chip(ui, ui.word("layer.", std::to_string(s.layer)));
    const std::string evidence = as_title(ui.word("evidence.", s.evidence.grade));
    flow(ui, word_size(ui, evidence, Type::label).x + ui.pt(16));
    chip(ui, evidence);
    gap(ui, space::kInControl);
    if (!s.synonyms.empty()) text(ui, ui.word("structure.also") + " " + joined(s.synonyms), Type::label, Ink::quiet);
    if (ui.clinical() && !s.fma.empty()) text(ui, ui.word("structure.fma") + " " + s.fma, Type::label, Ink::quiet);
    if (s.schematic) text(ui, ui.word("app.schematic"), Type::label, Ink::quiet);
    draw_review_note(ui, s.review);
}

}  // namespace

void draw_structure_card(PanelContext& ui, const StructureId& id)
{
    const Structure* s = ui.library.catalogue.find(id);
    if (s) record_part(ui, *s);
    else text(ui, ui.word("structure.unknown"), Type::body, Ink::quiet);
    gap(ui, 12);
    if (ui.library.has_shape(id)) actions(ui, id);
    if (ui.library.has_shape(id)) action_part(ui, id);
    else text(ui, ui.word("structure.no_shape"), Type::label, Ink::quiet);
    gap(ui, space::kInCard);
    length_now(ui, id);
    gap(ui, space::kInCard);
    if (!s) return;
    facts(ui, *s);
    links(ui, "structure.supplied_by", s->supplied_by);
    links(ui, "structure.supplies", supplied_by(ui, *s));
    conditions(ui, id);
    rarer_causes(ui, id);
    if (fold(ui, "sources", ui.word("card.tab.sources"), std::to_string(s->sources.size()))) {
        if (!s->evidence.text.empty()) text(ui, s->evidence.text, Type::label, Ink::quiet);
        gap(ui, space::kHalf);
        draw_sources(ui, s->sources);
    }
}

}  // namespace genu
