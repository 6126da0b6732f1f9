#pragma once
// A picture or a film that is to be written into a file: what it holds and how large it is.
#include <cstdint>
#include <optional>
#include <string>

#include "session/style.hpp"

namespace genu {

inline constexpr int kLargestPicture = 16384;  ///< pixels of either side

struct PictureWish {
    std::string path;              ///< empty: among the reader's pictures
    int width = 1920, height = 1080;
    bool names = true;             ///< names at structures and notes, as they are shown
    bool legend = true;            ///< legend, scale and directions
    bool transparent = false;
    std::optional<Style> style;    ///< none: as it is shown
    bool operator==(const PictureWish&) const = default;
};

enum class FilmKind : std::uint8_t { pictures, webp, gif, mp4 };  ///< a folder of numbered pictures, or one file
const char* name_of(FilmKind kind);

struct FilmWish {
    PictureWish picture;
    FilmKind kind = FilmKind::pictures;
    bool exercise = false;         ///< the exercise shown, from its start to its end; else one turn of the leg
    double seconds = 6;            ///< of a turn
    double frames_per_second = 24;
    bool operator==(const FilmWish&) const = default;
};

/// What the system brings along; said by the app.
struct SystemMeans {
    std::string pictures_folder;   ///< where pictures go unless the reader says otherwise
    bool makes_webp = false, makes_mp4 = false;  ///< an encoder is installed (mp4: gif, too)
    bool operator==(const SystemMeans&) const = default;
};

}  // namespace genu
