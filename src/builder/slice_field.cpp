#include "builder/slice_field.hpp"

#include <algorithm>
#include <cmath>

#include "builder/curve.hpp"
#include "builder/outline.hpp"

namespace genu::builder {

namespace {

constexpr int kRound = 96;          // points of an outline
constexpr double kPixel = 0.8;      // mm, of the rasters
constexpr double kMargin = 14;      // mm of raster round an outline; farther out, distance grows from its border

std::vector<std::vector<Vec2>> outlines_of(const Slice& slice)
{
    std::vector<std::vector<Vec2>> loops;
    for (const SliceLoop& loop : slice.loops) {
        loops.push_back(outline_points(loop.outline, kRound));
        for (Vec2& p : loops.back()) p += loop.centre;
    }
    return loops;
}

Vec2 common_centroid(const std::vector<std::vector<Vec2>>& loops)
{
    Vec2 sum{0};
    double area = 0;
    for (const auto& loop : loops) {
        const double a = std::abs(signed_area(loop));
        sum += a * centroid(loop);
        area += a;
    }
    return area > 0 ? sum / area : sum;
}

}  // namespace

double SliceField::Raster::at(Vec2 p) const
{
    const Vec2 g = (p - low) / kPixel;
    const Vec2 c = glm::clamp(g, Vec2(0), Vec2(width - 1.001, height - 1.001));
    const int x = static_cast<int>(c.x), y = static_cast<int>(c.y);
    const double fx = c.x - x, fy = c.y - y;
    const float* row = &value[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    const double inside = (1 - fy) * ((1 - fx) * row[0] + fx * row[1]) + fy * ((1 - fx) * row[width] + fx * row[width + 1]);
    return inside + kPixel * glm::distance(g, c);
}

SliceField::Raster SliceField::raster_of(const Slice& slice) const
{
    const auto loops = outlines_of(slice);
    Vec2 low(1e30), high(-1e30);
    for (const auto& loop : loops) {
        for (const Vec2& p : loop) {
            low = glm::min(low, p);
            high = glm::max(high, p);
        }
    }
    Raster raster;
    raster.low = low - kMargin;
    raster.width = 2 + static_cast<int>((high.x - low.x + 2 * kMargin) / kPixel);
    raster.height = 2 + static_cast<int>((high.y - low.y + 2 * kMargin) / kPixel);
    raster.value.reserve(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            double nearest = 1e30;
            for (const auto& loop : loops) nearest = std::min(nearest, signed_distance(loop, raster.low + kPixel * Vec2(x, y)));
            raster.value.push_back(static_cast<float>(nearest));
        }
    }
    return raster;
}

SliceField::SliceField(const SliceShape& shape) : axis_(shape.axis), low_(shape.low), high_(shape.high)
{
    u_ = glm::normalize(shape.reference - glm::dot(shape.reference, axis_) * axis_);
    w_ = glm::cross(axis_, u_);
    for (const Slice& slice : shape.slices) {
        height_.push_back(slice.height);
        const auto loops = outlines_of(slice);
        centre_.push_back(common_centroid(loops));
        raster_.push_back(raster_of(slice));
        for (const auto& loop : loops) {
            for (const Vec2& p : loop) box_.add(slice.height * axis_ + p.x * u_ + p.y * w_);
        }
    }
    for (const std::size_t end : {std::size_t(0), height_.size() - 1}) {
        const double tip = end == 0 ? low_ : high_;
        for (const auto& loop : outlines_of(shape.slices[end])) {
            for (const Vec2& p : loop) box_.add(tip * axis_ + p.x * u_ + p.y * w_);
        }
    }
}

// Monotone cubic through the distances of the four slices round h.
double SliceField::between(double h, Vec2 p) const
{
    const std::size_t n = height_.size();
    const auto after = static_cast<std::size_t>(std::upper_bound(height_.begin(), height_.end(), h) - height_.begin());
    const std::size_t i = std::clamp<std::size_t>(after, 1, n - 1) - 1;
    const double width = height_[i + 1] - height_[i], t = std::clamp((h - height_[i]) / width, 0.0, 1.0);
    const Vec2 relative = p - glm::mix(centre_[i], centre_[i + 1], t);
    const double a = slice_value(i, relative + centre_[i]), b = slice_value(i + 1, relative + centre_[i + 1]);
    const double d = (b - a) / width;
    double slope_a = d, slope_b = d;
    if (i > 0) {
        const double h0 = height_[i] - height_[i - 1];
        slope_a = monotone_slope(h0, width, (a - slice_value(i - 1, relative + centre_[i - 1])) / h0, d);
    }
    if (i + 2 < n) {
        const double h1 = height_[i + 2] - height_[i + 1];
        slope_b = monotone_slope(width, h1, d, (slice_value(i + 2, relative + centre_[i + 2]) - b) / h1);
    }
    const double t2 = t * t, t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * width * slope_a + (3 * t2 - 2 * t3) * b + (t3 - t2) * width * slope_b;
}

// The dome over an end slice: its outline shrunk by sqrt(1 - tau^2).
double SliceField::beyond(std::size_t slice, double tau, double past, double cap, Vec2 p) const
{
    const double scale = std::sqrt(std::max(0.02, 1 - tau * tau));
    const double across = scale * slice_value(slice, centre_[slice] + (p - centre_[slice]) / scale);
    return std::max(across, past - cap);
}

double SliceField::operator()(const Vec3& p) const
{
    const double h = glm::dot(p, axis_);
    const Vec2 q(glm::dot(p, u_), glm::dot(p, w_));
    if (h < height_.front()) {
        const double past = height_.front() - h, cap = std::max(0.05, height_.front() - low_);
        return beyond(0, past / cap, past, cap, q);
    }
    if (h > height_.back()) {
        const double past = h - height_.back(), cap = std::max(0.05, high_ - height_.back());
        return beyond(height_.size() - 1, past / cap, past, cap, q);
    }
    return between(h, q);
}

BlendField::BlendField(const BlendShape& shape) : zone_(shape.zones)
{
    for (const SliceShape& part : shape.parts) part_.emplace_back(part);
}

double BlendField::operator()(const Vec3& p) const
{
    for (std::size_t i = 0; i < zone_.size(); ++i) {
        if (p.y >= zone_[i][1]) continue;
        if (p.y <= zone_[i][0]) return part_[i](p);
        const double t = smoothstep((p.y - zone_[i][0]) / (zone_[i][1] - zone_[i][0]));
        return (1 - t) * part_[i](p) + t * part_[i + 1](p);
    }
    return part_.back()(p);
}

Box BlendField::box() const
{
    Box box;
    for (const SliceField& part : part_) box.add(part.box());
    return box;
}

}  // namespace genu::builder
