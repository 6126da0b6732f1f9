#pragma once
// Adds a look to the mean of a picture at rest, and shows the mean.
#include "render/program.hpp"
#include "render/refinement.hpp"
#include "render/scene_buffers.hpp"
#include "render/target.hpp"

namespace genu {

class MeanPass {
public:
    static Result<MeanPass> create(const fs::path& folder);

    /// False where the driver cannot draw into what a mean needs.
    static bool prepare(Refinement& still);
    /// What the buffers hold within `part` (from the bottom left) becomes one of the looks.
    void add(const SceneBuffers& buffers, Refinement& still, PixelRect part) const;
    void show(const Refinement& still, const OffscreenTarget& target, PixelRect part) const;

private:
    Program program_;
};

}  // namespace genu
