#include "motion/paths.hpp"

#include <algorithm>
#include <cmath>

#include "base/json.hpp"
#include "base/suggest.hpp"
#include "motion/body_names.hpp"
#include "motion/read.hpp"

namespace genu {

namespace {

constexpr double kPi = 3.14159265358979323846;

std::vector<PathPoint> read_points(const JsonView& at)
{
    std::vector<PathPoint> points;
    for (const JsonView& item : at.items()) {
        const std::vector<JsonView> pair = item.items();
        if (pair.size() != 2) {
            item.complain("must be [body, [x, y, z]]");
            continue;
        }
        const std::string body = pair[0].as_text();
        const auto found = motion_body_from_name(body);
        if (!found) {
            pair[0].complain("unknown body \"" + body + "\"", did_you_mean(body, motion_body_names()));
            continue;
        }
        points.push_back({*found, read_point_m(pair[1])});
    }
    if (points.empty()) at.complain("needs at least one point");
    return points;
}

PathRecord read_path(const JsonView& at)
{
    at.only({"id", "also", "proximal", "distal", "cylinder", "pull", "strip"});
    PathRecord path;
    path.id = StructureId(at.text("id"));
    for (const std::string& id : at.texts("also")) path.also.emplace_back(id);
    path.proximal = read_points(at.at("proximal"));
    path.distal = read_points(at.at("distal"));
    if (const auto cylinder = at.find("cylinder")) {
        const std::vector<double> centre = read_numbers(cylinder->at("centre_yz"), 2);
        const std::string side = cylinder->text("side");
        if (side != "behind" && side != "front") cylinder->complain("side must be \"behind\" or \"front\"");
        path.cylinder = PathCylinder{glm::dvec2(centre[0], centre[1]) * 1e-3, cylinder->number("radius") * 1e-3, side == "behind"};
    }
    path.in_strip = at.flag_or("strip", false);
    if (const auto pulls = at.find("pull")) {
        for (const JsonView& pull : pulls->items()) {
            const auto axis = joint_axis_from_name(pull.text("joint"));
            const double at_deg = pull.number("at_deg");
            if (!axis || at_deg == 0) pull.complain("needs a joint's name and an angle other than 0");
            else path.pulls.push_back({*axis, pull.number("mm") * 1e-3 / at_deg});
        }
    }
    return path;
}

// Shortest planar string from p to q that passes the circle on the given side. y up, z back, in the knee frame.
double planar_string(glm::dvec2 p, glm::dvec2 q, const PathCylinder& cylinder)
{
    p -= cylinder.centre_yz_m;
    q -= cylinder.centre_yz_m;
    const double straight = glm::length(q - p);
    const double rp = glm::length(p), rq = glm::length(q), r = cylinder.radius_m;
    const double side = cylinder.behind ? 1 : -1;
    double turn = side * (std::atan2(q.y, q.x) - std::atan2(p.y, p.x));
    turn = std::remainder(turn, 2 * kPi);
    if (turn < -0.5 * kPi) turn += 2 * kPi;
    // An end inside the circle (an insertion close to the joint) counts as lying on it.
    const double wrapped = turn - std::acos(std::min(1.0, r / rp)) - std::acos(std::min(1.0, r / rq));
    if (wrapped <= 0) return straight;
    return std::sqrt(std::max(0.0, rp * rp - r * r)) + r * wrapped + std::sqrt(std::max(0.0, rq * rq - r * r));
}

double string_length(const Skeleton& skeleton, const RigidMotion& femur, const PathCylinder& cylinder, const glm::dvec3& p, const glm::dvec3& q)
{
    const RigidMotion to_femur = inverse(femur);
    const auto in_knee_frame = [&](const glm::dvec3& world) {
        const glm::dvec3 f = to_femur(world);
        return glm::transpose(skeleton.knee_frame()) * glm::dvec3(-f.x, f.y, -f.z);
    };
    const glm::dvec3 a = in_knee_frame(p), b = in_knee_frame(q);
    return std::hypot(planar_string({a.y, a.z}, {b.y, b.z}, cylinder), b.x - a.x);
}

double length_with(const Skeleton& skeleton, const PathRecord& path, const Pose& pose)
{
    const auto bodies = skeleton.bodies(pose);
    const auto place = [&](const PathPoint& point) { return bodies[static_cast<std::size_t>(point.body)](point.rest_m); };
    double length = 0;
    for (std::size_t i = 1; i < path.proximal.size(); ++i) length += glm::distance(place(path.proximal[i - 1]), place(path.proximal[i]));
    for (std::size_t i = 1; i < path.distal.size(); ++i) length += glm::distance(place(path.distal[i - 1]), place(path.distal[i]));
    const glm::dvec3 p = place(path.proximal.back()), q = place(path.distal.front());
    length += path.cylinder ? string_length(skeleton, bodies[static_cast<std::size_t>(MotionBody::femur)], *path.cylinder, p, q) : glm::distance(p, q);
    for (const PathPull& pull : path.pulls) length += pull.metres_per_degree * pose[pull.joint];
    return length;
}

}  // namespace

Result<std::vector<PathRecord>> load_paths(const fs::path& assets)
{
    const fs::path file = assets / "anatomy" / "paths.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    root.only({"note", "paths"});
    std::vector<PathRecord> paths;
    for (const JsonView& item : root.at("paths").items()) paths.push_back(read_path(item));
    if (!problems.empty()) return problems;
    return paths;
}

double path_length_m(const Skeleton& skeleton, const PathRecord& path, const Pose& pose) { return length_with(skeleton, path, pose); }

PathState path_state(const Skeleton& skeleton, const PathRecord& path, const Pose& pose, bool moment_arms)
{
    PathState state;
    state.length_m = length_with(skeleton, path, pose);
    state.strain = state.length_m / length_with(skeleton, path, Pose{}) - 1;
    if (!moment_arms) return state;
    constexpr double kStepDeg = 0.5;
    for (std::size_t i = 0; i < pose.deg.size(); ++i) {
        Pose less = pose, more = pose;
        less.deg[i] -= kStepDeg;
        more.deg[i] += kStepDeg;
        const double step_rad = 2 * kStepDeg * kPi / 180;
        state.moment_arms_m[i] = -(length_with(skeleton, path, more) - length_with(skeleton, path, less)) / step_rad;
    }
    return state;
}

}  // namespace genu
