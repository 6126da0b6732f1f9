#pragma once
// Which solid structures a picture shows at all. Most of a leg lies hidden, and what is drawn again of the same picture
// need not hold it. Unlike HiddenItems this knows it for sure and waits for the answer.
#include <cstdint>
#include <unordered_map>

#include "render/gl_handle.hpp"

namespace genu {

class SeenItems {
public:
    /// Round a structure's draw, over the depth of all of them.
    void watch(std::uint32_t mesh);
    void watched() const;
    bool is_seen(std::uint32_t mesh) const;

private:
    std::unordered_map<std::uint32_t, GlQuery> queries_;
};

}  // namespace genu
