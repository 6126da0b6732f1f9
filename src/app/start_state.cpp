// From the command line's options to commands: the same ones a person would give by hand.
#include <algorithm>

#include "app/picture.hpp"
#include "base/suggest.hpp"

namespace genu {

namespace {

/// Collects commands and, for every id that does not exist, a problem with a suggestion.
class Builder {
public:
    explicit Builder(const Library& library) : library_(library) {}

    template <class Command>
    void add(Command command) { commands_.push_back(std::move(command)); }

    std::string prefixed(const std::string& id, const std::string& prefix) { return id.find('.') == std::string::npos ? prefix + id : id; }

    void structures(const std::string& option, const std::vector<std::string>& ids, auto make)
    {
        std::vector<StructureId> known;
        for (const std::string& id : ids) {
            if (library_.catalogue.find(StructureId(id)) || library_.model.find(StructureId(id))) known.emplace_back(id);
            else complain(option, "unknown structure \"" + id + "\"", did_you_mean(id, library_.catalogue.ids()));
        }
        if (!known.empty()) add(make(known));
    }

    template <class List>
    bool one_of(const std::string& option, const std::string& id, const List& items, const std::string& what)
    {
        std::vector<std::string> known;
        for (const auto& item : items) known.push_back(item.id.text());
        if (std::find(known.begin(), known.end(), id) != known.end()) return true;
        complain(option, "unknown " + what + " \"" + id + "\"", did_you_mean(id, known));
        return false;
    }

    void complain(const std::string& option, const std::string& message, const std::string& hint) { problems_.push_back({"command line", option, message, hint}); }
    void take(Result<Commands> more)
    {
        if (more) commands_.insert(commands_.end(), more->begin(), more->end());
        else append(problems_, more.problems());
    }

    Result<Commands> finish()
    {
        if (!problems_.empty()) return problems_;
        return commands_;
    }

private:
    const Library& library_;
    Commands commands_;
    Problems problems_;
};

}  // namespace

Result<Commands> commands_from(const PictureOptions& o, const Library& library)
{
    Builder build(library);
    if (o.light) build.add(cmd::SetTheme{*o.light});
    if (o.clinical) build.add(cmd::SetRegister{*o.clinical});
    if (o.open.empty() || o.side == "left") build.add(cmd::SetSide{o.side == "left"});  // else as the saved view has it
    for (const std::string& symptom : o.symptoms) {
        const std::string id = build.prefixed(symptom, "symptom.");
        if (build.one_of("--symptoms", id, library.knowledge.findings, "symptom")) build.add(cmd::Tick{FindingId(id), true});
    }
    if (!o.symptoms.empty()) build.add(cmd::SetPanel{Panel::explore, true});
    if (!o.condition.empty()) {
        const std::string id = build.prefixed(o.condition, "condition.");
        if (build.one_of("--condition", id, library.knowledge.conditions, "condition")) build.add(cmd::ChooseCondition{ConditionId(id)});
        build.add(cmd::SetPanel{Panel::explain, true});
    }
    if (!o.compare.empty()) {
        const std::string id = build.prefixed(o.compare, "condition.");
        if (build.one_of("--compare", id, library.knowledge.conditions, "condition")) build.add(cmd::CompareWith{ConditionId(id)});
    }
    if (!o.exercise.empty()) {
        const std::string id = build.prefixed(o.exercise, "exercise.");
        if (build.one_of("--exercise", id, library.knowledge.exercises, "exercise")) {
            build.add(cmd::ChooseExercise{ExerciseId(id)});
            build.add(cmd::SetPlaying{false});
            build.add(cmd::Scrub{o.time_s});
            build.add(cmd::SetPanel{Panel::motion, true});
        }
    }
    const Result<Pose> pose = pose_from_names(o.pose_deg, "command line");
    if (!pose) for (const Problem& p : pose.problems()) build.complain("--pose", p.message, p.hint);
    for (const auto& [joint, deg] : o.pose_deg) build.add(cmd::SetPose{joint, deg});
    if (o.layer) build.add(cmd::SetLayer{*o.layer});
    build.structures("--isolate", o.isolate, [](auto ids) { return cmd::Isolate{ids}; });
    build.structures("--hide", o.hide, [](auto ids) { return cmd::Hide{ids}; });
    if (!o.select.empty()) build.structures("--select", {o.select}, [](auto ids) { return cmd::Select{ids.front()}; });
    if (o.xray) build.add(cmd::SetXray{true});
    if (o.strain) build.add(cmd::SetStrain{true});
    if (o.labels) build.add(cmd::SetLabels{true});
    if (o.section) build.add(cmd::SetSection{o.section->first == 'x' ? Section::x : o.section->first == 'y' ? Section::y : Section::z, o.section->second});
    if (!o.cut.empty()) {
        std::vector<std::string> known;
        for (const SectionPreset& preset : library.sections) known.push_back(preset.view.name);
        if (library.section(o.cut)) build.add(cmd::SetSectionPreset{o.cut});
        else build.complain("--cut", "unknown section \"" + o.cut + "\"", did_you_mean(o.cut, known));
    }
    if (o.style == "print" || o.style == "safe") build.add(cmd::SetStyle{o.style == "print" ? Style::print : Style::safe});
    if (o.attachments == "all" || o.attachments == "selected") build.add(cmd::SetAttachments{o.attachments == "all" ? Attachments::all : Attachments::selected});
    if (o.territories) build.add(cmd::SetTerritories{true});
    if (!o.view.empty()) {
        if (library.view(o.view)) build.add(cmd::SetView{o.view});
        else build.complain("--view", "unknown view \"" + o.view + "\"", did_you_mean(o.view, library.view_names()));
    }
    if (o.orthographic) build.add(cmd::SetOrthographic{true});
    if (!o.script.empty()) {
        const Result<Json> json = read_json(o.script);
        if (json) build.take(commands_from_json(*json, o.script.string()));
        else build.take(json.problems());
    }
    return build.finish();
}

}  // namespace genu
