#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

namespace genu {

/// Monotone cubic through rows sorted by x (Fritsch-Carlson slopes); held constant beyond the ends.
template <class Row, class X, class Y>
double monotone_cubic(const std::vector<Row>& rows, X x_of, Y y_of, double x)
{
    if (x <= x_of(rows.front())) return y_of(rows.front());
    if (x >= x_of(rows.back())) return y_of(rows.back());
    std::size_t i = 0;
    while (x > x_of(rows[i + 1])) ++i;
    const auto secant = [&](std::size_t k) { return (y_of(rows[k + 1]) - y_of(rows[k])) / (x_of(rows[k + 1]) - x_of(rows[k])); };
    const auto slope = [&](std::size_t k) {
        if (k == 0) return secant(0);
        if (k + 1 == rows.size()) return secant(k - 1);
        const double a = secant(k - 1), b = secant(k);
        return a * b <= 0 ? 0.0 : 2 * a * b / (a + b);
    };
    const double h = x_of(rows[i + 1]) - x_of(rows[i]);
    const double t = (x - x_of(rows[i])) / h;
    const double u = 1 - t;
    return y_of(rows[i]) * u * u * (1 + 2 * t) + y_of(rows[i + 1]) * t * t * (3 - 2 * t) +
           h * (slope(i) * t * u * u - slope(i + 1) * t * t * u);
}

}  // namespace genu
