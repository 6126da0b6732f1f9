#include "motion/skeleton.hpp"

#include <algorithm>
#include <cmath>

#include "base/json.hpp"
#include "motion/read.hpp"
#include "motion/table.hpp"

namespace genu {

namespace {

double radians(double deg) { return deg * 3.14159265358979323846 / 180.0; }
const glm::dvec3 kX{1, 0, 0}, kY{0, 1, 0}, kZ{0, 0, 1};

// Flexion, adduction, internal rotation in that order, about the frame of the content files (x lateral, y up,
// z posterior). `sign` is the sense of flexion: the hip brings the thigh forward, the knee brings the shin back.
glm::dquat turn(double sign, double flexion_rad, double adduction_rad, double internal_rad)
{
    return glm::angleAxis(sign * flexion_rad, kX) * glm::angleAxis(-adduction_rad, kZ) * glm::angleAxis(internal_rad, kY);
}

// A rotation written in the content's frame, in the program's: the two differ by half a turn about y.
glm::dquat in_program_frame(const glm::dquat& q) { return {q.w, -q.x, q.y, -q.z}; }

}  // namespace

Result<Skeleton> Skeleton::load(const fs::path& assets)
{
    const fs::path file = assets / "anatomy" / "joints.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    root.only({"note", "joints", "hip", "lumbar", "ankle", "subtalar", "toes", "knee", "patella"});
    Skeleton s;
    const JsonView joints = root.at("joints");
    for (int i = 0; i < kJointAxisCount; ++i) {
        const JsonView joint = joints.at(name_of(static_cast<JointAxis>(i)));
        const std::vector<double> range = read_numbers(joint.at("range_deg"), 2);
        s.ranges_[static_cast<std::size_t>(i)] = {range[0], range[1], joint.text_or("source", "")};
        if (range[0] > 0 || range[1] < 0) joint.complain("range_deg must hold 0, the standing pose");
    }
    s.hip_centre_ = read_point_m(root.at("hip").at("centre"));
    s.lumbar_centre_ = read_point_m(root.at("lumbar").at("centre"));
    s.ankle_centre_ = read_point_m(root.at("ankle").at("centre"));
    s.ankle_axis_ = read_direction(root.at("ankle").at("axis"));
    s.subtalar_centre_ = read_point_m(root.at("subtalar").at("centre"));
    s.subtalar_axis_ = read_direction(root.at("subtalar").at("axis"));
    s.toe_centre_ = read_point_m(root.at("toes").at("centre"));
    s.toe_axis_ = read_direction(root.at("toes").at("axis"));

    const JsonView knee = root.at("knee");
    const std::vector<JsonView> columns = knee.at("frame").items();
    for (std::size_t i = 0; i < 3 && i < columns.size(); ++i) {
        const std::vector<double> c = read_numbers(columns[i], 3);
        s.knee_frame_[static_cast<glm::length_t>(i)] = {c[0], c[1], c[2]};
    }
    for (const JsonView& row : knee.at("rows").items()) {
        const std::vector<double> r = read_numbers(row, 6);
        s.knee_rows_.push_back({r[0], r[1], r[2], glm::dvec3(r[3], r[4], r[5]) * 1e-3});
    }
    const JsonView patella = root.at("patella");
    const std::vector<double> rest = read_numbers(patella.at("rest_centre"), 3);
    s.patella_rest_ = glm::dvec3(rest[0], rest[1], rest[2]) * 1e-3;
    for (const JsonView& row : patella.at("rows").items()) {
        const std::vector<double> r = read_numbers(row, 5);
        s.patella_rows_.push_back({r[0], r[1], glm::dvec3(r[2], r[3], r[4]) * 1e-3});
    }
    if (s.knee_rows_.size() < 2) knee.complain("needs at least two rows");
    if (s.patella_rows_.size() < 2) patella.complain("needs at least two rows");
    if (!problems.empty()) return problems;
    return s;
}

Pose Skeleton::clamped(Pose pose) const
{
    for (std::size_t i = 0; i < pose.deg.size(); ++i) pose.deg[i] = std::clamp(pose.deg[i], ranges_[i].low_deg, ranges_[i].high_deg);
    return pose;
}

RigidMotion Skeleton::hip(const Pose& pose, double share) const
{
    const glm::dquat rotation = in_program_frame(turn(1, radians(share * pose[JointAxis::hip_flexion]), radians(share * pose[JointAxis::hip_adduction]),
                                                      radians(share * pose[JointAxis::hip_rotation])));
    return {rotation, hip_centre_ - rotation * hip_centre_};
}

RigidMotion Skeleton::knee(double flexion_rad) const
{
    const double deg = flexion_rad * 180.0 / 3.14159265358979323846;
    const auto column = [&](auto pick) { return monotone_cubic(knee_rows_, [](const TableRow& r) { return r.flexion_deg; }, pick, deg); };
    const glm::dquat in_knee = turn(-1, flexion_rad, radians(column([](const TableRow& r) { return r.adduction_deg; })),
                                    radians(column([](const TableRow& r) { return r.internal_deg; })));
    const glm::dquat frame = glm::quat_cast(knee_frame_);
    const glm::dvec3 shift{column([](const TableRow& r) { return r.shift_m.x; }), column([](const TableRow& r) { return r.shift_m.y; }),
                           column([](const TableRow& r) { return r.shift_m.z; })};
    return {in_program_frame(frame * in_knee * glm::conjugate(frame)), glm::dvec3(-shift.x, shift.y, -shift.z)};
}

double Skeleton::internal_rotation_deg(double knee_flexion_deg) const
{
    return monotone_cubic(knee_rows_, [](const TableRow& r) { return r.flexion_deg; }, [](const TableRow& r) { return r.internal_deg; }, knee_flexion_deg);
}

RigidMotion Skeleton::patella(double knee_flexion_rad) const
{
    const double deg = knee_flexion_rad * 180.0 / 3.14159265358979323846;
    const auto column = [&](auto pick) { return monotone_cubic(patella_rows_, [](const PatellaRow& r) { return r.knee_deg; }, pick, deg); };
    const glm::dquat frame = glm::quat_cast(knee_frame_);
    const glm::dquat rotation = frame * turn(-1, radians(column([](const PatellaRow& r) { return r.patella_deg; })), 0, 0) * glm::conjugate(frame);
    const glm::dvec3 centre = knee_frame_ * glm::dvec3(column([](const PatellaRow& r) { return r.centre_m.x; }),
                                                       column([](const PatellaRow& r) { return r.centre_m.y; }),
                                                       column([](const PatellaRow& r) { return r.centre_m.z; }));
    const glm::dvec3 shift = centre - rotation * patella_rest_;
    return {in_program_frame(rotation), glm::dvec3(-shift.x, shift.y, -shift.z)};
}

RigidMotion Skeleton::ankle(const Pose& pose, double share) const
{
    return turn_about(ankle_centre_, ankle_axis_, radians(share * pose[JointAxis::ankle_dorsiflexion]));
}

RigidMotion Skeleton::subtalar(const Pose& pose, double share) const
{
    return turn_about(subtalar_centre_, subtalar_axis_, radians(share * pose[JointAxis::subtalar_inversion]));
}

RigidMotion Skeleton::toes(const Pose& pose, double share) const
{
    return turn_about(toe_centre_, toe_axis_, radians(share * pose[JointAxis::toe_extension]));
}

// Tilting the pelvis forwards turns it about the hips and leaves the thigh: the hip angle is the thigh's, from upright.
RigidMotion Skeleton::pelvis(const Pose& pose, double share) const
{
    return turn_about(hip_centre_, kX, radians(share * pose[JointAxis::pelvis_tilt]));
}

std::array<RigidMotion, kMotionBodies> Skeleton::bodies(const Pose& pose) const
{
    std::array<RigidMotion, kMotionBodies> motion;
    const auto at = [&](MotionBody body) -> RigidMotion& { return motion[static_cast<std::size_t>(body)]; };
    const double flexion = radians(pose[JointAxis::knee_flexion]);
    at(MotionBody::pelvis) = pelvis(pose, 1);
    at(MotionBody::trunk) = at(MotionBody::pelvis) * turn_about(lumbar_centre_, kX, radians(pose[JointAxis::lumbar_flexion]));
    at(MotionBody::femur) = hip(pose, 1);
    at(MotionBody::patella) = at(MotionBody::femur) * patella(flexion);
    at(MotionBody::tibia) = at(MotionBody::femur) * knee(flexion);
    at(MotionBody::talus) = at(MotionBody::tibia) * ankle(pose, 1);
    at(MotionBody::foot) = at(MotionBody::talus) * subtalar(pose, 1);
    at(MotionBody::toes) = at(MotionBody::foot) * toes(pose, 1);
    return motion;
}

RigidMotion Skeleton::shared(const Pose& pose, MotionBody from, MotionBody to, double share) const
{
    const auto all = bodies(pose);
    return shared(pose, all, from, to, share);
}

RigidMotion Skeleton::shared(const Pose& pose, const std::array<RigidMotion, kMotionBodies>& all, MotionBody from, MotionBody to, double share) const
{
    const RigidMotion& base = all[static_cast<std::size_t>(from)];
    if (share <= 0 || from == to) return base;
    const RigidMotion& end = all[static_cast<std::size_t>(to)];
    if (share >= 1) return end;
    const double flexion = radians(pose[JointAxis::knee_flexion]);
    using B = MotionBody;
    if (from == B::pelvis && to == B::femur) return pelvis(pose, 1 - share) * hip(pose, share);
    if (from == B::trunk && to == B::pelvis) return all[static_cast<std::size_t>(B::pelvis)] * turn_about(lumbar_centre_, kX, radians((1 - share) * pose[JointAxis::lumbar_flexion]));
    if (from == B::femur && to == B::tibia) return base * knee(share * flexion);
    if (from == B::femur && to == B::patella) return base * patella(share * flexion);
    if (from == B::tibia && to == B::talus) return base * ankle(pose, share);
    if (from == B::tibia && to == B::foot) return base * ankle(pose, share) * subtalar(pose, share);
    if (from == B::talus && to == B::foot) return base * subtalar(pose, share);
    if (from == B::foot && to == B::toes) return base * toes(pose, share);
    // Bodies without a joint of their own between them (patella to tibia): the straight way from one motion to the other.
    return {glm::slerp(base.rotation, end.rotation, share), glm::mix(base.shift_m, end.shift_m, share)};
}

glm::dvec3 Skeleton::joint_centre_m(MotionBody from, MotionBody to) const
{
    using B = MotionBody;
    if (from == B::pelvis && to == B::femur) return hip_centre_;
    if (from == B::tibia) return ankle_centre_;
    if (from == B::talus) return subtalar_centre_;
    if (from == B::foot) return toe_centre_;
    if (from == B::trunk) return lumbar_centre_;
    return glm::dvec3(0);
}

}  // namespace genu
