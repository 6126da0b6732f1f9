#include "builder/curve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/assert.hpp"

namespace genu::builder {

namespace {

// Few unknowns (one per station) and only at set-up, so plain elimination with pivoting is enough.
std::vector<Vec3> solve(std::vector<std::vector<double>> a, std::vector<Vec3> b)
{
    const std::size_t n = b.size();
    for (std::size_t c = 0; c < n; ++c) {
        std::size_t best = c;
        for (std::size_t r = c + 1; r < n; ++r) if (std::abs(a[r][c]) > std::abs(a[best][c])) best = r;
        std::swap(a[c], a[best]);
        std::swap(b[c], b[best]);
        for (std::size_t r = c + 1; r < n; ++r) {
            const double f = a[r][c] / a[c][c];
            if (f == 0) continue;
            for (std::size_t k = c; k < n; ++k) a[r][k] -= f * a[c][k];
            b[r] -= f * b[c];
        }
    }
    for (std::size_t c = n; c-- > 0;) {
        for (std::size_t k = c + 1; k < n; ++k) b[c] -= a[c][k] * b[k];
        b[c] /= a[c][c];
    }
    return b;
}

std::vector<Vec3> second_derivatives(const std::vector<double>& x, const std::vector<Vec3>& y)
{
    const std::size_t n = y.size();
    if (n < 3) return std::vector<Vec3>(n, Vec3(0));
    std::vector<double> h(n - 1);
    std::vector<Vec3> d(n - 1);
    for (std::size_t i = 0; i + 1 < n; ++i) {
        h[i] = x[i + 1] - x[i];
        d[i] = (y[i + 1] - y[i]) / h[i];
    }
    if (n == 3) return std::vector<Vec3>(3, 2.0 * (d[1] - d[0]) / (h[0] + h[1]));  // a parabola
    std::vector<std::vector<double>> a(n, std::vector<double>(n, 0.0));
    std::vector<Vec3> b(n, Vec3(0));
    for (std::size_t i = 1; i + 1 < n; ++i) {
        a[i][i - 1] = h[i - 1];
        a[i][i] = 2 * (h[i - 1] + h[i]);
        a[i][i + 1] = h[i];
        b[i] = 6.0 * (d[i] - d[i - 1]);
    }
    // Not a knot: the third derivative runs on through the second and the last but one point.
    a[0][0] = h[1];
    a[0][1] = -(h[0] + h[1]);
    a[0][2] = h[0];
    a[n - 1][n - 3] = h[n - 2];
    a[n - 1][n - 2] = -(h[n - 3] + h[n - 2]);
    a[n - 1][n - 1] = h[n - 3];
    return solve(std::move(a), std::move(b));
}

}  // namespace

Curve::Curve(std::vector<Vec3> points) : point_(std::move(points))
{
    GENU_ASSERT(point_.size() >= 2);
    knot_.push_back(0);
    for (std::size_t i = 1; i < point_.size(); ++i) knot_.push_back(knot_.back() + std::max(1e-6, glm::distance(point_[i], point_[i - 1])));
    bend_ = second_derivatives(knot_, point_);
}

std::size_t Curve::segment(double s) const
{
    const auto after = std::upper_bound(knot_.begin(), knot_.end(), s);
    const auto i = after - knot_.begin() - 1;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, static_cast<std::ptrdiff_t>(knot_.size()) - 2));
}

Vec3 Curve::at(double s) const
{
    if (s < 0) return point_.front() + s * tangent(0);
    if (s > length()) return point_.back() + (s - length()) * tangent(length());
    const std::size_t i = segment(s);
    const double h = knot_[i + 1] - knot_[i];
    const double a = (knot_[i + 1] - s) / h, b = (s - knot_[i]) / h;
    return a * point_[i] + b * point_[i + 1] + ((a * a * a - a) * bend_[i] + (b * b * b - b) * bend_[i + 1]) * (h * h / 6);
}

Vec3 Curve::tangent(double s) const
{
    s = std::clamp(s, 0.0, length());
    const std::size_t i = segment(s);
    const double h = knot_[i + 1] - knot_[i];
    const double a = (knot_[i + 1] - s) / h, b = (s - knot_[i]) / h;
    const Vec3 t = (point_[i + 1] - point_[i]) / h + ((3 * b * b - 1) * bend_[i + 1] - (3 * a * a - 1) * bend_[i]) * (h / 6);
    const double length = glm::length(t);
    return length > 1e-9 ? t / length : glm::normalize(point_[i + 1] - point_[i] + Vec3(0, 1e-12, 0));
}

double monotone_slope(double h0, double h1, double d0, double d1)
{
    if (d0 * d1 <= 0) return 0;
    const double w0 = 2 * h1 + h0, w1 = h1 + 2 * h0;
    return (w0 + w1) / (w0 / d0 + w1 / d1);
}

double monotone_end_slope(double h0, double h1, double d0, double d1)
{
    const double slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
    if (slope * d0 <= 0) return 0;
    if (d0 * d1 <= 0 && std::abs(slope) > 3 * std::abs(d0)) return 3 * d0;
    return slope;
}

MonotoneRows::MonotoneRows(std::vector<double> x, std::vector<std::vector<double>> rows) : x_(std::move(x)), row_(std::move(rows))
{
    GENU_ASSERT(x_.size() == row_.size() && x_.size() >= 2);
    const std::size_t n = x_.size(), width = row_.front().size();
    slope_.assign(n, std::vector<double>(width, 0.0));
    for (std::size_t k = 0; k < width; ++k) {
        std::vector<double> h(n - 1), d(n - 1);
        for (std::size_t i = 0; i + 1 < n; ++i) {
            h[i] = x_[i + 1] - x_[i];
            d[i] = (row_[i + 1][k] - row_[i][k]) / h[i];
        }
        if (n == 2) {
            slope_[0][k] = slope_[1][k] = d[0];
            continue;
        }
        for (std::size_t i = 1; i + 1 < n; ++i) slope_[i][k] = monotone_slope(h[i - 1], h[i], d[i - 1], d[i]);
        slope_[0][k] = monotone_end_slope(h[0], h[1], d[0], d[1]);
        slope_[n - 1][k] = monotone_end_slope(h[n - 2], h[n - 3], d[n - 2], d[n - 3]);
    }
}

void MonotoneRows::at(double x, std::vector<double>& row) const
{
    x = std::clamp(x, x_.front(), x_.back());
    const auto after = std::upper_bound(x_.begin(), x_.end(), x) - x_.begin() - 1;
    const auto i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(after, 0, static_cast<std::ptrdiff_t>(x_.size()) - 2));
    const double h = x_[i + 1] - x_[i], t = (x - x_[i]) / h;
    const double t2 = t * t, t3 = t2 * t;
    row.resize(row_[i].size());
    for (std::size_t k = 0; k < row.size(); ++k) {
        row[k] = (2 * t3 - 3 * t2 + 1) * row_[i][k] + (t3 - 2 * t2 + t) * h * slope_[i][k] +
                 (3 * t2 - 2 * t3) * row_[i + 1][k] + (t3 - t2) * h * slope_[i + 1][k];
    }
}

PolylinePlace nearest_on(const std::vector<Vec3>& line, const Vec3& p)
{
    PolylinePlace best{0, std::numeric_limits<double>::max()};
    double before = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Vec3 d = line[i + 1] - line[i];
        const double length = glm::length(d);
        const double t = length > 0 ? std::clamp(glm::dot(p - line[i], d) / (length * length), 0.0, 1.0) : 0.0;
        const double distance = glm::distance(p, line[i] + t * d);
        if (distance < best.distance) best = {before + t * length, distance};
        before += length;
    }
    return best;
}

double length_of(const std::vector<Vec3>& line)
{
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) length += glm::distance(line[i], line[i + 1]);
    return length;
}

Vec3 point_along(const std::vector<Vec3>& line, double along)
{
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double length = glm::distance(line[i], line[i + 1]);
        if (along <= length || i + 2 == line.size()) return line[i] + (length > 0 ? along / length : 0.0) * (line[i + 1] - line[i]);
        along -= length;
    }
    return line.front();
}

}  // namespace genu::builder
