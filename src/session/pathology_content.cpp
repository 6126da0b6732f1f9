#include "session/pathology_content.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "motion/read.hpp"

namespace genu {

namespace {

Firmness read_firmness(const JsonView& at)
{
    at.only({"joint", "tense_deg", "soft_deg"});
    const auto axis = joint_axis_from_name(at.text("joint"));
    if (!axis) at.complain("unknown joint \"" + at.text("joint") + "\"", did_you_mean(at.text("joint"), joint_axis_names()));
    return {axis.value_or(JointAxis::knee_flexion), at.number("tense_deg"), at.number("soft_deg")};
}

PathologyShape read_shape(const JsonView& at, const Catalogue& catalogue)
{
    static const std::vector<std::string> growths = {"from_neck", "round", "length", "lens", "thickness"};
    at.only({"id", "growth", "unit", "range", "built", "centre", "axis", "through", "firmness", "sources", "note"});
    PathologyShape shape;
    shape.id = StructureId(at.text("id"));
    catalogue.require(shape.id, at.at("id"));
    const auto growth = std::find(growths.begin(), growths.end(), at.text("growth"));
    if (growth == growths.end()) at.at("growth").complain("unknown growth", did_you_mean(at.text("growth"), growths));
    else shape.growth = static_cast<PathologyGrowth>(growth - growths.begin());
    shape.unit = at.text("unit");
    if (shape.unit != "mm" && shape.unit != "ml") at.complain("unit must be \"mm\" or \"ml\"");
    const std::vector<double> range = read_numbers(at.at("range"), 2);
    shape.low = range[0];
    shape.high = range[1];
    shape.built = at.number("built");
    if (!(0 < shape.low && shape.low < shape.high) || shape.built <= 0) at.complain("sizes must be above 0 and the range must rise");
    shape.centre_m = read_point_m(at.at("centre"));
    shape.axis = read_direction(at.at("axis"));
    shape.through = read_ids<StructureId>(at, "through");
    for (const StructureId& id : shape.through) catalogue.require(id, at.at("through"));
    if (const auto firmness = at.find("firmness")) shape.firmness = read_firmness(*firmness);
    shape.sources = read_ids<SourceId>(at, "sources");
    for (const SourceId& id : shape.sources) catalogue.require(id, at.at("sources"));
    return shape;
}

}  // namespace

const PathologyShape* PathologyShapes::find(const StructureId& id) const
{
    const auto found = std::find_if(shapes.begin(), shapes.end(), [&](const PathologyShape& s) { return s.id == id; });
    return found == shapes.end() ? nullptr : &*found;
}

Result<PathologyShapes> PathologyShapes::load(const fs::path& assets, const Catalogue& catalogue)
{
    const fs::path file = assets / "anatomy" / "pathology.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    root.only({"note", "shapes", "scenes"});
    PathologyShapes content;
    for (const JsonView& item : root.at("shapes").items()) content.shapes.push_back(read_shape(item, catalogue));
    for (const JsonView& item : root.at("scenes").items()) {
        item.only({"condition", "shape", "size", "note"});
        const PathologyScene scene{ConditionId(item.text("condition")), StructureId(item.text("shape")), item.number("size")};
        const PathologyShape* shape = content.find(scene.shape);
        if (!shape) item.complain("unknown shape \"" + scene.shape.text() + "\"");
        else if (scene.size < shape->low || scene.size > shape->high) item.complain("size lies outside the shape's range");
        content.scenes.push_back(scene);
    }
    if (!problems.empty()) return problems;
    return content;
}

}  // namespace genu
