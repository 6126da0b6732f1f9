#pragma once
// Which solid structures lie wholly behind others. Most of a leg does, and while it turns slowly what was hidden in one
// picture is hidden in the next: such structures are left out, and looked for again every other picture, so that what
// comes into sight is drawn a picture or two later. Only for pictures that move: at rest everything is drawn, or what the
// first of several looks from the same place has shown.
#include <unordered_map>
#include <vector>

#include "render/draw_list.hpp"
#include "render/gl_handle.hpp"

namespace genu {

class HiddenItems {
public:
    /// Learns from the last picture, and forgets all of it when this one is too different.
    void begin(const PictureView& view, const std::vector<DrawEntry>& entries);
    /// The next picture begins with all of them.
    void forget() { scene_.meshes.clear(); }
    bool hides(const DrawEntry& entry) const;
    /// Whether a hidden one is to be looked for in this picture.
    bool asks(const DrawEntry& entry) const;

    /// Round a draw that tells by what passes its depth test whether the structure can be seen.
    void watch(const DrawEntry& entry);
    void watched() const;

private:
    struct Asked { GlQuery query; bool is_asked = false; bool is_hidden = false; };
    /// What must stay as it was for the last picture to tell something about this one.
    struct Scene {
        std::vector<std::uint32_t> meshes;
        SectionPlane section;
        float mirror = 1;
        bool operator==(const Scene&) const = default;
    };
    bool is_near_last(const PictureView& view) const;

    std::unordered_map<std::uint32_t, Asked> asked_;  ///< by mesh
    Scene scene_;
    glm::mat4 view_{0};
    glm::mat4 projection_{0};
    unsigned number_ = 0;  ///< of the picture
};

}  // namespace genu
