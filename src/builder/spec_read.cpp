#include <algorithm>
#include <set>

#include "base/suggest.hpp"
#include "builder/spec_fields.hpp"

namespace genu::builder {

namespace {

void read_mesh_wishes(const JsonView& view, StructureSpec& structure)
{
    view.only({"voxel_mm", "triangles", "round_mm", "lobules_mm", "note"});
    structure.voxel_mm = view.number_or("voxel_mm", 0);
    structure.triangles = static_cast<int>(view.number_or("triangles", 0));
    if (view.has("voxel_mm") && !(structure.voxel_mm >= 0.2 && structure.voxel_mm <= 5)) view.complain("\"voxel_mm\" must lie between 0.2 and 5");
    structure.round_mm = view.number_or("round_mm", 0);
    structure.lobules_mm = view.number_or("lobules_mm", 0);
    // A rounding as wide as the band of distances round a surface could not be undone.
    if (view.has("round_mm") && !(structure.round_mm > 0 && structure.round_mm <= 2.5)) view.complain("\"round_mm\" must lie between 0 and 2.5");
    if (view.has("lobules_mm") && !(structure.lobules_mm >= 2 && structure.lobules_mm <= 30)) view.complain("\"lobules_mm\" must lie between 2 and 30");
    if (view.has("triangles") && structure.triangles < 20) view.complain("\"triangles\" must be 20 or more");
}

const Tissue* read_tissue(const JsonView& view)
{
    const std::string name = view.text("tissue");
    const Tissue* tissue = find_tissue(name);
    if (!tissue && !name.empty()) view.complain("unknown tissue \"" + name + "\"", did_you_mean(name, tissue_names()));
    return tissue;
}

std::string name_for_messages(const Json& value, std::size_t index)
{
    if (value.is_object() && value.contains("id") && value["id"].is_string()) return value["id"].get<std::string>();
    return "structure " + std::to_string(index);
}

StructureSpec read_structure(const JsonView& view)
{
    view.only({"id", "tissue", "source", "note", "reference", "implied_cm3", "shape", "scale", "rig", "pack", "claim", "cut_by", "rests_on", "covered_by", "mesh"});
    StructureSpec structure;
    structure.file = view.file();
    structure.id = StructureId(view.text("id"));
    if (!structure.id.is_none() && structure.id.text().find('.') == std::string::npos) view.complain("an id needs its kind before a dot, as in \"muscle.popliteus\"");
    structure.tissue = read_tissue(view);
    structure.source = view.text("source");
    structure.reference = view.text_or("reference", "");
    structure.pack = view.text_or("pack", "");
    structure.implied_cm3 = view.number_or("implied_cm3", 0);
    if (view.has("implied_cm3") && !(structure.implied_cm3 > 0)) view.complain("\"implied_cm3\" must be above 0");
    structure.claim = static_cast<int>(view.number_or("claim", structure.tissue ? structure.tissue->claim : 0));
    if (const auto scale = view.find("scale")) {
        scale->only({"radial", "note"});
        structure.radial_scale = scale->number_or("radial", 1);
        if (!(structure.radial_scale > 0.1 && structure.radial_scale < 10)) scale->complain("\"radial\" must lie between 0.1 and 10");
    }
    if (view.has("cut_by")) {
        structure.cut_by.emplace();
        for (const std::string& id : view.texts("cut_by")) structure.cut_by->push_back(StructureId(id));
    }
    if (view.has("rests_on")) {
        for (const std::string& id : view.texts("rests_on")) structure.rests_on.push_back(StructureId(id));
    }
    if (view.has("covered_by")) {
        for (const std::string& id : view.texts("covered_by")) structure.covered_by.push_back(StructureId(id));
    }
    if (const auto mesh = view.find("mesh")) read_mesh_wishes(*mesh, structure);
    structure.shape = read_shape(view.at("shape"), structure.radial_scale);
    read_rig(view.at("rig"), structure);
    return structure;
}

void read_joint_centres(const JsonView& view, LegSpec& leg)
{
    for (const auto& [name, place] : view.members()) leg.joint_centres[name] = read_point(place);
}

void read_file(const JsonView& root, LegSpec& leg, Problems& problems)
{
    root.only({"note", "structures", "joints", "attachments", "territories", "territory_source"});
    if (!root.has("structures") && !root.has("joints") && !root.has("attachments") && !root.has("territories")) {
        root.complain("holds neither \"structures\", \"joints\", \"attachments\" nor \"territories\"");
    }
    if (const auto joints = root.find("joints")) read_joint_centres(*joints, leg);
    if (const auto attachments = root.find("attachments")) read_attachments(*attachments, leg);
    if (root.has("territories")) read_territories(root, leg);
    const auto structures = root.find("structures");
    if (!structures) return;
    std::size_t index = 0;
    for (const JsonView& item : structures->items()) {
        const JsonView named(item.raw(), item.file(), name_for_messages(item.raw(), index++), problems);
        leg.structures.push_back(read_structure(named));
    }
}

// What can be judged only when all files are read.
void check_whole(const LegSpec& leg, Problems& problems)
{
    std::vector<std::string> ids, joints;
    for (const StructureSpec& structure : leg.structures) ids.push_back(structure.id.text());
    for (const auto& [name, centre] : leg.joint_centres) joints.push_back(name);
    const auto must_exist = [&](const StructureSpec& structure, const StructureId& id, const char* field) {
        if (!leg.find(id)) {
            problems.push_back({structure.file, structure.id.text() + "/" + field, "unknown structure \"" + id.text() + "\"", did_you_mean(id.text(), ids)});
        }
    };
    for (std::size_t i = 0; i < leg.structures.size(); ++i) {
        const StructureSpec& structure = leg.structures[i];
        if (i > 0 && structure.id == leg.structures[i - 1].id) {
            problems.push_back({structure.file, structure.id.text(), "is described twice", "also in " + leg.structures[i - 1].file});
        }
        for (const ShellShape& shell : structure.shape.shells) must_exist(structure, shell.bone, "shape/bone");
        if (structure.cut_by) {
            for (const StructureId& id : *structure.cut_by) must_exist(structure, id, "cut_by");
        }
        for (const StructureId& id : structure.rests_on) must_exist(structure, id, "rests_on");
        for (const StructureId& id : structure.covered_by) must_exist(structure, id, "covered_by");
        if (structure.shape.wrap) for (const StructureId& id : structure.shape.wrap->without) must_exist(structure, id, "shape/without");
        if (structure.follows) {
            must_exist(structure, *structure.follows, "rig/follows");
            const StructureSpec* skin = leg.find(*structure.follows);
            if (skin && (!skin->chain || skin->chain->around.empty())) {
                problems.push_back({structure.file, structure.id.text() + "/rig/follows", "\"" + skin->id.text() + "\" has no joints round its sections", "name the skin"});
            }
        }
        if (!structure.chain) continue;
        for (const Crossing& crossing : structure.chain->crossings) {
            if (crossing.joint.empty() || leg.joint_centres.contains(crossing.joint)) continue;
            problems.push_back({structure.file, structure.id.text() + "/rig/chain/crossings", "no centre is given for joint \"" + crossing.joint + "\"",
                                "add it to \"joints\" in rig.json"});
        }
    }
}

}  // namespace

const StructureSpec* LegSpec::find(const StructureId& id) const
{
    const auto found = std::lower_bound(structures.begin(), structures.end(), id, [](const StructureSpec& s, const StructureId& wanted) { return s.id < wanted; });
    return found != structures.end() && found->id == id ? &*found : nullptr;
}

Result<LegSpec> parse_leg_spec(const std::vector<std::pair<std::string, std::string>>& files)
{
    LegSpec leg;
    Problems problems;
    for (const auto& [name, text] : files) {
        Result<Json> json = parse_json(text, name);
        if (!json) append(problems, json.problems());
        else read_file(JsonView(*json, name, "", problems), leg, problems);
    }
    std::stable_sort(leg.structures.begin(), leg.structures.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    check_whole(leg, problems);
    check_attachments(leg, problems);
    if (!problems.empty()) return problems;
    return leg;
}

Result<LegSpec> read_leg_spec(const fs::path& folder)
{
    Problems problems;
    std::vector<std::pair<std::string, std::string>> files;
    for (const fs::path& path : files_below(folder, ".json")) {
        Result<std::string> text = read_text(path);
        if (text) files.emplace_back(path.string(), *text);
        else append(problems, text.problems());
    }
    if (files.empty() && problems.empty()) {
        return Problem{folder.string(), "", "holds no .json files", "give the folder of the leg's specification with --spec"};
    }
    Result<LegSpec> leg = parse_leg_spec(files);
    if (!leg) append(problems, leg.problems());
    if (!problems.empty()) return problems;
    return leg;
}

}  // namespace genu::builder
