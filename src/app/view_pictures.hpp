#pragma once
// The pictures of saved views on the graphics card, for the list of them.
#include <map>

#include "app/shelf.hpp"
#include "render/gl_handle.hpp"
#include "ui/ui.hpp"

namespace genu {

class ViewPictures {
public:
    /// Reads the pictures of views that have none yet; a view without a picture has no entry.
    void follow(const Shelf& shelf, const std::vector<SavedView>& views);
    const std::map<std::string, UiPicture>& all() const { return shown_; }

private:
    std::map<std::string, UiPicture> shown_;
    std::vector<GlTexture> textures_;
};

}  // namespace genu
