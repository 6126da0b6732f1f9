#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

void text_tab(PanelContext& ui, const Condition& condition)
{
    for (const auto& [key, words] : ui.clinical() ? condition.clinical : condition.plain) {
        if (words.empty()) continue;
        text(ui, ui.word("text.", key), Type::strong);
        text(ui, words);
        gap(ui, space::kInCard);
    }
}

ImU32 role_colour(const PanelContext& ui, Role role)
{
    const auto style = ui.library.appearance.roles.find(name_of(role));
    return style == ui.library.appearance.roles.end() ? ui.colours.quiet : packed(style->second.colour);
}

void structures_tab(PanelContext& ui, const Condition& condition)
{
    for (const Role role : {Role::primary, Role::secondary, Role::referred}) {
        bool first = true;
        for (const ConditionStructure& s : condition.structures) {
            if (s.role != role) continue;
            if (first) text(ui, ui.word("role.", name_of(role)), Type::label, Ink::quiet);
            if (first) gap(ui, space::kHalf);
            first = false;
            RowStyle style;
            style.note = s.why;
            style.swatch = role_colour(ui, role);
            style.selected = ui.state.view.selected == s.id;
            if (!ui.library.has_shape(s.id)) style.badge = ui.word("learn.no_shape");
            if (row(ui, s.id.text().c_str(), structure_name(ui, s.id), style)) ui.emit(cmd::Select{s.id});
        }
        if (!first) gap(ui, space::kInCard);
    }
}

void findings_tab(PanelContext& ui, const Condition& condition)
{
    if (condition.findings.empty() && condition.against.empty()) return text(ui, ui.word("findings.empty"), Type::body, Ink::quiet);
    const auto ticked = [&](const FindingId& id) { return ui.state.view.answers.ticked.contains(id); };
    std::vector<ConditionFinding> sorted = condition.findings;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (!sorted.empty()) text(ui, ui.word("findings.points_to"), Type::strong);
    for (const ConditionFinding& f : sorted) {
        bullet(ui, finding_words(ui, f.id), icon::kPlus, Ink::accent);
        ImGui::Indent(ui.pt(26));
        std::string note = ui.word("findings.weight.", std::to_string(std::clamp(f.weight, 0, 3)));
        if (!f.why.empty()) note += ": " + f.why;
        if (ticked(f.id)) note += " (" + ui.word("findings.ticked") + ")";
        text(ui, note, Type::label, Ink::quiet);
        ImGui::Unindent(ui.pt(26));
        gap(ui, space::kInControl);
    }
    if (!condition.against.empty()) {
        gap(ui, space::kInControl);
        text(ui, ui.word("findings.points_away"), Type::strong);
    }
    for (const AgainstFinding& f : condition.against) {
        bullet(ui, finding_words(ui, f.id), icon::kMinus, Ink::quiet);
        ImGui::Indent(ui.pt(26));
        text(ui, f.why, Type::label, Ink::quiet);
        ImGui::Unindent(ui.pt(26));
        gap(ui, space::kInControl);
    }
    const std::vector<const RarerCause*> causes = ui.library.knowledge.rarer_beside(condition.id);
    if (causes.empty()) return;
    gap(ui, space::kInControl);
    text(ui, ui.word("card.rarer"), Type::strong);
    draw_rarer_causes(ui, causes);
}

/// Fractions from studies of groups, never about the reader.
std::string fraction(const PanelContext& ui, const std::optional<double>& value)
{
    return value ? figure(*value, 2) : ui.word("word.unknown");
}

void one_test(PanelContext& ui, const ClinicalTest& test)
{
    const Card card(ui, 12);
    text(ui, test.name, Type::strong);
    text(ui, test.how);
    gap(ui, space::kHalf);
    text(ui, ui.word("tests.sensitivity") + " " + fraction(ui, test.sensitivity) + "  ·  " + ui.word("tests.specificity") + " " +
             fraction(ui, test.specificity), Type::label);
    text(ui, test.note, Type::label, Ink::quiet);
    std::vector<std::string> cites;
    for (const SourceId& id : test.sources) {
        const Source* source = ui.library.catalogue.find(id);
        if (source) cites.push_back(source->cite);
    }
    if (!cites.empty()) text(ui, ui.word("tests.sources") + ": " + joined(cites, "; "), Type::label, Ink::quiet);
}

void tests_tab(PanelContext& ui, const Condition& condition)
{
    if (condition.tests.empty()) return text(ui, ui.word("tests.empty"), Type::body, Ink::quiet);
    for (const ClinicalTest& test : condition.tests) {
        one_test(ui, test);
        gap(ui, space::kInControl);
    }
    text(ui, ui.word("tests.intro"), Type::label, Ink::quiet);
}

void exercise_group(PanelContext& ui, const char* key, const std::vector<ExerciseId>& ids)
{
    if (ids.empty()) return;
    text(ui, ui.word("exercises.", key), Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    ImGui::PushID(key);
    for (const ExerciseId& id : ids) {
        const Exercise* exercise = ui.library.knowledge.find(id);
        if (!exercise) continue;
        const bool plays = !exercise->keyframes.empty();
        RowStyle style;
        style.icon = plays ? icon::kPlay : icon::kNone;
        style.badge = plays ? ui.word("exercises.play") : std::string{};
        style.selected = ui.state.view.exercise == id;
        if (!plays) style.note = ui.word("exercises.card_only");
        if (exercise->clinician_only) style.note = ui.word("exercises.clinician");
        if (row(ui, id.text().c_str(), exercise->name, style)) ui.emit(cmd::ChooseExercise{id});
    }
    ImGui::PopID();
    gap(ui, space::kInCard);
}

void exercises_tab(PanelContext& ui, const Condition& condition)
{
    if (ui.state.assessment.hides_exercises) return bullet(ui, ui.word("exercises.not_now"), icon::kWarning, Ink::accent);
    const bool none = condition.exercises_indicated.empty() && condition.exercises_caution.empty() && condition.exercises_avoid.empty() && condition.exercise_notes.empty();
    if (none) return text(ui, ui.word("exercises.empty"), Type::body, Ink::quiet);
    if (ui.state.assessment.exercises_without_dose) {
        bullet(ui, ui.word("explore.no_dose"), icon::kWarning, Ink::accent, Type::label);
        gap(ui, space::kInControl);
    }
    exercise_group(ui, "indicated", condition.exercises_indicated);
    exercise_group(ui, "caution", condition.exercises_caution);
    exercise_group(ui, "avoid", condition.exercises_avoid);
    if (!condition.exercise_notes.empty()) text(ui, ui.word("exercises.notes"), Type::label, Ink::quiet);
    for (const std::string& note : condition.exercise_notes) bullet(ui, note, "•");
}

void sources_tab(PanelContext& ui, const Condition& condition)
{
    draw_evidence(ui, condition.evidence);
    gap(ui, space::kInCard);
    draw_review_note(ui, condition.review);
    gap(ui, space::kInControl);
    text(ui, ui.word("sources.title"), Type::strong);
    gap(ui, space::kHalf);
    draw_sources(ui, condition.sources);
}

}  // namespace

void draw_condition_tab(PanelContext& ui, const Condition& condition, int tab)
{
    switch (tab) {
        case 0: return text_tab(ui, condition);
        case 1: return structures_tab(ui, condition);
        case 2: return findings_tab(ui, condition);
        case 3: return tests_tab(ui, condition);
        case 4: return exercises_tab(ui, condition);
        default: return sources_tab(ui, condition);
    }
}

}  // namespace genu
