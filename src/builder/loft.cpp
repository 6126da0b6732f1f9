#include "builder/loft.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "builder/outline.hpp"

namespace genu::builder {

namespace {

struct Frame { Vec3 u, w, forward; };
struct Ring { double along; Vec3 centre; Frame frame; std::vector<Vec2> outline; };

Vec3 any_across(const Vec3& n)
{
    const Vec3 a = glm::abs(n);
    const Vec3 axis = a.x <= a.y && a.x <= a.z ? Vec3(1, 0, 0) : a.y <= a.z ? Vec3(0, 1, 0) : Vec3(0, 0, 1);
    return glm::normalize(axis - glm::dot(axis, n) * n);
}

Vec3 projected(const Vec3& reference, const Vec3& n)
{
    const Vec3 across = reference - glm::dot(reference, n) * n;
    const double length = glm::length(across);
    return length > 1e-4 ? across / length : any_across(n);
}

// Sections of one sweep at any place along it.
class Sections {
public:
    Sections(const SweepShape& shape, int round, double least_half_width)
        : shape_(shape), curve_(centres(shape)), outline_(curve_.knots(), outlines(shape, round, least_half_width)), fan_sign_(fan_sign())
    {
    }

    const Curve& curve() const { return curve_; }

    Ring at(double along) const
    {
        Ring ring{along, curve_.at(along), frame_at(along), {}};
        std::vector<double> row;
        outline_.at(along, row);
        ring.outline.resize(row.size() / 2);
        for (std::size_t i = 0; i < ring.outline.size(); ++i) ring.outline[i] = {row[2 * i], row[2 * i + 1]};
        return ring;
    }

private:
    static std::vector<Vec3> centres(const SweepShape& shape)
    {
        std::vector<Vec3> points;
        for (const Station& station : shape.stations) points.push_back(station.centre);
        return points;
    }

    static std::vector<std::vector<double>> outlines(const SweepShape& shape, int round, double least)
    {
        std::vector<std::vector<double>> rows;
        for (const Station& station : shape.stations) {
            OutlineRow row = station.outline;
            row[0] = std::max(row[0], least);
            row[1] = std::max(row[1], least);
            std::vector<double> flat;
            for (const Vec2& p : outline_points(row, round)) flat.insert(flat.end(), {p.x, p.y});
            rows.push_back(std::move(flat));
        }
        return rows;
    }

    // Which way round the hub the stations go.
    double fan_sign() const
    {
        if (shape_.mode != SweepShape::Mode::fan) return 1;
        double turn = 0;
        for (std::size_t i = 0; i + 1 < shape_.stations.size(); ++i) {
            const Vec3 a = shape_.stations[i].centre, b = shape_.stations[i + 1].centre;
            const Vec2 from(a.x - shape_.hub.x, a.z - shape_.hub.y), to(b.x - shape_.hub.x, b.z - shape_.hub.y);
            turn += std::atan2(from.y * to.x - from.x * to.y, glm::dot(from, to));
        }
        return turn < 0 ? -1 : 1;
    }

    Frame frame_at(double along) const
    {
        const Vec3 tangent = curve_.tangent(along);
        Vec3 n = tangent;
        if (shape_.mode == SweepShape::Mode::axis) n = shape_.axis;
        if (shape_.mode == SweepShape::Mode::fan) {
            const Vec3 centre = curve_.at(along);
            const Vec3 radial(centre.x - shape_.hub.x, 0, centre.z - shape_.hub.y);
            n = fan_sign_ * glm::normalize(glm::cross(Vec3(0, 1, 0), radial));
        }
        const Vec3 u = projected(shape_.reference.value_or(Vec3(1, 0, 0)), n);
        return {u, glm::cross(n, u), glm::dot(n, tangent) < 0 ? -n : n};
    }

    const SweepShape& shape_;
    Curve curve_;
    MonotoneRows outline_;
    double fan_sign_;
};

// Without a reference axis the frame is carried from ring to ring with the least turn.
void carry_frames(std::vector<Ring>& rings)
{
    rings.front().frame.u = any_across(rings.front().frame.forward);
    for (std::size_t i = 0; i < rings.size(); ++i) {
        Frame& frame = rings[i].frame;
        if (i > 0) frame.u = projected(rings[i - 1].frame.u, frame.forward);
        frame.w = glm::cross(frame.forward, frame.u);
    }
}

Vec3 place(const Ring& ring, std::size_t i, double scale = 1)
{
    return ring.centre + scale * (ring.outline[i].x * ring.frame.u + ring.outline[i].y * ring.frame.w);
}

double stray(const Ring& a, const Ring& b, const Ring& between)
{
    const double t = (between.along - a.along) / (b.along - a.along);
    double worst = 0;
    for (std::size_t i = 0; i < between.outline.size(); i += 2) {
        worst = std::max(worst, glm::distance(place(between, i), glm::mix(place(a, i), place(b, i), t)));
    }
    return worst;
}

std::vector<Ring> fine_rings(const Sections& sections, double longest_step)
{
    const std::vector<double>& knots = sections.curve().knots();
    const double step = std::min(1.5, 0.5 * longest_step);
    std::vector<Ring> rings;
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const double span = knots[i + 1] - knots[i];
        const int count = std::max(2, static_cast<int>(std::ceil(span / step)));
        for (int k = 0; k < count; ++k) rings.push_back(sections.at(knots[i] + span * k / count));
    }
    rings.push_back(sections.at(knots.back()));
    return rings;
}

// Leaves out rings that a straight run between their neighbours replaces within the tolerance.
std::vector<Ring> thinned(const std::vector<Ring>& rings, const LoftOptions& options)
{
    std::vector<Ring> kept{rings.front()};
    std::size_t from = 0;
    while (from + 1 < rings.size()) {
        std::size_t to = from + 1;
        for (std::size_t next = to + 1; next < rings.size(); ++next) {
            if (rings[next].along - rings[from].along > options.longest_step_mm) break;
            bool fits = true;
            for (std::size_t k = from + 1; k < next && fits; ++k) fits = stray(rings[from], rings[next], rings[k]) <= options.tolerance_mm;
            if (!fits) break;
            to = next;
        }
        kept.push_back(rings[to]);
        from = to;
    }
    return kept;
}

class LoftMaker {
public:
    explicit LoftMaker(Loft& loft) : loft_(loft) {}

    /// For each point of the loft, its number on its ring.
    const std::vector<std::uint32_t>& places() const { return places_; }

    void add_ring(const Ring& ring, double scale, const Vec3& shift)
    {
        const auto round = static_cast<std::uint32_t>(ring.outline.size());
        const auto start = static_cast<std::uint32_t>(loft_.mesh.point.size());
        for (std::uint32_t i = 0; i < round; ++i) add_point(ring, place(ring, i, scale) + shift, scale * ring.outline[i], i);
        if (has_ring_) {
            for (std::uint32_t i = 0; i < round; ++i) {
                const std::uint32_t j = (i + 1) % round;
                loft_.mesh.triangle.push_back({last_ + i, last_ + j, start + j});
                loft_.mesh.triangle.push_back({last_ + i, start + j, start + i});
            }
        }
        last_ = start;
        has_ring_ = true;
    }

    void add_tip(const Ring& ring, const Vec3& tip, bool is_first)
    {
        const auto round = static_cast<std::uint32_t>(ring.outline.size());
        const auto point = static_cast<std::uint32_t>(loft_.mesh.point.size());
        add_point(ring, tip, {0, 0}, 0);
        for (std::uint32_t i = 0; i < round; ++i) {
            const std::uint32_t j = (i + 1) % round;
            if (is_first) loft_.mesh.triangle.push_back({point, last_ + j, last_ + i});
            else loft_.mesh.triangle.push_back({point, last_ + i, last_ + j});
        }
    }

    /// Joins the last ring to the first.
    void close()
    {
        const auto round = static_cast<std::uint32_t>(1 + *std::max_element(places_.begin(), places_.end()));
        for (std::uint32_t i = 0; i < round; ++i) {
            const std::uint32_t j = (i + 1) % round;
            loft_.mesh.triangle.push_back({last_ + i, last_ + j, j});
            loft_.mesh.triangle.push_back({last_ + i, j, i});
        }
    }

private:
    void add_point(const Ring& ring, const Vec3& p, Vec2 offset, std::uint32_t number)
    {
        places_.push_back(number);
        loft_.mesh.point.push_back(p);
        loft_.along_mm.push_back(ring.along);
        loft_.offset_mm.push_back(offset);
    }

    Loft& loft_;
    std::vector<std::uint32_t> places_;
    std::uint32_t last_ = 0;
    bool has_ring_ = false;
};

// A dome of half an ellipse: the outline shrinks by sqrt(1 - tau^2) over the length of the cap.
constexpr int kCapRings = 4;
double dome_angle(int k) { return 0.5 * std::numbers::pi * k / kCapRings; }

// Each point moved inward, square to the outline.
Ring inner_ring(const Ring& outer, double wall)
{
    Ring inner = outer;
    const double turn = signed_area(outer.outline) > 0 ? 1 : -1;
    const std::size_t n = outer.outline.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 along = outer.outline[(i + 1) % n] - outer.outline[(i + n - 1) % n];
        const double length = glm::length(along);
        if (length > 1e-9) inner.outline[i] += wall * turn / length * Vec2(-along.y, along.x);
    }
    return inner;
}

std::vector<std::uint32_t> add_sleeve(Loft& loft, const std::vector<Ring>& rings)
{
    LoftMaker maker(loft);
    for (const Ring& ring : rings) maker.add_ring(ring, 1, Vec3(0));
    for (std::size_t i = rings.size(); i-- > 0;) maker.add_ring(inner_ring(rings[i], loft.shape->wall_mm), 1, Vec3(0));
    maker.close();
    return maker.places();
}

std::vector<std::uint32_t> add_all_rings(Loft& loft, const std::vector<Ring>& rings)
{
    LoftMaker maker(loft);
    const std::array<double, 2> cap = loft.shape->cap;
    const Ring& first = rings.front();
    const Ring& last = rings.back();
    if (cap[0] > 0) {
        for (int k = kCapRings - 1; k >= 1; --k) {
            maker.add_ring(first, std::cos(dome_angle(k)), -std::sin(dome_angle(k)) * cap[0] * first.frame.forward);
            if (k == kCapRings - 1) maker.add_tip(first, first.centre - cap[0] * first.frame.forward, true);
        }
    }
    for (std::size_t i = 0; i < rings.size(); ++i) {
        maker.add_ring(rings[i], 1, Vec3(0));
        if (i == 0 && cap[0] <= 0) maker.add_tip(first, first.centre, true);
    }
    if (cap[1] > 0) {
        for (int k = 1; k < kCapRings; ++k) maker.add_ring(last, std::cos(dome_angle(k)), std::sin(dome_angle(k)) * cap[1] * last.frame.forward);
    }
    maker.add_tip(last, last.centre + cap[1] * last.frame.forward, false);
    return maker.places();
}

// dP/ds by the neighbouring rings; the domes take the direction of the end they close.
void add_fibres(Loft& loft, const Sections& sections, const std::vector<Ring>& rings, const std::vector<std::uint32_t>& places)
{
    constexpr double kReach = 1.0;  // mm
    std::vector<std::vector<Vec3>> along_ring;
    for (const Ring& ring : rings) {
        Ring before = sections.at(std::max(0.0, ring.along - kReach));
        Ring after = sections.at(std::min(loft.length_mm, ring.along + kReach));
        if (!loft.shape->reference) before.frame = after.frame = ring.frame;
        std::vector<Vec3> directions;
        for (std::size_t i = 0; i < ring.outline.size(); ++i) {
            const Vec3 d = place(after, i) - place(before, i);
            directions.push_back(glm::length(d) > 1e-9 ? glm::normalize(d) : ring.frame.forward);
        }
        along_ring.push_back(std::move(directions));
    }
    std::size_t ring = 0;
    for (std::size_t i = 0; i < loft.along_mm.size(); ++i) {
        while (ring > 0 && rings[ring].along > loft.along_mm[i] + 1e-9) --ring;
        while (rings[ring].along < loft.along_mm[i] - 1e-9) ++ring;
        loft.fibre.push_back(along_ring[ring][places[i]]);
    }
}

void add_centres(Loft& loft, const std::vector<Ring>& rings)
{
    for (const Ring& ring : rings) {
        const double radius = 2 * std::abs(signed_area(ring.outline)) / std::max(1e-6, perimeter(ring.outline));
        loft.centres.push_back({ring.centre, ring.along, std::max(0.2, radius)});
    }
}

}  // namespace

Loft make_loft(const SweepShape& shape, const LoftOptions& options)
{
    double widest = 0;
    std::size_t row_size = 4;
    for (const Station& station : shape.stations) {
        widest = std::max(widest, std::max(station.outline[0], station.outline[1]));
        row_size = std::max(row_size, station.outline.size());
    }
    const Sections sections(shape, points_round(widest, row_size, options.tolerance_mm, options.most_round), options.least_half_width_mm);
    Loft loft;
    loft.shape = &shape;
    loft.length_mm = sections.curve().length();
    std::vector<Ring> rings = fine_rings(sections, options.longest_step_mm);
    if (!shape.reference) carry_frames(rings);
    rings = thinned(rings, options);
    const std::vector<std::uint32_t> places = shape.wall_mm > 0 ? add_sleeve(loft, rings) : add_all_rings(loft, rings);
    add_fibres(loft, sections, rings, places);
    add_centres(loft, rings);
    if (volume_of(loft.mesh) < 0) turn_inside_out(loft.mesh);
    return loft;
}

CentrePlace nearest_centre(const std::vector<Loft>& lofts, const Vec3& p)
{
    CentrePlace best{0, 0, 1, p};
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t k = 0; k < lofts.size(); ++k) {
        const std::vector<LoftCentre>& centres = lofts[k].centres;
        for (std::size_t i = 0; i + 1 < centres.size(); ++i) {
            const Vec3 a = centres[i].point, d = centres[i + 1].point - a;
            const double t = std::clamp(glm::dot(p - a, d) / std::max(1e-12, glm::dot(d, d)), 0.0, 1.0);
            const Vec3 off = p - a - t * d;
            const double square = glm::dot(off, off);
            if (square >= nearest) continue;
            nearest = square;
            best = {k, glm::mix(centres[i].along_mm, centres[i + 1].along_mm, t), glm::mix(centres[i].radius_mm, centres[i + 1].radius_mm, t), a + t * d};
        }
    }
    return best;
}

}  // namespace genu::builder
