#include "app/label_aim.hpp"

#include <algorithm>

namespace genu {

void LabelAim::look(Renderer& renderer, const Frame& frame, float aspect)
{
    seen_m_.clear();
    if (frame.labels.empty()) return;
    for (const Renderer::Seen& s : renderer.seen(frame, aspect)) seen_m_[s.id] = s.point_m;
}

void LabelAim::apply(Frame& frame) const
{
    std::erase_if(frame.labels, [&](Label& label) {
        const auto seen = seen_m_.find(label.id);
        const bool is_seen = seen != seen_m_.end();
        if (is_seen) label.anchor_m = seen->second;
        label.behind = !is_seen && !label.is_veil;
        return !is_seen && !label.strong;
    });
}

}  // namespace genu
