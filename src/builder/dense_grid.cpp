#include "builder/dense_grid.hpp"

#include <algorithm>
#include <cmath>

#include "builder/parallel.hpp"

namespace genu::builder {

namespace {

// One step of the eikonal equation (Zhao 2005): the distance that follows from the nearest value along each axis.
float from_neighbours(float a, float b, float c, float h)
{
    if (a > b) std::swap(a, b);
    if (b > c) std::swap(b, c);
    if (a > b) std::swap(a, b);
    float d = a + h;
    if (d <= b) return d;
    d = 0.5f * (a + b + std::sqrt(std::max(0.0f, 2 * h * h - (a - b) * (a - b))));
    if (d <= c) return d;
    const float sum = a + b + c;
    return (sum + std::sqrt(std::max(0.0f, sum * sum - 3 * (a * a + b * b + c * c - h * h)))) / 3;
}

void sweep(DenseGrid& grid, const std::vector<bool>& fixed, float reach, bool x_up, bool y_up, bool z_up)
{
    const glm::ivec3 n = grid.size();
    const float h = static_cast<float>(grid.voxel_mm());
    float* value = grid.values().data();
    const std::ptrdiff_t row = n.x, layer = static_cast<std::ptrdiff_t>(n.x) * n.z;
    for (int j = 0; j < n.y; ++j) {
        const int y = y_up ? j : n.y - 1 - j;
        for (int k = 0; k < n.z; ++k) {
            const int z = z_up ? k : n.z - 1 - k;
            for (int i = 0; i < n.x; ++i) {
                const int x = x_up ? i : n.x - 1 - i;
                const std::ptrdiff_t at = y * layer + z * row + x;
                if (fixed[static_cast<std::size_t>(at)]) continue;
                const float a = std::min(x > 0 ? value[at - 1] : reach, x + 1 < n.x ? value[at + 1] : reach);
                const float b = std::min(z > 0 ? value[at - row] : reach, z + 1 < n.z ? value[at + row] : reach);
                const float c = std::min(y > 0 ? value[at - layer] : reach, y + 1 < n.y ? value[at + layer] : reach);
                if (std::min({a, b, c}) >= reach) continue;
                value[at] = std::min(value[at], std::min(reach, from_neighbours(a, b, c, h)));
            }
        }
    }
}

// A running mean along one axis, in place.
void box_mean(float* first, std::ptrdiff_t step, int count, int half, std::vector<float>& line)
{
    line.resize(static_cast<std::size_t>(count + 2 * half));
    for (int i = 0; i < count + 2 * half; ++i) line[static_cast<std::size_t>(i)] = first[std::clamp(i - half, 0, count - 1) * step];
    double sum = 0;
    const int width = 2 * half + 1;
    for (int i = 0; i < width - 1; ++i) sum += static_cast<double>(line[static_cast<std::size_t>(i)]);
    for (int i = 0; i < count; ++i) {
        sum += static_cast<double>(line[static_cast<std::size_t>(i + width - 1)]);
        first[i * step] = static_cast<float>(sum / width);
        sum -= static_cast<double>(line[static_cast<std::size_t>(i)]);
    }
}

}  // namespace

DenseGrid::DenseGrid(double voxel_mm, const Box& box, float value)
    : voxel_(voxel_mm), low_(glm::ivec3(glm::floor(box.low / voxel_mm))), size_(glm::ivec3(glm::ceil(box.high / voxel_mm)) - low_ + 1)
{
    value_.assign(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y) * static_cast<std::size_t>(size_.z), value);
}

double DenseGrid::sample(const Vec3& p) const
{
    const Vec3 g = glm::clamp(p / voxel_ - Vec3(low_), Vec3(0), Vec3(size_) - 1.001);
    const glm::ivec3 v(g);
    const Vec3 f = g - Vec3(v);
    const auto along_x = [&](int y, int z) {
        const std::size_t at = index(v.x, y, z);
        return (1 - f.x) * static_cast<double>(value_[at]) + f.x * static_cast<double>(value_[at + 1]);
    };
    const double near = (1 - f.z) * along_x(v.y, v.z) + f.z * along_x(v.y, v.z + 1);
    const double far = (1 - f.z) * along_x(v.y + 1, v.z) + f.z * along_x(v.y + 1, v.z + 1);
    return (1 - f.y) * near + f.y * far;
}

void DenseGrid::for_each_layer(const std::function<void(int y)>& work)
{
    for_each_parallel(static_cast<std::size_t>(size_.y), [&](std::size_t y) { work(static_cast<int>(y)); });
}

void spread_distance(DenseGrid& grid, float known, float reach)
{
    std::vector<bool> fixed(grid.values().size());
    for (std::size_t i = 0; i < fixed.size(); ++i) {
        fixed[i] = grid.values()[i] < known;
        if (!fixed[i]) grid.values()[i] = reach;
    }
    for (int k = 0; k < 8; ++k) sweep(grid, fixed, reach, (k & 1) == 0, (k & 2) == 0, (k & 4) == 0);
}

DenseGrid closed(const DenseGrid& distance, double radius_mm, double reach_mm)
{
    DenseGrid back = distance;
    const float radius = static_cast<float>(radius_mm), band = 1.5f * static_cast<float>(distance.voxel_mm());
    // How far it is from here to where the ball of this radius finds room.
    for (float& v : back.values()) v = radius - v;
    spread_distance(back, band, static_cast<float>(reach_mm));
    for (std::size_t i = 0; i < back.values().size(); ++i) {
        const float out = distance.values()[i];
        back.values()[i] = out >= radius ? out : std::min(out, radius - back.values()[i]);
    }
    return back;
}

void blur(DenseGrid& grid, double sigma_mm)
{
    // Three running means come near to a bell; their variances add.
    const double width = std::sqrt(4 * sigma_mm * sigma_mm / (grid.voxel_mm() * grid.voxel_mm()) + 1);
    const int half = static_cast<int>(std::lround(0.5 * (width - 1)));
    if (half < 1) return;
    const glm::ivec3 n = grid.size();
    const std::ptrdiff_t row = n.x, layer = static_cast<std::ptrdiff_t>(n.x) * n.z;
    float* value = grid.values().data();
    grid.for_each_layer([&](int y) {
        std::vector<float> line;
        for (int pass = 0; pass < 3; ++pass) {
            for (int z = 0; z < n.z; ++z) box_mean(value + y * layer + z * row, 1, n.x, half, line);
            for (int x = 0; x < n.x; ++x) box_mean(value + y * layer + x, row, n.z, half, line);
        }
    });
    for_each_parallel(static_cast<std::size_t>(n.z), [&](std::size_t z) {
        std::vector<float> line;
        for (int pass = 0; pass < 3; ++pass) {
            for (int x = 0; x < n.x; ++x) box_mean(value + static_cast<std::ptrdiff_t>(z) * row + x, layer, n.y, half, line);
        }
    });
}

}  // namespace genu::builder
