#include "app/show_sheet.hpp"

#include <algorithm>

namespace genu {

void Sheet::title(const std::string& name, const std::string& id, const std::vector<std::string>& also)
{
    page_.title(name);
    page_.line("[" + id + "]");
    if (!comma_list(also).empty()) page_.paragraph(t("structure.also") + ": " + comma_list(also));
}

void Sheet::registers(const TwoRegisters& text)
{
    if (!text.plain.empty()) page_.heading(t("top.register_plain") + ": " + text.plain);
    if (!text.clinical.empty()) page_.heading(t("top.register_clinical") + ": " + text.clinical);
}

void Sheet::words(const std::string& heading, const std::vector<std::pair<std::string, std::string>>& fields, const std::string& prefix)
{
    if (fields.empty()) return;
    page_.heading(heading);
    for (const auto& [key, text] : fields) page_.field(text_or(library_, prefix + key, key), text);
}

void Sheet::sources(const std::vector<SourceId>& list)
{
    if (list.empty()) return;
    page_.heading(t("sources.title"));
    for (const SourceId& id : list) {
        const Source* s = library_.catalogue.find(id);
        page_.bullet(s ? s->cite + (s->doi.empty() ? "" : " doi:" + s->doi) + " (" + text_or(library_, "sources.read." + s->read, s->read) + ")" : id.text());
    }
}

void Sheet::close(const Evidence& evidence, const std::vector<SourceId>& list, const std::string& review)
{
    if (!evidence.grade.empty()) page_.heading(t("evidence.label") + ": " + text_or(library_, "evidence." + evidence.grade, evidence.grade) + (evidence.text.empty() ? "" : ". " + evidence.text));
    sources(list);
    if (review == "not_reviewed") page_.heading(t("app.not_reviewed") + ".");
    else if (!review.empty()) page_.heading(t("cli.reviewed") + ": " + review);
}

void Sheet::conditions_with(const StructureId& id)
{
    bool first = true;
    for (const Condition& c : library_.knowledge.conditions) {
        for (const ConditionStructure& s : c.structures) {
            if (s.id != id) continue;
            if (first) page_.heading(t("structure.conditions"));
            first = false;
            page_.bullet(named(c.id.text()) + " – " + t(std::string("role.") + name_of(s.role)) + ": " + s.why);
        }
    }
}

void Sheet::show(const Structure& s)
{
    std::vector<std::string> also = s.synonyms;
    if (!s.latin.empty()) also.insert(also.begin(), s.latin);
    title(s.name, s.id.text(), also);
    page_.paragraph(s.plain);
    page_.line();
    page_.field(t("cli.show.group"), text_or(library_, "group." + s.group, s.group));
    page_.field(t("layer.label"), std::to_string(s.layer) + ", " + text_or(library_, "layer." + std::to_string(s.layer), ""));
    page_.field("FMA", s.fma);
    if (s.schematic) page_.field(t("cli.show.shape"), t("app.schematic"));
    else if (!library_.model.meshes.empty() && !library_.has_shape(s.id)) page_.field(t("cli.show.shape"), t("structure.no_shape"));
    words(t("structure.facts"), s.facts, "fact.");
    id_list(t("structure.supplied_by"), s.supplied_by);
    id_list(t("structure.supplies"), s.supplies);
    conditions_with(s.id);
    const std::vector<const RarerCause*> causes = library_.knowledge.rarer_with(s.id);
    if (!causes.empty()) page_.heading(t("structure.rarer"));
    for (const RarerCause* cause : causes) page_.bullet(named(cause->id.text()));
    close(s.evidence, s.sources, s.review);
}

void Sheet::show(const Exercise& e)
{
    title(e.name, e.id.text());
    page_.field(t("cli.show.kind"), e.kind + ", " + text_or(library_, "motion.posture." + e.posture, e.posture) + (e.clinician_only ? ", " + t("exercises.clinician") : ""));
    registers(e.text);
    if (!e.keyframes.empty()) page_.heading(t("cli.show.steps"));
    for (const Keyframe& k : e.keyframes) {
        std::vector<std::string> joints;
        for (const auto& [joint, deg] : k.pose_deg) if (deg != 0) joints.push_back(joint + " " + decimal(deg, 0) + "°");
        page_.bullet(decimal(k.t_s, 0) + " s: " + k.cue + (joints.empty() ? "" : " (" + comma_list(joints) + ")"));
    }
    page_.line();
    page_.field(t("motion.dose"), e.dose);
    page_.field(t("motion.self_check"), e.self_check);
    page_.field(t("cli.show.bias"), e.bias_text);
    const auto levelled = [&](const std::string& heading, const std::vector<LevelledStructure>& list) {
        if (!list.empty()) page_.heading(heading);
        for (const LevelledStructure& s : list) page_.bullet(named(s.id.text()) + " " + std::string(static_cast<std::size_t>(std::clamp(s.level, 0, 3)), '+'));
    };
    levelled(t("timeline.lengthens"), e.lengthens);
    levelled(t("cli.show.loads"), e.loads);
    if (!e.contraindications.empty()) page_.heading(t("motion.contraindications"));
    for (const std::string& text : e.contraindications) page_.bullet(text);
    close(e.evidence, e.sources, e.review);
}

void Sheet::show(const Myth& m)
{
    title(m.claim, m.id.text());
    page_.field(t("cli.show.verdict"), text_or(library_, "myth." + m.verdict, m.verdict));
    registers(m.right);
    id_list(t("card.tab.structures"), m.structures);
    close({}, m.sources, m.review);
}

void Sheet::show(const RarerCause& c)
{
    title(c.name, c.id.text(), c.synonyms);
    registers({c.plain, c.clinical});
    page_.heading(t("cause.apart"));
    registers(c.apart);
    page_.field(t("text.who"), c.who + " (" + t("urgency." + std::string(name_of(c.urgency))) + ")");
    id_list(t("card.tab.structures"), c.structures);
    id_list(t("cause.beside"), c.beside);
    id_list(t("card.watch_for"), c.red_flags);
    close({}, c.sources, c.review);
}

void Sheet::show(const Tour& tour)
{
    title(tour.name, tour.id.text());
    for (std::size_t i = 0; i < tour.steps.size(); ++i) {
        page_.heading(std::to_string(i + 1) + ". " + tour.steps[i].title);
        page_.field(t("top.register_plain"), tour.steps[i].caption.plain);
        page_.field(t("top.register_clinical"), tour.steps[i].caption.clinical);
    }
}

void Sheet::show(const Source& s)
{
    title(s.cite, s.id.text());
    page_.field(t("cli.show.kind"), s.kind);
    page_.field("DOI", s.doi);
    page_.field(t("sources.read"), text_or(library_, "sources.read." + s.read, s.read));
    page_.paragraph(s.note);
}

void Sheet::show(const StandardView& v)
{
    title(text_or(library_, "view." + v.name, v.name), v.name);
    page_.field(t("cli.show.direction"), decimal(v.yaw_deg, 0) + "°, " + decimal(v.pitch_deg, 0) + "°");
}

void Sheet::show(JointAxis axis)
{
    const std::string id = name_of(axis);
    const JointRange& range = library_.skeleton.range(axis);
    title(text_or(library_, "joint." + id, id), id, {text_or(library_, "joint.clinical." + id, id)});
    page_.field(t("cli.show.range"), decimal(range.low_deg, 0) + "° … " + decimal(range.high_deg, 0) + "°");
    sources({SourceId(range.source)});
}

}  // namespace genu
