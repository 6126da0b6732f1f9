#pragma once
// Closed outlines in a section's plane.
#include <vector>

#include "builder/spec.hpp"

namespace genu::builder {

/// Points of an elliptic Fourier outline at equal parameter, about its own centre; counter-clockwise or not as written.
std::vector<Vec2> outline_points(const OutlineRow& row, int count);

double signed_area(const std::vector<Vec2>& outline);
double perimeter(const std::vector<Vec2>& outline);
Vec2 centroid(const std::vector<Vec2>& outline);
/// Negative inside.
double signed_distance(const std::vector<Vec2>& outline, Vec2 p);

/// How many points keep an outline of this half-width within `tolerance_mm` of the curve.
int points_round(double half_width_mm, std::size_t row_size, double tolerance_mm, int most);

}  // namespace genu::builder
