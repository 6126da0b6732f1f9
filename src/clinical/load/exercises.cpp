#include "clinical/load/context.hpp"

namespace genu::load {

namespace {

std::vector<LevelledStructure> levelled(const Context& context, const JsonView& at, const std::string& key)
{
    std::vector<LevelledStructure> list;
    const auto found = at.find(key);
    if (!found) return list;
    for (const JsonView& item : found->items()) {
        item.only({"id", "level"});
        const double level = item.number("level");
        if (level != 1 && level != 2 && level != 3) item.at("level").complain("must be 1, 2 or 3");
        list.push_back({known_id<StructureId>(context, item.at("id")), static_cast<int>(level)});
    }
    return list;
}

std::map<std::string, double> sway_of(const Context& context, const JsonView& at)
{
    std::vector<std::string> known = {"lowest_hz", "highest_hz"};
    for (const auto& [joint, range] : context.joint_range_deg) known.push_back(joint + "_deg");
    at.only(known);
    std::map<std::string, double> sway;
    for (const auto& [name, value] : at.members()) sway[name] = value.as_number();
    return sway;
}

std::vector<Keyframe> keyframes_of(const Context& context, const JsonView& at)
{
    std::vector<Keyframe> frames;
    const auto found = at.find("keyframes");
    if (!found) return frames;
    for (const JsonView& item : found->items()) {
        item.only({"t", "phase", "pose", "cue"});
        Keyframe frame{item.number("t"), item.text_or("phase", ""), item.text_or("cue", ""), pose_of(context, item, "pose")};
        if (frames.empty() ? frame.t_s != 0 : frame.t_s <= frames.back().t_s) item.complain("times must begin at 0 and rise");
        frames.push_back(std::move(frame));
    }
    return frames;
}

}  // namespace

Exercise exercise(const Context& context, const JsonView& at)
{
    at.only({"id", "name", "kind", "clinician_only", "card_only", "posture", "anchor", "props", "text", "keyframes", "other_leg", "both_legs",
             "sway", "variant_of", "hold_s", "dose", "lengthens", "loads", "bias", "bias_text", "self_check", "contraindications", "evidence", "sources", "review"});
    Exercise e;
    e.id = own_id<ExerciseId>(at, true);
    e.name = filled_text(at, "name");
    e.kind = word_of(at, "kind", {"stretch", "strength", "nerve", "mobility", "test"});
    e.clinician_only = at.flag_or("clinician_only", false);
    e.card_only = at.flag_or("card_only", false);
    e.text = read_registers(at, "text");
    if (!e.card_only) {
        e.posture = word_of(at, "posture", {"standing", "kneeling", "supine", "prone", "sitting", "side", "long_sitting"});
        e.anchor = word_of(at, "anchor", {"foot", "toes", "shin", "pelvis"});
    }
    e.props = at.texts("props");
    e.keyframes = keyframes_of(context, at);
    if (!e.card_only && e.keyframes.size() < 2) at.complain("has nothing to play", "give at least two keyframes, or \"card_only\": true");
    e.both_legs = at.flag_or("both_legs", false);
    const auto other_leg = at.find("other_leg");
    if (other_leg && other_leg->raw() == "same") e.both_legs = true;
    else e.other_leg_deg = pose_of(context, at, "other_leg");
    if (const auto sway = at.find("sway")) e.sway = sway_of(context, *sway);
    if (const auto variant = at.find("variant_of")) e.variant_of = known_id<ExerciseId>(context, *variant);
    e.hold_s = at.number_or("hold_s", 0);
    e.dose = at.text_or("dose", "");
    e.lengthens = levelled(context, at, "lengthens");
    e.loads = levelled(context, at, "loads");
    if (at.has("bias")) e.bias = word_of(at, "bias", {"muscle", "nerve", "mixed", "joint", "strength"});
    e.bias_text = at.text_or("bias_text", "");
    e.self_check = at.text_or("self_check", "");
    e.contraindications = at.texts("contraindications");
    e.evidence = read_evidence(at);
    e.sources = known_ids<SourceId>(context, at, "sources");
    e.review = at.text_or("review", "not_reviewed");
    return e;
}

}  // namespace genu::load
