#include "ui/picture_words.hpp"

#include <cmath>

namespace genu {

namespace {

std::string direction_word(glm::vec3 d, bool mirrored)
{
    const glm::vec3 size = glm::abs(d);
    if (size.y > size.x && size.y > size.z) return d.y > 0 ? "up" : "down";
    if (size.z > size.x) return d.z > 0 ? "front" : "back";
    // A right leg's outer side is -X; a left leg is its mirror image.
    const bool outer = (d.x < 0) != mirrored;
    return outer ? "outer" : "inner";
}

}  // namespace

ScaleBar scale_bar(const Camera& camera, float height, float most)
{
    const double metres = 2.0 * static_cast<double>(camera.distance_m) * std::tan(0.5 * static_cast<double>(camera.fov_y_rad));
    if (!(metres > 0) || height < 1 || most < 1) return {};
    const double per_mm = static_cast<double>(height) / (1e3 * metres);
    ScaleBar bar;
    for (double decade = 1; decade <= 1000; decade *= 10) {
        for (const double step : {1.0, 2.0, 5.0}) {
            const double length = decade * step * per_mm;
            if (length > static_cast<double>(most)) return bar;
            bar = {static_cast<float>(length), decade * step};
        }
    }
    return bar;
}

PictureSides picture_sides(const Camera& camera, bool mirrored)
{
    const glm::mat4 view = view_matrix(camera);
    const glm::vec3 right(view[0][0], view[1][0], view[2][0]);
    return {direction_word(-right, mirrored), direction_word(right, mirrored)};
}

}  // namespace genu
