#include "session/tension_content.hpp"

#include <algorithm>

#include "base/suggest.hpp"

namespace genu {

namespace {

JointAxis read_joint(const JsonView& at, const std::string& name)
{
    const auto axis = joint_axis_from_name(name);
    if (!axis) at.complain("unknown joint \"" + name + "\"", did_you_mean(name, joint_axis_names()));
    return axis.value_or(JointAxis::ankle_dorsiflexion);
}

TensionMove read_move(const JsonView& at)
{
    at.only({"id", "joint", "range"});
    TensionMove move{at.text("id"), read_joint(at, at.text("joint")), 0, 0};
    const std::vector<JsonView> range = at.at("range").items();
    if (range.size() != 2 || range[0].as_number() >= range[1].as_number()) at.complain("range must hold two rising angles");
    else move = {move.id, move.joint, range[0].as_number(), range[1].as_number()};
    return move;
}

TensionTest read_test(const JsonView& at)
{
    at.only({"id", "name", "how", "exercise", "posture", "start", "moves", "yaw_deg", "pitch_deg"});
    TensionTest test;
    test.id = at.text("id");
    test.name = at.text("name");
    test.how = at.text("how");
    test.exercise = ExerciseId(at.text("exercise"));
    test.posture = at.text("posture");
    for (const auto& [joint, deg] : at.at("start").members()) test.start[read_joint(deg, joint)] = deg.as_number();
    for (const JsonView& move : at.at("moves").items()) test.moves.push_back(read_move(move));
    if (test.moves.empty()) at.complain("needs at least one move");
    test.yaw_deg = static_cast<float>(at.number("yaw_deg"));
    test.pitch_deg = static_cast<float>(at.number("pitch_deg"));
    return test;
}

TensionCompared read_compared(const JsonView& at, const Catalogue& catalogue)
{
    static const std::vector<std::string> groups = {"nerve", "hamstring", "calf"};
    at.only({"id", "group"});
    const StructureId id(at.text("id"));
    catalogue.require(id, at.at("id"));
    const auto found = std::find(groups.begin(), groups.end(), at.text("group"));
    if (found == groups.end()) at.at("group").complain("unknown group", did_you_mean(at.text("group"), groups));
    return {id, static_cast<TensionGroup>(found == groups.end() ? 0 : found - groups.begin())};
}

std::vector<StructureId> read_structures(const JsonView& at, const std::string& key, const Catalogue& catalogue)
{
    const std::vector<StructureId> ids = read_ids<StructureId>(at, key);
    for (const StructureId& id : ids) catalogue.require(id, at.at(key));
    return ids;
}

}  // namespace

const TensionMove* TensionTest::find(const std::string& move) const
{
    const auto found = std::find_if(moves.begin(), moves.end(), [&](const TensionMove& m) { return m.id == move; });
    return found == moves.end() ? nullptr : &*found;
}

const TensionTest* TensionTests::find(const std::string& test) const
{
    const auto found = std::find_if(tests.begin(), tests.end(), [&](const TensionTest& t) { return t.id == test; });
    return found == tests.end() ? nullptr : &*found;
}

Result<TensionTests> TensionTests::load(const fs::path& assets, const std::string& language, const Catalogue& catalogue)
{
    const fs::path name = "muscle_or_nerve.json";
    const Result<Json> json = read_content(assets, name, language);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, (assets / name).string(), "", problems);
    root.only({"note", "tests", "compared", "shown", "veiled", "why", "limits", "sources"});
    TensionTests content;
    for (const JsonView& test : root.at("tests").items()) content.tests.push_back(read_test(test));
    for (const JsonView& item : root.at("compared").items()) content.compared.push_back(read_compared(item, catalogue));
    content.shown = read_structures(root, "shown", catalogue);
    content.veiled = read_structures(root, "veiled", catalogue);
    content.why = read_registers(root, "why");
    content.limits = read_registers(root, "limits");
    content.sources = read_ids<SourceId>(root, "sources");
    for (const SourceId& id : content.sources) catalogue.require(id, root.at("sources"));
    if (!problems.empty()) return problems;
    return content;
}

}  // namespace genu
