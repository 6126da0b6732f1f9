// genu pose: how long every path is in a pose, how far that is from standing, and the lever it has at each joint.
#include <cmath>
#include <iostream>

#include "app/text.hpp"
#include "app/text_library.hpp"
#include "app/text_page.hpp"

namespace genu {

namespace {

constexpr double kMillimetres = 1e3;
constexpr double kNoLeverMm = 0.05;  // what the table leaves out: rounding of a path that does not cross the joint

Problems out_of_range(const Skeleton& skeleton, const std::map<std::string, double>& deg_by_joint)
{
    Problems problems;
    for (const auto& [joint, deg] : deg_by_joint) {
        const JointRange& range = skeleton.range(*joint_axis_from_name(joint));
        if (deg >= range.low_deg && deg <= range.high_deg) continue;
        problems.push_back({"command line", "--pose", joint + "=" + decimal(deg, 1) + " is out of range",
                            joint + " goes from " + decimal(range.low_deg, 0) + " to " + decimal(range.high_deg, 0) + " degrees"});
    }
    return problems;
}

double rounded(double value, double step) { return std::round(value / step) * step; }

OrderedJson arms_json(const PathState& state)
{
    OrderedJson arms = OrderedJson::object();
    for (int i = 0; i < kJointAxisCount; ++i) arms[name_of(static_cast<JointAxis>(i))] = rounded(kMillimetres * state.moment_arms_m[static_cast<std::size_t>(i)], 1e-4) + 0.0;
    return arms;
}

OrderedJson path_json(const StructureId& id, const Library& library, const PathState& state, const StructureId& course)
{
    OrderedJson json = {{"id", id.text()}, {"length_mm", kMillimetres * state.length_m}, {"strain", state.strain}, {"moment_arms_mm", arms_json(state)}, {"name", library.catalogue.name(id)}};
    if (course != id) json["course_of"] = course.text();
    return json;
}

OrderedJson paths_json(const Library& library, const Pose& pose)
{
    OrderedJson json;
    for (int i = 0; i < kJointAxisCount; ++i) json["pose"][name_of(static_cast<JointAxis>(i))] = pose[static_cast<JointAxis>(i)];
    json["paths"] = OrderedJson::array();
    for (const PathRecord& path : library.paths) {
        const PathState state = path_state(library.skeleton, path, pose, true);
        json["paths"].push_back(path_json(path.id, library, state, path.id));
        for (const StructureId& also : path.also) json["paths"].push_back(path_json(also, library, state, path.id));
    }
    return json;
}

std::string arms_text(const PathState& state)
{
    std::vector<std::string> parts;
    for (int i = 0; i < kJointAxisCount; ++i) {
        const double arm_mm = kMillimetres * state.moment_arms_m[static_cast<std::size_t>(i)];
        if (std::abs(arm_mm) >= kNoLeverMm) parts.push_back(std::string(name_of(static_cast<JointAxis>(i))) + " " + decimal(arm_mm, 1));
    }
    return comma_list(parts);
}

std::string paths_table(const Library& library, const Pose& pose)
{
    const Texts& t = library.texts;
    std::vector<std::vector<std::string>> rows = {{t("cli.pose.path"), t("cli.pose.length"), t("cli.pose.strain"), t("cli.pose.arms")}};
    for (const PathRecord& path : library.paths) {
        const PathState state = path_state(library.skeleton, path, pose, true);
        const std::string percent = (state.strain > 0 ? "+" : "") + decimal(100 * state.strain, 1) + " %";
        rows.push_back({path.id.text(), decimal(kMillimetres * state.length_m, 1), percent, arms_text(state)});
    }
    return table(rows);
}

}  // namespace

int run_pose(const Options& options)
{
    const Result<Library> library = load_content(options.picture);
    if (!library) return fail(library.problems());
    const Problems problems = out_of_range(library->skeleton, options.pose_deg);
    if (!problems.empty()) return fail(problems);
    const Result<Pose> pose = pose_from_names(options.pose_deg, "--pose");
    if (!pose) return fail(pose.problems());
    if (options.json) std::cout << paths_json(*library, *pose).dump(1) << '\n';
    else std::cout << paths_table(*library, *pose) << '\n' << wrapped(library->texts("cli.pose.note"));
    return std::cout.flush() ? kExitDone : kExitOther;
}

}  // namespace genu
