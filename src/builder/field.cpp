#include "builder/field.hpp"

#include <algorithm>
#include <cmath>

#include "base/assert.hpp"

namespace genu::builder {

Field::Field(double voxel_mm, const Box& box) : voxel_(voxel_mm), box_(box)
{
    if (box.empty()) return;
    const glm::ivec3 first = glm::ivec3(glm::floor(box.low / voxel_)) - 1;
    const glm::ivec3 last = glm::ivec3(glm::ceil(box.high / voxel_)) + 1;
    low_ = brick_of(first);
    size_ = brick_of(last) - low_ + 1;
    table_.assign(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y) * static_cast<std::size_t>(size_.z), -1);
}

std::int32_t Field::brick_index(glm::ivec3 v) const
{
    const glm::ivec3 b = brick_of(v);
    return has_place(b) ? table_[place_of(b)] : -1;
}

Field::Brick& Field::brick_at(glm::ivec3 v)
{
    GENU_ASSERT(reaches(v));
    const glm::ivec3 b = brick_of(v);
    std::int32_t& index = table_[place_of(b)];
    if (index < 0) {
        index = static_cast<std::int32_t>(brick_.size());
        brick_.emplace_back();
        brick_.back().low = kBrick * b;
        brick_.back().value.fill(far_outside());
    }
    return brick_[static_cast<std::size_t>(index)];
}

bool Field::has_bricks_in(const Box& box) const
{
    if (!box_.meets(box)) return false;
    const glm::ivec3 from = glm::max(brick_of(glm::ivec3(glm::floor(box.low / voxel_))), low_);
    const glm::ivec3 to = glm::min(brick_of(glm::ivec3(glm::ceil(box.high / voxel_))), low_ + size_ - 1);
    for (int z = from.z; z <= to.z; ++z) {
        for (int y = from.y; y <= to.y; ++y) {
            for (int x = from.x; x <= to.x; ++x) if (table_[place_of({x, y, z})] >= 0) return true;
        }
    }
    return false;
}

double Field::sample(const Vec3& p) const
{
    const Vec3 g = p / voxel_;
    const glm::ivec3 v(glm::floor(g));
    const Vec3 f = g - Vec3(v);
    double sum = 0;
    for (int k = 0; k < 8; ++k) {
        const glm::ivec3 step(k & 1, (k >> 1) & 1, k >> 2);
        const double weight = (step.x ? f.x : 1 - f.x) * (step.y ? f.y : 1 - f.y) * (step.z ? f.z : 1 - f.z);
        if (weight > 0) sum += weight * at(v + step);
    }
    return sum;
}

Vec3 Field::gradient(const Vec3& p) const
{
    const double h = 0.5 * voxel_;
    const Vec3 x(h, 0, 0), y(0, h, 0), z(0, 0, h);
    return Vec3(sample(p + x) - sample(p - x), sample(p + y) - sample(p - y), sample(p + z) - sample(p - z)) / (2 * h);
}

Field united(const Field& a, const Field& b)
{
    Box box = a.box();
    box.add(b.box());
    Field both(a.voxel_mm(), box);
    for (const Field* part : {&a, &b}) {
        for (const Field::Brick& source : part->bricks()) {
            Field::Brick& target = both.brick_at(source.low);
            for (std::size_t i = 0; i < target.value.size(); ++i) target.value[i] = std::min(target.value[i], source.value[i]);
        }
    }
    return both;
}

Field field_of(const std::function<double(const Vec3&)>& value, const Box& box, double voxel_mm, double steepness)
{
    Field field(voxel_mm, box);
    const glm::ivec3 low = glm::ivec3(glm::floor(box.low / voxel_mm)) >> 3;
    const glm::ivec3 high = glm::ivec3(glm::ceil(box.high / voxel_mm)) >> 3;
    const double reach = steepness * voxel_mm * (0.5 * std::sqrt(3.0) * Field::kBrick + Field::kBand);
    for (int bz = low.z; bz <= high.z; ++bz) {
        for (int by = low.y; by <= high.y; ++by) {
            for (int bx = low.x; bx <= high.x; ++bx) {
                const glm::ivec3 first = Field::kBrick * glm::ivec3(bx, by, bz);
                const double middle = value(voxel_mm * (Vec3(first) + 0.5 * (Field::kBrick - 1)));
                if (middle > reach) continue;
                Field::Brick& brick = field.brick_at(first);
                if (middle < -reach) {
                    brick.value.fill(static_cast<float>(middle));
                    continue;
                }
                for (int z = 0; z < Field::kBrick; ++z) {
                    for (int y = 0; y < Field::kBrick; ++y) {
                        for (int x = 0; x < Field::kBrick; ++x) {
                            brick.at(x, y, z) = static_cast<float>(value(voxel_mm * Vec3(first + glm::ivec3(x, y, z))));
                        }
                    }
                }
            }
        }
    }
    return field;
}

}  // namespace genu::builder
