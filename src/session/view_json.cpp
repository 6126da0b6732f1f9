#include "session/view_json.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

const std::vector<std::string> kViewSections = {"none", "x", "y", "z", "plane"};
const std::vector<std::string> kViewStyles = {"atlas", "print", "safe"};
const std::vector<std::string> kViewAttachments = {"none", "all", "selected"};

template <class Ids>
Json list_of(const Ids& ids)
{
    Json list = Json::array();
    for (const auto& id : ids) list.push_back(id.text());
    return list;
}

Json camera_json(const Camera& c)
{
    return {{"target_m", {c.target_m.x, c.target_m.y, c.target_m.z}}, {"yaw_rad", c.yaw_rad}, {"pitch_rad", c.pitch_rad}, {"distance_m", c.distance_m},
            {"fov_y_rad", c.fov_y_rad}, {"orthographic", c.orthographic}};
}

Json pose_json(const Pose& pose)
{
    Json json = Json::object();
    for (int i = 0; i < kJointAxisCount; ++i) {
        const auto axis = static_cast<JointAxis>(i);
        if (pose[axis] != 0) json[name_of(axis)] = pose[axis];
    }
    return json;
}

Json point_json(glm::vec3 p) { return Json::array({p.x, p.y, p.z}); }

Json notes_json(const std::vector<Note>& notes)
{
    Json list = Json::array();
    for (const Note& note : notes) {
        Json points = Json::array();
        for (const NotePoint& p : note.points) points.push_back({{"on", p.on.text()}, {"at_m", point_json(p.at_m)}});
        list.push_back({{"kind", name_of(note.kind)}, {"points", points}, {"text", note.text}});
    }
    return list;
}

float number(const JsonView& at, const std::string& key, float fallback, float low, float high)
{
    const double value = at.number_or(key, static_cast<double>(fallback));
    return std::isfinite(value) ? std::clamp(static_cast<float>(value), low, high) : fallback;
}

glm::vec3 point(const JsonView& at, const std::string& key)
{
    glm::vec3 p(0);
    const std::vector<JsonView> xyz = at.at(key).items();
    if (xyz.size() != 3) at.at(key).complain("must hold 3 numbers");
    else for (glm::length_t i = 0; i < 3; ++i) p[i] = std::clamp(static_cast<float>(xyz[static_cast<std::size_t>(i)].as_number()), -10.0f, 10.0f);
    return p;
}

Camera read_camera(const JsonView& at)
{
    Camera c;
    if (at.has("target_m")) c.target_m = point(at, "target_m");
    c.yaw_rad = number(at, "yaw_rad", c.yaw_rad, -1e4f, 1e4f);
    c.pitch_rad = number(at, "pitch_rad", c.pitch_rad, -1.6f, 1.6f);
    c.distance_m = number(at, "distance_m", c.distance_m, 1e-3f, 100);
    c.fov_y_rad = number(at, "fov_y_rad", c.fov_y_rad, 0.01f, 3);
    c.orthographic = at.flag_or("orthographic", false);
    return c;
}

Json spots_json(const std::vector<PainSpot>& spots)
{
    Json list = Json::array();
    for (const PainSpot& s : spots) list.push_back({{"rest_m", {s.rest_m.x, s.rest_m.y, s.rest_m.z}}, {"radius_m", s.radius_m}});
    return list;
}

PainSpot read_spot(const JsonView& at)
{
    PainSpot spot;
    const std::vector<JsonView> xyz = at.at("rest_m").items();
    if (xyz.size() != 3) at.at("rest_m").complain("must hold 3 numbers");
    else for (glm::length_t i = 0; i < 3; ++i) spot.rest_m[i] = std::clamp(static_cast<float>(xyz[static_cast<std::size_t>(i)].as_number()), -2.0f, 2.0f);
    spot.radius_m = number(at, "radius_m", spot.radius_m, 0.005f, 0.04f);
    return spot;
}

class ViewReader {
public:
    ViewReader(const JsonView& at, const Library& library) : at_(at), library_(library) {}

    ViewState read() const
    {
        ViewState v;
        if (at_.has("camera")) v.camera = read_camera(at_.at("camera"));
        v.hidden = structures("hidden");
        v.faded = structures("faded");
        v.isolated = structures("isolated");
        if (const StructureId id(at_.text_or("selected", "")); is_structure(id)) v.selected = id;
        v.layer = std::clamp(static_cast<int>(at_.number_or("layer", v.layer)), 0, kLayerCount - 1);
        v.xray = at_.flag_or("xray", false);
        v.strain = at_.flag_or("strain", false);
        v.labels = at_.flag_or("labels", false);
        v.section = choice<Section>("section", kViewSections);
        v.section_mm = at_.number_or("section_mm", 0);
        v.section_normal = section_normal();
        v.spared = structures("spared");
        v.style = choice<Style>("style", kViewStyles);
        v.attachments = choice<Attachments>("attachments", kViewAttachments);
        v.territories = at_.flag_or("territories", false);
        v.left_side = at_.flag_or("left_side", false);
        v.condition = known<ConditionId>("condition");
        v.compare_with = known<ConditionId>("compare_with");
        v.answers.ticked = findings("ticked");
        v.answers.denied = findings("denied");
        v.skipped = findings("skipped");
        v.placed = findings("placed");
        if (at_.has("spots")) for (const JsonView& spot : at_.at("spots").items()) v.spots.push_back(read_spot(spot));
        v.danger_read = at_.flag_or("danger_read", false);
        v.pose = pose();
        v.exercise = known<ExerciseId>("exercise");
        if (const StructureId id(at_.text_or("action", "")); is_structure(id)) v.action = id;
        if (const StructureId id(at_.text_or("traced", "")); is_structure(id)) v.traced = id;
        v.myth = known<MythId>("myth");
        v.tension = tension();
        v.pathology = pathology();
        v.handles = at_.flag_or("handles", true);
        v.tour = known<TourId>("tour");
        v.tour_step = static_cast<int>(at_.number_or("tour_step", 0));
        v.notes = notes();
        return v;
    }

private:
    bool is_structure(const StructureId& id) const { return library_.catalogue.find(id) || library_.model.find(id); }

    std::set<StructureId> structures(const std::string& key) const
    {
        std::set<StructureId> ids;
        for (const std::string& text : at_.texts(key)) if (const StructureId id(text); is_structure(id)) ids.insert(id);
        return ids;
    }

    /// The first where the word is unknown: a view from a newer Genu is still a view.
    template <class Choice>
    Choice choice(const std::string& key, const std::vector<std::string>& names) const
    {
        const auto found = std::find(names.begin(), names.end(), at_.text_or(key, names.front()));
        return found == names.end() ? Choice{} : static_cast<Choice>(found - names.begin());
    }

    glm::vec3 section_normal() const
    {
        if (!at_.has("section_normal")) return {0, 1, 0};
        const std::vector<JsonView> xyz = at_.at("section_normal").items();
        glm::vec3 normal(0);
        for (glm::length_t i = 0; i < 3 && xyz.size() == 3; ++i) normal[i] = static_cast<float>(xyz[static_cast<std::size_t>(i)].as_number());
        const float length = glm::length(normal);
        return length > 1e-6f && std::isfinite(length) ? normal / length : glm::vec3(0, 1, 0);
    }

    std::set<FindingId> findings(const std::string& key) const
    {
        std::set<FindingId> ids;
        for (const std::string& text : at_.texts(key)) if (const FindingId id(text); library_.knowledge.find(id)) ids.insert(id);
        return ids;
    }

    template <class IdType>
    IdType known(const std::string& key) const
    {
        const IdType id(at_.text_or(key, ""));
        return library_.knowledge.find(id) ? id : IdType::none();
    }

    std::vector<Note> notes() const
    {
        std::vector<Note> list;
        if (!at_.has("notes")) return list;
        for (const JsonView& item : at_.at("notes").items()) {
            Note note;
            const std::string kind = item.text_or("kind", "pen");
            for (const NoteKind k : {NoteKind::pen, NoteKind::arrow, NoteKind::text}) if (kind == name_of(k)) note.kind = k;
            note.text = item.text_or("text", "");
            for (const JsonView& p : item.at("points").items()) note.points.push_back({StructureId(p.text_or("on", "")), point(p, "at_m")});
            if (!note.points.empty()) list.push_back(std::move(note));
        }
        return list;
    }

    Tension tension() const
    {
        const std::string test = at_.text_or("tension_test", ""), move = at_.text_or("tension_move", "");
        const TensionTest* found = library_.tension.find(test);
        return found && found->find(move) ? Tension{test, move, pose("tension_from_deg")} : Tension{};
    }

    std::map<StructureId, double> pathology() const
    {
        std::map<StructureId, double> sizes;
        if (!at_.has("pathology")) return sizes;
        for (const auto& [name, value] : at_.at("pathology").members()) {
            const PathologyShape* shape = library_.pathology.find(StructureId(name));
            if (shape) sizes[shape->id] = std::clamp(value.as_number(), shape->low, shape->high);
        }
        return sizes;
    }

    Pose pose(const std::string& key = "pose_deg") const
    {
        Pose pose;
        if (!at_.has(key)) return pose;
        for (const auto& [name, value] : at_.at(key).members()) {
            if (const auto axis = joint_axis_from_name(name)) pose[*axis] = value.as_number();
        }
        return library_.skeleton.clamped(pose);
    }

    const JsonView& at_;
    const Library& library_;
};

}  // namespace

Json to_json(const ViewState& v)
{
    Json pathology = Json::object();
    for (const auto& [id, size] : v.pathology) pathology[id.text()] = size;
    return {{"tension_test", v.tension.test}, {"tension_move", v.tension.move}, {"tension_from_deg", pose_json(v.tension.from)}, {"pathology", pathology}, {"handles", v.handles},
            {"camera", camera_json(v.camera)}, {"hidden", list_of(v.hidden)}, {"faded", list_of(v.faded)}, {"isolated", list_of(v.isolated)},
            {"selected", v.selected.text()}, {"layer", v.layer}, {"xray", v.xray}, {"strain", v.strain}, {"labels", v.labels},
            {"section", kViewSections[static_cast<std::size_t>(v.section)]}, {"section_mm", v.section_mm},
            {"section_normal", {v.section_normal.x, v.section_normal.y, v.section_normal.z}}, {"spared", list_of(v.spared)},
            {"style", name_of(v.style)}, {"attachments", name_of(v.attachments)}, {"territories", v.territories}, {"left_side", v.left_side},
            {"condition", v.condition.text()}, {"compare_with", v.compare_with.text()}, {"notes", notes_json(v.notes)}, {"ticked", list_of(v.answers.ticked)}, {"denied", list_of(v.answers.denied)},
            {"skipped", list_of(v.skipped)}, {"placed", list_of(v.placed)}, {"spots", spots_json(v.spots)}, {"action", v.action.text()},
            {"traced", v.traced.text()}, {"myth", v.myth.text()},
            {"danger_read", v.danger_read}, {"pose_deg", pose_json(v.pose)}, {"exercise", v.exercise.text()}, {"tour", v.tour.text()}, {"tour_step", v.tour_step}};
}

Result<ViewState> view_from_json(const Json& json, const Library& library, const std::string& file)
{
    Problems problems;
    const JsonView at(json, file, "", problems);
    if (!json.is_object()) at.complain("is no saved view", "a view is a JSON object such as Genu writes with \"Save this view\"");
    const ViewState view = json.is_object() ? ViewReader(at, library).read() : ViewState{};
    if (!problems.empty()) return problems;
    return view;
}

}  // namespace genu
