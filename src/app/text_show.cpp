// genu show: one item as text that can be read aloud, in both registers; or everything known about it as JSON.
#include <algorithm>
#include <iostream>

#include "app/record_json.hpp"
#include "app/text.hpp"
#include "app/text_library.hpp"
#include "app/text_page.hpp"

namespace genu {

namespace {

class Sheet {
public:
    explicit Sheet(const Library& library) : library_(library) {}

    void show(const Structure& s);
    void show(const Condition& c);
    void show(const Finding& f);
    void show(const RedFlagRule& rule);
    void show(const Exercise& e);
    void show(const Myth& m);
    void show(const Tour& tour);
    void show(const Source& s);
    void show(const StandardView& v);
    void show(JointAxis axis);
    const std::string& text() const { return page_.text(); }

private:
    const std::string& t(const std::string& key) const { return library_.texts(key); }
    std::string named(const std::string& id) const { return name_of(library_, id) + " [" + id + "]"; }
    template <class List> void id_list(const std::string& heading, const List& ids);
    void title(const std::string& name, const std::string& id, const std::vector<std::string>& also = {});
    void registers(const TwoRegisters& text);
    void words(const std::string& heading, const std::vector<std::pair<std::string, std::string>>& fields, const std::string& prefix);
    void tests(const Condition& c);
    void exercises_of(const Condition& c);
    void conditions_with(const StructureId& id);
    void conditions_for(const FindingId& id);
    void close(const Evidence& evidence, const std::vector<SourceId>& sources, const std::string& review);
    void sources(const std::vector<SourceId>& list);

    const Library& library_;
    TextPage page_;
};

void Sheet::title(const std::string& name, const std::string& id, const std::vector<std::string>& also)
{
    page_.title(name);
    page_.line("[" + id + "]");
    if (!comma_list(also).empty()) page_.paragraph(t("structure.also") + ": " + comma_list(also));
}

template <class List>
void Sheet::id_list(const std::string& heading, const List& ids)
{
    if (ids.empty()) return;
    page_.heading(heading);
    for (const auto& id : ids) page_.bullet(named(id.text()));
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
    close(s.evidence, s.sources, s.review);
}

void Sheet::tests(const Condition& c)
{
    if (c.tests.empty()) return;
    page_.heading(t("card.tab.tests"));
    for (const ClinicalTest& test : c.tests) {
        page_.bullet(test.name + ": " + test.how);
        const auto figure = [&](const std::optional<double>& f) { return f ? decimal(100 * *f, 0) + " %" : t("word.unknown"); };
        page_.bullet(t("tests.sensitivity") + " " + figure(test.sensitivity) + ", " + t("tests.specificity") + " " + figure(test.specificity) + ". " + test.note, 1);
    }
}

void Sheet::exercises_of(const Condition& c)
{
    id_list(t("exercises.indicated"), c.exercises_indicated);
    id_list(t("exercises.caution"), c.exercises_caution);
    id_list(t("exercises.avoid"), c.exercises_avoid);
    for (const std::string& note : c.exercise_notes) page_.paragraph(note);
}

void Sheet::show(const Condition& c)
{
    title(c.name, c.id.text(), c.synonyms);
    std::vector<std::string> codes;
    for (const IcdCode& code : c.icd10) codes.push_back(code.code + " (" + code.system + ")");
    page_.field(t("card.codes"), comma_list(codes));
    page_.field(t("cli.show.tier"), text_or(library_, "tier." + c.tier, c.tier));
    page_.field(t("cli.show.urgency"), t(std::string("urgency.") + name_of(c.urgency)));
    if (c.contrast) page_.paragraph(t("card.contrast_note"));
    words(t("top.register_plain"), c.plain, "text.");
    words(t("top.register_clinical"), c.clinical, "text.");
    page_.heading(t("card.tab.structures"));
    for (const ConditionStructure& s : c.structures) page_.bullet(named(s.id.text()) + " – " + t(std::string("role.") + name_of(s.role)) + ": " + s.why);
    page_.heading(t("findings.points_to"));
    for (const ConditionFinding& f : c.findings) page_.bullet(named(f.id.text()) + " – " + t("findings.weight." + std::to_string(f.weight)) + ": " + f.why);
    if (!c.against.empty()) page_.heading(t("findings.points_away"));
    for (const AgainstFinding& f : c.against) page_.bullet(named(f.id.text()) + ": " + f.why);
    id_list(t("card.watch_for"), c.red_flags);
    tests(c);
    exercises_of(c);
    close(c.evidence, c.sources, c.review);
}

void Sheet::conditions_for(const FindingId& id)
{
    std::vector<std::string> towards, away;
    for (const Condition& c : library_.knowledge.conditions) {
        for (const ConditionFinding& f : c.findings) if (f.id == id) towards.push_back(named(c.id.text()) + " – " + t("findings.weight." + std::to_string(f.weight)) + ": " + f.why);
        for (const AgainstFinding& f : c.against) if (f.id == id) away.push_back(named(c.id.text()) + ": " + f.why);
    }
    if (!towards.empty()) page_.heading(t("cli.show.points_to"));
    for (const std::string& line : towards) page_.bullet(line);
    if (!away.empty()) page_.heading(t("cli.show.points_away"));
    for (const std::string& line : away) page_.bullet(line);
}

void Sheet::show(const Finding& f)
{
    title(f.plain, f.id.text());
    page_.field(t("top.register_clinical"), f.clinical);
    page_.field(t("cli.show.kind"), f.kind);
    page_.field(t("cli.show.question"), f.question);
    registers(f.note);
    id_list(t("cli.show.lies_there"), f.structures);
    conditions_for(f.id);
    id_list(t("cli.show.raises"), f.raises);
    id_list(t("cli.show.lowers"), f.lowers);
}

void Sheet::show(const RedFlagRule& rule)
{
    title(rule.name, rule.id.text());
    for (auto it = rule.when.rbegin(); it != rule.when.rend(); ++it) {
        page_.heading(t(std::string("urgency.") + name_of(it->first)));
        if (rule.who.contains(it->first)) page_.field(t("cli.who"), rule.who.at(it->first));
        if (rule.who_clinical.contains(it->first)) page_.field(t("top.register_clinical"), rule.who_clinical.at(it->first));
        page_.line("  " + t("cli.show.depends_on") + ":");
        for (const FindingId& id : it->second.findings()) page_.bullet(named(id.text()));
    }
    registers(rule.say);
    if (!rule.why.empty()) page_.heading(t("word.why") + " " + rule.why);
    registers(rule.unless);
    id_list(t("explore.lifted"), rule.lift);
    sources(rule.sources);
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

bool show_item(Sheet& sheet, const Library& library, const std::string& id)
{
    const Knowledge& k = library.knowledge;
    if (const Structure* s = library.catalogue.find(StructureId(id))) return sheet.show(*s), true;
    if (const Condition* c = k.find(ConditionId(id))) return sheet.show(*c), true;
    if (const Finding* f = k.find(FindingId(id))) return sheet.show(*f), true;
    if (const RedFlagRule* r = k.find(RedFlagId(id))) return sheet.show(*r), true;
    if (const Exercise* e = k.find(ExerciseId(id))) return sheet.show(*e), true;
    if (const Myth* m = k.find(MythId(id))) return sheet.show(*m), true;
    if (const Tour* t = k.find(TourId(id))) return sheet.show(*t), true;
    if (const Source* s = library.catalogue.find(SourceId(id))) return sheet.show(*s), true;
    if (const StandardView* v = library.view(id)) return sheet.show(*v), true;
    if (const auto axis = joint_axis_from_name(id)) return sheet.show(*axis), true;
    return false;
}

}  // namespace

int run_show(const Options& options)
{
    const Result<Library> library = load_content_and_model(options.picture);
    if (!library) return fail(library.problems());
    if (options.json) {
        const auto json = record_json(*library, options.what);
        if (!json) return fail({unknown_id(*library, options.what, "genu show")});
        std::cout << json->dump(1) << '\n';
    } else {
        Sheet sheet(*library);
        if (!show_item(sheet, *library, options.what)) return fail({unknown_id(*library, options.what, "genu show")});
        std::cout << sheet.text();
    }
    return std::cout.flush() ? kExitDone : kExitOther;
}

}  // namespace genu
