#pragma once
// Light from all round that reaches each point at rest, baked once.
#include <memory>
#include <vector>

#include "builder/field.hpp"

namespace genu::builder {

/// Which solid fills each cell of a coarse grid.
class Fullness {
public:
    Fullness(const Box& box, double cell_mm);
    /// `owner` from 1 on. Bones and the like stay dark for everybody even when their neighbours are hidden.
    void fill(const TriMesh& mesh, std::uint16_t owner);
    std::uint16_t owner_at(const Vec3& p) const;
    double cell_mm() const { return cell_; }
private:
    Vec3 low_;
    double cell_;
    glm::ivec3 size_;
    std::vector<std::uint16_t> owner_;
};

struct LightOptions {
    double reach_mm = 45;
    int rays = 40;
};

/// 0 dark … 1 open, per point. Half of it counts only the structure itself and what is never hidden (`lasting`, by
/// owner), so that a deep muscle is not black once its neighbours are peeled away.
std::vector<float> light_of(const TriMesh& mesh, const std::vector<Vec3>& normal, std::uint16_t owner, const Fullness& fullness,
                            const std::vector<bool>& lasting, const LightOptions& options);

}  // namespace genu::builder
