#include "motion/chain.hpp"

#include <algorithm>
#include <cmath>

#include "motion/crease.hpp"

namespace genu {

namespace {

// A hold of 1 keeps a string within 16 mm of a bend in its guide; the tension straightens what is held loosely.
constexpr double kBendingLength_m = 0.016;
constexpr double kTension_m2 = 72e-6;
constexpr double kBoundHold = 1e5;   // an end on its bone: exact for all that can be seen
constexpr double kPushHold = 6;
constexpr double kSkim_m = 0.5e-3;       // an outline comes as near to a bone as this, or as it does at rest
constexpr double kBoundLength_m = 0.008;
constexpr double kFadeLength_m = 0.015;  // at its bone a structure keeps its thickness
constexpr double kGrownFade = 0.3;       // share of the length over which sliding begins
constexpr double kMostShortening = 0.4;  // of a belly; what is more is shared with its tendon
constexpr double kLeastStretch = 0.5, kMostStretch = 2.0;
constexpr int kPushRounds = 4;

double smoothstep(double t)
{
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

/// The shortest turn of one unit vector to another.
glm::dquat shortest_turn(const glm::dvec3& a, const glm::dvec3& b)
{
    const double c = glm::dot(a, b);
    if (c < -0.999999) return {1, 0, 0, 0};
    return glm::normalize(glm::dquat(1 + c, glm::cross(a, b)));
}

std::vector<double> lengths_along(const std::vector<glm::dvec3>& points)
{
    std::vector<double> along(points.size(), 0.0);
    for (std::size_t i = 1; i < points.size(); ++i) along[i] = along[i - 1] + glm::distance(points[i - 1], points[i]);
    return along;
}

/// Slope at a node: the parabola through it and its neighbours.
glm::dvec3 slope_at(const std::vector<glm::dvec3>& p, const std::vector<double>& along, std::size_t i)
{
    const std::size_t last = p.size() - 1;
    if (i == 0) return (p[1] - p[0]) / (along[1] - along[0]);
    if (i == last) return (p[last] - p[last - 1]) / (along[last] - along[last - 1]);
    const double before = along[i] - along[i - 1], after = along[i + 1] - along[i];
    return ((p[i] - p[i - 1]) / before * after + (p[i + 1] - p[i]) / after * before) / (before + after);
}

struct CurvePlace { std::size_t segment; double t; glm::dvec3 point, slope; };

/// A point of the smooth curve through the nodes; straight on beyond the ends.
CurvePlace place_on(const std::vector<glm::dvec3>& p, const std::vector<double>& along, double at)
{
    const std::size_t last = p.size() - 1;
    if (at <= 0) {
        const glm::dvec3 d = slope_at(p, along, 0);
        return {0, 0, p[0] + at * d, d};
    }
    if (at >= along[last]) {
        const glm::dvec3 d = slope_at(p, along, last);
        return {last - 1, 1, p[last] + (at - along[last]) * d, d};
    }
    std::size_t i = 0;
    while (i + 2 < p.size() && along[i + 1] < at) ++i;
    const double h = along[i + 1] - along[i], t = (at - along[i]) / h, u = 1 - t;
    const glm::dvec3 a = slope_at(p, along, i) * h, b = slope_at(p, along, i + 1) * h;
    const glm::dvec3 point = p[i] * (u * u * (1 + 2 * t)) + p[i + 1] * (t * t * (3 - 2 * t)) + a * (t * u * u) - b * (t * t * u);
    const glm::dvec3 slope = (6 * t * u * (p[i + 1] - p[i]) + a * (u * (1 - 3 * t)) + b * (t * (3 * t - 2))) / h;
    return {i, t, point, slope};
}

/// Symmetric positive definite, two diagonals above the main one; solved in place for three columns at once.
void solve_banded(std::vector<std::array<double, 3>>& a, std::vector<glm::dvec3>& b)
{
    const std::size_t n = a.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 1; k <= 2 && i + k < n; ++k) {
            const double factor = a[i][k] / a[i][0];
            for (std::size_t m = k; m <= 2; ++m) a[i + k][m - k] -= factor * a[i][m];
            b[i + k] -= factor * b[i];
        }
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = 1; k <= 2 && i + k < n; ++k) b[i] -= a[i][k] * b[i + k];
        b[i] /= a[i][0];
    }
}

glm::dvec3 nearest_on_axis(const ChainObstacle& o, const glm::dvec3& p)
{
    const glm::dvec3 axis = o.to_m - o.from_m;
    const double square = glm::dot(axis, axis);
    return o.from_m + (square > 0 ? std::clamp(glm::dot(p - o.from_m, axis) / square, 0.0, 1.0) : 0.0) * axis;
}

double clearance(const ChainObstacle& o, const glm::dvec3& p) { return glm::distance(p, nearest_on_axis(o, p)) - o.radius_m; }

double hold_of(const ChainNode& node, const ChainRule& rule, const ChainRules& rules)
{
    if (node.from == node.to || node.share <= 0 || node.share >= 1) return rules.held;
    const double crossing = rule.hold.value_or(rules.hold[static_cast<std::size_t>(std::max(node.from, node.to))]);
    const double inside = smoothstep(4 * std::min(node.share, 1 - node.share));
    return std::exp(std::log(rules.held) * (1 - inside) + std::log(crossing) * inside);
}

}  // namespace

glm::dmat3 linear_part(const NodeMotion& m, const glm::dvec3& t)
{
    return glm::mat3_cast(m.turn) * (m.across * glm::dmat3(1) + (m.along - m.across) * glm::outerProduct(t, t));
}

SplineWeights spline_weights(double u, int n)
{
    const int i = std::clamp(static_cast<int>(u), 0, n - 2);
    const double t = std::clamp(u - i, 0.0, 1.0), t2 = t * t, t3 = t2 * t;
    const std::array<double, 4> basis = {(1 - 3 * t + 3 * t2 - t3) / 6, (4 - 6 * t2 + 3 * t3) / 6, (1 + 3 * t + 3 * t2 - 3 * t3) / 6, t3 / 6};
    SplineWeights result;
    result.first = std::max(0, i - 1);
    for (int k = 0; k < 4; ++k) result.weight[static_cast<std::size_t>(std::clamp(i - 1 + k, 0, n - 1) - result.first)] += basis[static_cast<std::size_t>(k)];
    return result;
}

Chain::Chain(std::vector<ChainNode> nodes, const ChainRule& rule, const ChainRules& rules, bool keeps_volume)
    : nodes_(std::move(nodes)), rule_(rule), keeps_volume_(keeps_volume)
{
    const std::size_t n = nodes_.size();
    std::vector<glm::dvec3> rest;
    for (const ChainNode& node : nodes_) rest.push_back(node.rest_m);
    along_ = lengths_along(rest);
    const double length = along_.back();
    for (std::size_t i = 0; i < n; ++i) tangent_.push_back(glm::normalize(slope_at(rest, along_, i)));

    stiffness_.assign(n, {0, 0, 0});
    const auto add = [&](std::size_t i, std::size_t k, double value) { stiffness_[std::min(i, k)][i > k ? i - k : k - i] += value; };
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const double t = kTension_m2 / (along_[i + 1] - along_[i]);
        add(i, i, t);
        add(i + 1, i + 1, t);
        add(i, i + 1, -t);
    }
    const double l4 = std::pow(kBendingLength_m, 4);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        const double h = along_[i] - along_[i - 1], g = along_[i + 1] - along_[i];
        const double d[3] = {2 / (h * (h + g)), -2 / (h * g), 2 / (g * (h + g))};
        const double w = l4 * (h + g) / 2;
        for (std::size_t a = 0; a < 3; ++a) for (std::size_t b = a; b < 3; ++b) add(i - 1 + a, i - 1 + b, w * d[a] * d[b]);
    }
    apply_stiffness(rest, rest_force_);

    const auto is_bound = [&](std::size_t i) {
        const bool at_start = i == 0 || along_[i] < kBoundLength_m, at_end = i + 1 == n || length - along_[i] < kBoundLength_m;
        return (at_start && rule_.start.kind != ChainEnd::Kind::free) || (at_end && rule_.end.kind != ChainEnd::Kind::free);
    };
    std::vector<double> give;
    for (std::size_t i = 0; i < n; ++i) {
        const double before = i > 0 ? along_[i] - along_[i - 1] : 0, after = i + 1 < n ? along_[i + 1] - along_[i] : 0;
        weight_.push_back((is_bound(i) ? kBoundHold : hold_of(nodes_[i], rule_, rules)) * (before + after) / 2);
        const double from_end = std::min(rule_.start.kind == ChainEnd::Kind::bound ? along_[i] : 1.0, rule_.end.kind == ChainEnd::Kind::bound ? length - along_[i] : 1.0);
        const double grown_to_bone = rule_.gives_from > 0 ? smoothstep((along_[i] / length - rule_.gives_from) / kGrownFade + 0.5) : 1;
        nodes_[i].give = std::max(0.03, nodes_[i].give * grown_to_bone) * std::max(0.05, smoothstep(from_end / kFadeLength_m));
        give.push_back(nodes_[i].give);
    }
    give_sum_.assign(n, 0.0);
    for (std::size_t i = 1; i < n; ++i) give_sum_[i] = give_sum_[i - 1] + 0.5 * (give[i - 1] + give[i]) * (along_[i] - along_[i - 1]);
    for (const ChainObstacle& o : rules.obstacles) {
        std::vector<double> row;
        for (const ChainNode& node : nodes_) row.push_back(std::min(clearance(o, node.rest_m), 0.9 * node.radius_m + 0.5e-3));
        clearance_.push_back(std::move(row));
        auto& outlines = outline_clearance_.emplace_back();
        for (const ChainNode& node : nodes_) {
            auto& points = outlines.emplace_back();
            for (const glm::dvec3& p : node.outline_m) points.push_back(std::min(clearance(o, node.rest_m + p), kSkim_m));
        }
    }
}

void Chain::apply_stiffness(const std::vector<glm::dvec3>& x, std::vector<glm::dvec3>& out) const
{
    out.assign(x.size(), glm::dvec3(0));
    for (std::size_t i = 0; i < x.size(); ++i) {
        out[i] += stiffness_[i][0] * x[i];
        for (std::size_t k = 1; k <= 2 && i + k < x.size(); ++k) {
            out[i] += stiffness_[i][k] * x[i + k];
            out[i + k] += stiffness_[i][k] * x[i];
        }
    }
}

double Chain::nearest_number(const glm::dvec3& p) const
{
    double best = 0, least = 1e9;
    for (std::size_t i = 0; i + 1 < nodes_.size(); ++i) {
        const glm::dvec3 a = nodes_[i].rest_m, d = nodes_[i + 1].rest_m - a;
        const double t = std::clamp(glm::dot(p - a, d) / glm::dot(d, d), 0.0, 1.0), distance = glm::distance(p, a + t * d);
        if (distance >= least) continue;
        least = distance;
        best = static_cast<double>(i) + t;
    }
    return best;
}

// A little beyond, so that the spring that pushes need not be stiff.
void Chain::push(std::size_t node, const glm::dvec3& from, const glm::dvec3& by, Pull& pull) const
{
    constexpr double kBeyond = 1.2;
    const double span = 0.5 * ((node > 0 ? along_[node] - along_[node - 1] : 0) + (node + 1 < nodes_.size() ? along_[node + 1] - along_[node] : 0));
    pull.target[node] = from + kBeyond * by;
    pull.weight[node] = kPushHold * std::max(weight_[node], span);
    pull.is_pushed = true;
}

// The point of the section that is deepest in the bone says how far it must go; for a cord that is its middle.
void Chain::push_off_bone(const ChainObstacle& o, std::size_t number, const Placed& body, std::size_t i, const Guide& guide, Pull& pull) const
{
    constexpr double kTouch = 1e-5, kNoDirection = 1e-6;
    double most = kTouch;
    glm::dvec3 by(0);
    const auto ask = [&](const glm::dvec3& at, double clearance_m) {
        const glm::dvec3 p = body.back(at), axis = nearest_on_axis(o, p);
        const double distance = glm::distance(p, axis), missing = o.radius_m + clearance_m - distance;
        if (missing <= most || distance < kNoDirection) return;
        most = missing;
        by = body.motion.rotation * ((p - axis) * (missing / distance));
    };
    ask(guide.curve[i], clearance_[number][i]);
    const auto& outline = nodes_[i].outline_m;
    for (std::size_t k = 0; k < outline.size(); ++k) ask(guide.curve[i] + guide.hold[i].rotation * outline[k], outline_clearance_[number][i][k]);
    if (most > kTouch) push(i, guide.curve[i], by, pull);
}

void Chain::push_off_bones(const PosedBodies& posed, std::span<const ChainObstacle> obstacles, const Guide& guide, Pull& pull) const
{
    for (std::size_t k = 0; k < obstacles.size(); ++k) {
        const RigidMotion& motion = posed.bodies[static_cast<std::size_t>(obstacles[k].body)];
        const Placed body{motion, inverse(motion)};
        for (std::size_t i = 0; i < nodes_.size(); ++i) if (weight_[i] <= kBoundHold * 1e-4) push_off_bone(obstacles[k], k, body, i, guide, pull);
    }
}

void Chain::push_off_planes(const PosedBodies& posed, std::span<const ChainCrease> creases, const Guide& guide, Pull& pull) const
{
    constexpr double kShareOfRest = 0.6, kBelow_m = 0.004, kTouch = 1e-4;
    for (const ChainCrease& crease : creases) {
        if (!crease.parts_strings) continue;
        const MeetingPlane plane = meeting_plane(crease, posed.bodies);
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const double rest = nodes_[i].rest_m.y - crease.at_m.y, side = rest < 0 ? -1 : 1;
            const glm::dvec3 p = guide.curve[i] - plane.through_m;
            if (weight_[i] > kBoundHold * 1e-4 || std::abs(rest) > crease.reach_m || glm::dot(p, plane.inwards) < nodes_[i].radius_m) continue;
            const double missing = std::min(kShareOfRest * std::abs(rest), nodes_[i].radius_m + kBelow_m) - side * glm::dot(p, plane.normal);
            if (missing > kTouch) push(i, guide.curve[i], side * missing * plane.normal, pull);
        }
    }
}

void Chain::push_off_neighbours(const std::vector<Beside>& beside, const Guide& guide, Pull& pull) const
{
    constexpr double kTouch = 1e-4;
    for (const Beside& b : beside) {
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (weight_[i] > kBoundHold * 1e-4) continue;
            const glm::dvec3 p = guide.curve[i];
            double least = 1e9, thick = 0, wider = 1;
            glm::dvec3 nearest(0);
            for (std::size_t k = 0; k + 1 < b.other->size(); ++k) {
                const NodeMotion &from = (*b.other)[k], &to = (*b.other)[k + 1];
                const glm::dvec3 d = to.place_m - from.place_m;
                const double f = std::clamp(glm::dot(p - from.place_m, d) / glm::dot(d, d), 0.0, 1.0);
                const glm::dvec3 at = from.place_m + f * d;
                if (glm::distance(p, at) >= least) continue;
                least = glm::distance(p, at);
                nearest = at;
                wider = std::max(1.0, glm::mix(from.across, to.across, f));
                thick = glm::mix((*b.nodes)[k].radius_m, (*b.nodes)[k + 1].radius_m, f);
            }
            // Where one is thicker than at rest, so is the other: the same angle shortens both.
            const double wanted = (*b.share)[i] * wider * (thick + nodes_[i].radius_m);
            if (least < wanted - kTouch && least > kTouch) push(i, p, (p - nearest) * (wanted / least - 1), pull);
        }
    }
}

void Chain::follow(const PosedBodies& posed, const glm::dvec3& start, const glm::dvec3& end, const Surroundings& around, Guide& guide) const
{
    const std::size_t n = nodes_.size();
    Pull pull{std::vector<glm::dvec3>(n), weight_};
    std::vector<glm::dvec3> force(n);
    for (std::size_t i = 0; i < n; ++i) {
        guide.hold.push_back(posed.hold(nodes_[i]));
        pull.target[i] = guide.hold[i](nodes_[i].rest_m);
        force[i] = guide.hold[i].rotation * rest_force_[i];
    }
    if (rule_.start.kind == ChainEnd::Kind::tied) pull.target.front() = start;
    if (rule_.end.kind == ChainEnd::Kind::tied) pull.target.back() = end;
    for (int round = 0; round < kPushRounds; ++round) {
        std::vector<std::array<double, 3>> a = stiffness_;
        guide.curve.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            a[i][0] += pull.weight[i];
            guide.curve[i] = pull.weight[i] * pull.target[i] + force[i];
        }
        solve_banded(a, guide.curve);
        pull.is_pushed = false;
        push_off_neighbours(around.beside, guide, pull);
        push_off_planes(posed, around.creases, guide, pull);
        push_off_bones(posed, around.obstacles, guide, pull);
        if (!pull.is_pushed) break;
    }
}

// Where neighbouring sections are turned against each other, blending them makes them smaller: they start larger by as much.
void Chain::keep_sections(std::span<NodeMotion> out) const
{
    constexpr double kMostWider = 1.3;
    const int n = static_cast<int>(nodes_.size());
    std::vector<glm::dmat3> linear;
    for (std::size_t i = 0; i < nodes_.size(); ++i) linear.push_back(linear_part(out[i], tangent_[i]));
    for (int i = 0; i < n; ++i) {
        const SplineWeights w = spline_weights(i, n);
        glm::dmat3 blended(0);
        for (std::size_t k = 0; k < 4; ++k) if (w.weight[k] > 0) blended += w.weight[k] * linear[static_cast<std::size_t>(w.first) + k];
        const glm::dvec3 t = tangent_[static_cast<std::size_t>(i)], a = glm::normalize(glm::cross(t, std::abs(t.x) < 0.7 ? glm::dvec3(1, 0, 0) : glm::dvec3(0, 0, 1))), b = glm::cross(t, a);
        NodeMotion& m = out[static_cast<std::size_t>(i)];
        const double area = glm::dot(glm::cross(blended * a, blended * b), m.turn * t);
        if (area > 1e-3) m.across = std::min(m.across * kMostWider, m.across * std::sqrt(m.across * m.across / area));
    }
}

// The skin blends its nodes' motions and so cuts corners a little: nodes are moved until the blended line runs through them.
void Chain::meet_centreline(std::span<NodeMotion> out) const
{
    const int n = static_cast<int>(nodes_.size());
    std::vector<glm::dmat3> linear;
    std::vector<glm::dvec3> wanted;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        linear.push_back(linear_part(out[i], tangent_[i]));
        wanted.push_back(out[i].place_m);
    }
    for (int round = 0; round < 3; ++round) {
        std::vector<glm::dvec3> miss(nodes_.size());
        for (int i = 0; i < n; ++i) {
            const SplineWeights w = spline_weights(i, n);
            glm::dvec3 blended(0);
            for (std::size_t k = 0; k < 4; ++k) {
                if (w.weight[k] == 0) continue;
                const std::size_t j = static_cast<std::size_t>(w.first) + k;
                blended += w.weight[k] * (out[j].place_m + linear[j] * (nodes_[static_cast<std::size_t>(i)].rest_m - nodes_[j].rest_m));
            }
            miss[static_cast<std::size_t>(i)] = wanted[static_cast<std::size_t>(i)] - blended;
        }
        for (std::size_t i = 0; i < nodes_.size(); ++i) out[i].place_m += miss[i];
    }
}

void Chain::solve(const PosedBodies& posed, const glm::dvec3& start, const glm::dvec3& end, const Surroundings& around, std::span<NodeMotion> out) const
{
    Guide guide;
    follow(posed, start, end, around, guide);
    const std::size_t n = nodes_.size();
    const std::vector<double> now = lengths_along(guide.curve);
    const bool slides_at_start = rule_.start.kind == ChainEnd::Kind::free, slides_at_end = rule_.end.kind == ChainEnd::Kind::free;
    const double growth = slides_at_start || slides_at_end ? 0 : now.back() - along_.back();
    // A short belly on a long tendon cannot take it all: an even part is mixed in.
    const double length = along_.back(), gives = give_sum_.back(), shortening = std::max(0.0, -growth) / kMostShortening;
    double even = 0;
    for (const ChainNode& node : nodes_) if (shortening * node.give > gives && length > shortening) even = std::max(even, (shortening * node.give - gives) / (length - shortening));
    const auto share = [&](std::size_t i) { return (give_sum_[i] + even * along_[i]) / (gives + even * length); };
    const double first = slides_at_start ? now.back() - along_.back() : 0;
    for (std::size_t i = 0; i < n; ++i) {
        const CurvePlace place = place_on(guide.curve, now, first + along_[i] + growth * share(i));
        NodeMotion& m = out[i];
        m.place_m = place.point;
        const glm::dquat held = glm::slerp(guide.hold[place.segment].rotation, guide.hold[place.segment + 1].rotation, place.t);
        const bool on_bone = (i == 0 && rule_.start.kind == ChainEnd::Kind::bound) || (i + 1 == n && rule_.end.kind == ChainEnd::Kind::bound);
        m.turn = on_bone ? guide.hold[i].rotation : shortest_turn(held * tangent_[i], glm::normalize(place.slope)) * held;
        m.along = std::clamp(1 + growth * (nodes_[i].give + even) / (gives + even * length), kLeastStretch, kMostStretch);
        m.across = keeps_volume_ ? 1 / std::sqrt(m.along) : 1;
    }
    if (keeps_volume_) keep_sections(out);
    meet_centreline(out);
}

}  // namespace genu
