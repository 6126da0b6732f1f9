#pragma once
// Bones by slices: the signed distances of neighbouring outlines, interpolated from slice to slice.
#include <vector>

#include "builder/spec.hpp"

namespace genu::builder {

/// One stack of slices as a function of space; negative inside. Not a true distance, but right in sign and zero.
class SliceField {
public:
    explicit SliceField(const SliceShape& shape);
    double operator()(const Vec3& p) const;
    Box box() const { return box_; }
private:
    /// Distances to one slice's outlines on a small raster.
    struct Raster {
        Vec2 low{0};
        int width = 0, height = 0;
        std::vector<float> value;
        double at(Vec2 p) const;
    };
    Raster raster_of(const Slice& slice) const;
    double slice_value(std::size_t i, Vec2 p) const { return raster_[i].at(p); }
    double between(double h, Vec2 p) const;
    double beyond(std::size_t slice, double tau, double past, double cap, Vec2 p) const;

    Vec3 axis_, u_, w_;
    double low_, high_;
    std::vector<double> height_;
    std::vector<Vec2> centre_;  // of each slice: outlines are compared in coordinates that follow them
    std::vector<Raster> raster_;
    Box box_;
};

/// Stacks faded into each other along y.
class BlendField {
public:
    explicit BlendField(const BlendShape& shape);
    double operator()(const Vec3& p) const;
    Box box() const;
private:
    std::vector<SliceField> part_;
    std::vector<std::array<double, 2>> zone_;
};

}  // namespace genu::builder
