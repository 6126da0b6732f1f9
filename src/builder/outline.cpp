#include "builder/outline.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace genu::builder {

namespace {

using Complex = std::complex<double>;

struct Series { std::vector<Complex> forward, backward; };  // c_1, c_2, …; c_-1, c_-2, …

Series series_of(const OutlineRow& row)
{
    constexpr double kDegree = std::numbers::pi / 180;
    Series series;
    series.forward.push_back(std::polar(1.0, (row[2] + row[3]) * kDegree) * (0.5 * (row[0] + row[1])));
    series.backward.push_back(std::polar(1.0, (row[2] - row[3]) * kDegree) * (0.5 * (row[0] - row[1])));
    for (std::size_t k = 4; k + 3 < row.size(); k += 4) {
        series.forward.emplace_back(row[k], row[k + 1]);
        series.backward.emplace_back(row[k + 2], row[k + 3]);
    }
    return series;
}

}  // namespace

std::vector<Vec2> outline_points(const OutlineRow& row, int count)
{
    const Series series = series_of(row);
    std::vector<Vec2> points;
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const Complex step = std::polar(1.0, 2 * std::numbers::pi * i / count);
        Complex z = 0, turn = 1;
        for (std::size_t k = 0; k < series.forward.size(); ++k) {
            turn *= step;
            z += series.forward[k] * turn + series.backward[k] * std::conj(turn);
        }
        points.emplace_back(z.real(), z.imag());
    }
    return points;
}

double signed_area(const std::vector<Vec2>& outline)
{
    double two = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
        two += a.x * b.y - a.y * b.x;
    }
    return two / 2;
}

double perimeter(const std::vector<Vec2>& outline)
{
    double sum = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) sum += glm::distance(outline[i], outline[(i + 1) % outline.size()]);
    return sum;
}

Vec2 centroid(const std::vector<Vec2>& outline)
{
    Vec2 sum{0};
    double two = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
        const double cross = a.x * b.y - a.y * b.x;
        sum += cross * (a + b);
        two += cross;
    }
    return std::abs(two) > 1e-9 ? sum / (3 * two) : outline.front();
}

double signed_distance(const std::vector<Vec2>& outline, Vec2 p)
{
    double nearest = 1e30;
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Vec2 a = outline[j], d = outline[i] - a, v = p - a;
        const double square = glm::dot(d, d);
        const double t = square > 0 ? std::clamp(glm::dot(v, d) / square, 0.0, 1.0) : 0.0;
        const Vec2 off = v - t * d;
        nearest = std::min(nearest, glm::dot(off, off));
        if ((outline[i].y > p.y) != (a.y > p.y) && p.x < (a.x - outline[i].x) * (p.y - outline[i].y) / (a.y - outline[i].y) + outline[i].x) inside = !inside;
    }
    return inside ? -std::sqrt(nearest) : std::sqrt(nearest);
}

int points_round(double half_width_mm, std::size_t row_size, double tolerance_mm, int most)
{
    const double r = std::max(half_width_mm, 0.2);
    double count = std::numbers::pi / std::acos(std::max(0.0, 1 - tolerance_mm / r));
    if (row_size > 4) count = std::max(24.0, 1.3 * count);  // harmonics bend more sharply than the ellipse
    return std::clamp(2 * static_cast<int>(std::ceil(count / 2)), 8, most);
}

}  // namespace genu::builder
