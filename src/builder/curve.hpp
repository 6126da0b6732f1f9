#pragma once
// Interpolation along stations: a smooth spline for centres, a monotone one for widths (which must not overshoot).
#include <vector>

#include "builder/geometry.hpp"

namespace genu::builder {

/// Cubic spline (not-a-knot ends) through points, over the length of the chord from point to point.
class Curve {
public:
    explicit Curve(std::vector<Vec3> points);

    double length() const { return knot_.back(); }
    const std::vector<double>& knots() const { return knot_; }
    Vec3 at(double s) const;       ///< beyond the ends: straight on
    Vec3 tangent(double s) const;  ///< unit
private:
    std::size_t segment(double s) const;

    std::vector<Vec3> point_;
    std::vector<Vec3> bend_;  // second derivatives
    std::vector<double> knot_;
};

/// Piecewise cubic Hermite interpolation that keeps the data's monotony (Fritsch and Butland 1984), of rows of numbers.
class MonotoneRows {
public:
    MonotoneRows(std::vector<double> x, std::vector<std::vector<double>> rows);
    /// Writes as many numbers as a row has; constant beyond the ends.
    void at(double x, std::vector<double>& row) const;
private:
    std::vector<double> x_;
    std::vector<std::vector<double>> row_;
    std::vector<std::vector<double>> slope_;
};

/// Slope at x1 of the monotone cubic through three neighbouring points.
double monotone_slope(double h0, double h1, double d0, double d1);
/// Slope at the first of three points.
double monotone_end_slope(double h0, double h1, double d0, double d1);

/// Nearest place on a polyline: distance along it, and how far off.
struct PolylinePlace { double along; double distance; };
PolylinePlace nearest_on(const std::vector<Vec3>& line, const Vec3& p);
double length_of(const std::vector<Vec3>& line);
Vec3 point_along(const std::vector<Vec3>& line, double along);

}  // namespace genu::builder
