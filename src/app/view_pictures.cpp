#include "app/view_pictures.hpp"

#include "render/picture_texture.hpp"

namespace genu {

void ViewPictures::follow(const Shelf& shelf, const std::vector<SavedView>& views)
{
    for (const SavedView& view : views) {
        std::error_code error;
        if (shown_.contains(view.id) || !fs::exists(shelf.picture_of(view.id), error)) continue;
        const Result<Image> image = read_png(shelf.picture_of(view.id));
        if (!image || image->width < 1) continue;
        GlTexture texture = texture_of(*image);
        shown_[view.id] = {texture.name(), image->width, image->height};
        textures_.push_back(std::move(texture));
    }
}

}  // namespace genu
