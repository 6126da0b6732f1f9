#pragma once
// Labels point at what can be seen: a structure that is hidden behind others loses its label, or is named as hidden where
// it is what the picture is about.
#include <map>

#include "render/renderer.hpp"

namespace genu {

class LabelAim {
public:
    /// Looks anew at what this frame shows. Costs a small picture.
    void look(Renderer& renderer, const Frame& frame, float aspect);
    /// Moves the frame's labels to what was seen last and drops those of unseen structures; strong ones are told to be behind.
    void apply(Frame& frame) const;

private:
    std::map<StructureId, glm::vec3> seen_m_;
};

}  // namespace genu
