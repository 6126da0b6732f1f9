#include "app/record_json.hpp"

#include <algorithm>

#include "app/text_library.hpp"

namespace genu {

namespace {

template <class IdType>
OrderedJson ids(const std::vector<IdType>& list)
{
    OrderedJson json = OrderedJson::array();
    for (const IdType& id : list) json.push_back(id.text());
    return json;
}

OrderedJson registers(const TwoRegisters& text) { return {{"plain", text.plain}, {"clinical", text.clinical}}; }
OrderedJson evidence(const Evidence& e) { return {{"grade", e.grade}, {"text", e.text}}; }

OrderedJson fields(const std::vector<std::pair<std::string, std::string>>& list)
{
    OrderedJson json = OrderedJson::object();
    for (const auto& [key, text] : list) json[key] = text;
    return json;
}

OrderedJson sources(const Library& library, const std::vector<SourceId>& list)
{
    OrderedJson json = OrderedJson::array();
    for (const SourceId& id : list) {
        const Source* source = library.catalogue.find(id);
        json.push_back({{"id", id.text()}, {"cite", source ? source->cite : ""}});
    }
    return json;
}

template <class Record>
bool names(const std::vector<Record>& list, const StructureId& id)
{
    return std::any_of(list.begin(), list.end(), [&](const Record& r) { return r.id == id; });
}

OrderedJson ids_of(const std::vector<const RarerCause*>& causes)
{
    OrderedJson json = OrderedJson::array();
    for (const RarerCause* cause : causes) json.push_back(cause->id.text());
    return json;
}

OrderedJson json_of(const Library& library, const Structure& s)
{
    OrderedJson json = {{"id", s.id.text()}, {"name", s.name}, {"latin", s.latin}, {"synonyms", s.synonyms}, {"kind", s.kind()}, {"group", s.group},
                        {"layer", s.layer}, {"schematic", s.schematic}, {"plain", s.plain}, {"facts", fields(s.facts)},
                        {"supplied_by", ids(s.supplied_by)}, {"supplies", ids(s.supplies)}};
    if (!s.fma.empty()) json["fma"] = s.fma;
    if (!library.model.meshes.empty()) json["has_shape"] = library.has_shape(s.id);
    json["has_path"] = library.path_of(s.id) != nullptr;
    json["conditions"] = OrderedJson::array();
    for (const Condition& c : library.knowledge.conditions) {
        for (const ConditionStructure& in : c.structures) if (in.id == s.id) json["conditions"].push_back({{"id", c.id.text()}, {"role", name_of(in.role)}, {"why", in.why}});
    }
    json["exercises"] = OrderedJson::array();
    for (const Exercise& e : library.knowledge.exercises) {
        if (names(e.lengthens, s.id)) json["exercises"].push_back({{"id", e.id.text()}, {"does", "lengthens"}});
        else if (names(e.loads, s.id)) json["exercises"].push_back({{"id", e.id.text()}, {"does", "loads"}});
    }
    json["rarer_causes"] = ids_of(library.knowledge.rarer_with(s.id));
    json["evidence"] = evidence(s.evidence);
    json["sources"] = sources(library, s.sources);
    json["review"] = s.review;
    return json;
}

OrderedJson tests_json(const Condition& c)
{
    OrderedJson json = OrderedJson::array();
    for (const ClinicalTest& t : c.tests) {
        const auto figure = [](const std::optional<double>& f) { return f ? OrderedJson(*f) : OrderedJson(); };
        json.push_back({{"name", t.name}, {"how", t.how}, {"sensitivity", figure(t.sensitivity)}, {"specificity", figure(t.specificity)}, {"note", t.note}, {"sources", ids(t.sources)}});
    }
    return json;
}

OrderedJson json_of(const Library& library, const Condition& c)
{
    OrderedJson json = {{"id", c.id.text()}, {"name", c.name}, {"synonyms", c.synonyms}, {"tier", c.tier}, {"contrast", c.contrast}, {"urgency", name_of(c.urgency)}};
    json["icd10"] = OrderedJson::array();
    for (const IcdCode& code : c.icd10) json["icd10"].push_back({{"code", code.code}, {"system", code.system}, {"note", code.note}});
    json["text"] = {{"plain", fields(c.plain)}, {"clinical", fields(c.clinical)}};
    json["structures"] = OrderedJson::array();
    for (const ConditionStructure& s : c.structures) json["structures"].push_back({{"id", s.id.text()}, {"role", name_of(s.role)}, {"why", s.why}});
    json["findings"] = OrderedJson::array();
    for (const ConditionFinding& f : c.findings) json["findings"].push_back({{"id", f.id.text()}, {"weight", f.weight}, {"why", f.why}});
    json["against"] = OrderedJson::array();
    for (const AgainstFinding& f : c.against) json["against"].push_back({{"id", f.id.text()}, {"why", f.why}});
    json["rarer_causes"] = ids_of(library.knowledge.rarer_beside(c.id));
    json["red_flags"] = ids(c.red_flags);
    if (!c.no_red_flags.empty()) json["no_red_flags"] = c.no_red_flags;
    json["tests"] = tests_json(c);
    json["exercises"] = {{"indicated", ids(c.exercises_indicated)}, {"caution", ids(c.exercises_caution)}, {"avoid", ids(c.exercises_avoid)}, {"notes", c.exercise_notes}};
    json["scene"] = {{"view", c.view}, {"pose", c.pose_deg}, {"show_skin", c.show_skin}};
    json["evidence"] = evidence(c.evidence);
    json["sources"] = sources(library, c.sources);
    json["review"] = c.review;
    return json;
}

OrderedJson json_of(const Library& library, const Finding& f)
{
    OrderedJson json = {{"id", f.id.text()}, {"name", f.plain}, {"plain", f.plain}, {"clinical", f.clinical}, {"kind", f.kind}, {"group", f.group}, {"question", f.question}};
    json["asked_if"] = f.asked_if.is_none() ? OrderedJson() : OrderedJson(f.asked_if.text());
    json["counts_as"] = ids(f.counts_as);
    json["note"] = registers(f.note);
    json["structures"] = ids(f.structures);
    json["raises"] = ids(f.raises);
    json["lowers"] = ids(f.lowers);
    json["points_to"] = OrderedJson::array();
    json["points_away_from"] = OrderedJson::array();
    for (const Condition& c : library.knowledge.conditions) {
        for (const ConditionFinding& in : c.findings) if (in.id == f.id) json["points_to"].push_back({{"id", c.id.text()}, {"weight", in.weight}, {"why", in.why}});
        for (const AgainstFinding& in : c.against) if (in.id == f.id) json["points_away_from"].push_back({{"id", c.id.text()}, {"why", in.why}});
    }
    json["red_flags"] = OrderedJson::array();
    for (const RedFlagRule& rule : library.knowledge.rules) {
        const bool named = std::any_of(rule.when.begin(), rule.when.end(), [&](const auto& entry) {
            const std::vector<FindingId> in = entry.second.findings();
            return std::find(in.begin(), in.end(), f.id) != in.end();
        });
        if (named) json["red_flags"].push_back(rule.id.text());
    }
    return json;
}

OrderedJson json_of(const Library& library, const RedFlagRule& rule)
{
    OrderedJson json = {{"id", rule.id.text()}, {"name", rule.name}, {"say", registers(rule.say)}, {"why", rule.why}, {"unless", registers(rule.unless)}};
    json["urgency"] = OrderedJson::array();
    for (auto it = rule.when.rbegin(); it != rule.when.rend(); ++it) {
        OrderedJson level = {{"urgency", name_of(it->first)}, {"findings", ids(it->second.findings())}};
        if (rule.who.contains(it->first)) level["who"] = rule.who.at(it->first);
        if (rule.who_clinical.contains(it->first)) level["who_clinical"] = rule.who_clinical.at(it->first);
        json["urgency"].push_back(level);
    }
    json["lift"] = ids(rule.lift);
    json["hides_exercises_when_urgent"] = rule.hides_exercises_when_urgent;
    json["sources"] = sources(library, rule.sources);
    return json;
}

OrderedJson json_of(const Library& library, const Exercise& e)
{
    const auto levels = [](const std::vector<LevelledStructure>& list) {
        OrderedJson json = OrderedJson::array();
        for (const LevelledStructure& s : list) json.push_back({{"id", s.id.text()}, {"level", s.level}});
        return json;
    };
    OrderedJson json = {{"id", e.id.text()}, {"name", e.name}, {"kind", e.kind}, {"posture", e.posture}, {"anchor", e.anchor}, {"clinician_only", e.clinician_only},
                        {"card_only", e.card_only}, {"props", e.props}, {"text", registers(e.text)}};
    json["keyframes"] = OrderedJson::array();
    for (const Keyframe& k : e.keyframes) json["keyframes"].push_back({{"t", k.t_s}, {"phase", k.phase}, {"pose", k.pose_deg}, {"cue", k.cue}});
    json["duration_s"] = e.duration_s();
    json["both_legs"] = e.both_legs;
    json["other_leg"] = e.other_leg_deg;
    if (!e.sway.empty()) json["sway"] = e.sway;
    if (!e.variant_of.is_none()) json["variant_of"] = e.variant_of.text();
    json["hold_s"] = e.hold_s;
    json["dose"] = e.dose;
    json["lengthens"] = levels(e.lengthens);
    json["loads"] = levels(e.loads);
    json["bias"] = e.bias;
    json["bias_text"] = e.bias_text;
    json["self_check"] = e.self_check;
    json["contraindications"] = e.contraindications;
    json["evidence"] = evidence(e.evidence);
    json["sources"] = sources(library, e.sources);
    json["review"] = e.review;
    return json;
}

OrderedJson json_of(const Library& library, const Myth& m)
{
    return {{"id", m.id.text()}, {"name", m.claim}, {"claim", m.claim}, {"verdict", m.verdict}, {"article_ref", m.article_ref}, {"right", registers(m.right)},
            {"structures", ids(m.structures)}, {"view", m.view}, {"pose", m.pose_deg}, {"sources", sources(library, m.sources)}, {"review", m.review}};
}

OrderedJson json_of(const Library& library, const RarerCause& c)
{
    OrderedJson codes = OrderedJson::array();
    for (const IcdCode& code : c.icd10) codes.push_back({{"code", code.code}, {"system", code.system}, {"note", code.note}});
    OrderedJson flags = OrderedJson::array();
    for (const RedFlagId& id : c.red_flags) flags.push_back(id.text());
    return {{"id", c.id.text()}, {"name", c.name}, {"synonyms", c.synonyms}, {"icd10", codes}, {"plain", c.plain}, {"clinical", c.clinical},
            {"apart", registers(c.apart)}, {"beside", ids(c.beside)}, {"structures", ids(c.structures)},
            {"red_flags", flags}, {"urgency", name_of(c.urgency)}, {"who", c.who}, {"sources", sources(library, c.sources)}, {"review", c.review}};
}

OrderedJson json_of(const Library&, const Tour& tour)
{
    OrderedJson json = {{"id", tour.id.text()}, {"name", tour.name}, {"steps", OrderedJson::array()}};
    for (const TourStep& s : tour.steps) json["steps"].push_back({{"title", s.title}, {"caption", registers(s.caption)}, {"commands", OrderedJson::parse(s.commands.dump())}});
    return json;
}

OrderedJson json_of(const Library&, const Source& s)
{
    return {{"id", s.id.text()}, {"name", s.cite}, {"cite", s.cite}, {"kind", s.kind}, {"doi", s.doi}, {"read", s.read}, {"note", s.note}};
}

OrderedJson json_of(const Library& library, const StandardView& v)
{
    return {{"id", v.name}, {"name", text_or(library, "view." + v.name, v.name)}, {"yaw_deg", v.yaw_deg}, {"pitch_deg", v.pitch_deg},
            {"centre_m", {v.centre_m.x, v.centre_m.y, v.centre_m.z}}, {"height_m", v.height_m}, {"width_m", v.width_m}};
}

OrderedJson joint_json(const Library& library, JointAxis axis)
{
    const JointRange& range = library.skeleton.range(axis);
    const std::string id = name_of(axis);
    return {{"id", id}, {"name", text_or(library, "joint." + id, id)}, {"clinical", text_or(library, "joint.clinical." + id, id)},
            {"low_deg", range.low_deg}, {"high_deg", range.high_deg}, {"sources", sources(library, {SourceId(range.source)})}};
}

}  // namespace

std::optional<OrderedJson> record_json(const Library& library, const std::string& id)
{
    const Knowledge& k = library.knowledge;
    if (const Structure* s = library.catalogue.find(StructureId(id))) return json_of(library, *s);
    if (const Condition* c = k.find(ConditionId(id))) return json_of(library, *c);
    if (const Finding* f = k.find(FindingId(id))) return json_of(library, *f);
    if (const RedFlagRule* r = k.find(RedFlagId(id))) return json_of(library, *r);
    if (const Exercise* e = k.find(ExerciseId(id))) return json_of(library, *e);
    if (const Myth* m = k.find(MythId(id))) return json_of(library, *m);
    if (const Tour* t = k.find(TourId(id))) return json_of(library, *t);
    if (const RarerCause* c = k.find(CauseId(id))) return json_of(library, *c);
    if (const Source* s = library.catalogue.find(SourceId(id))) return json_of(library, *s);
    if (const StandardView* v = library.view(id)) return json_of(library, *v);
    if (const auto axis = joint_axis_from_name(id)) return joint_json(library, *axis);
    return std::nullopt;
}

}  // namespace genu
