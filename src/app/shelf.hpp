#pragma once
// Saved views as files: NAME.json, with NAME.png beside it, in one folder of the reader.
#include <functional>

#include "base/image.hpp"
#include "base/user_folders.hpp"
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// {"genu": "view", "name", "note", "view": {…}}
std::string text_of(const SavedView& saved);
Result<SavedView> saved_view_from(const Json& json, const Library& library, const fs::path& file);

class Shelf {
public:
    explicit Shelf(fs::path folder) : folder_(std::move(folder)) {}

    /// Those that can be read; what is wrong with others goes to `problems`, and they stay where they are.
    std::vector<SavedView> load(const Library& library, Problems& problems);

    using Picture = std::function<std::optional<Image>()>;
    /// The files follow the state: new and renamed views are written, deleted ones lie in "deleted" from then on, and what
    /// undo brings back comes back. `picture` draws what is shown now. True when something changed.
    bool follow(const AppState& state, const Picture& picture, Problems& problems);

    fs::path picture_of(const std::string& id) const { return folder_ / (id + ".png"); }

private:
    void write(const SavedView& saved, const Picture* picture, Problems& problems);
    void move(const std::string& id, const fs::path& from, const fs::path& to);

    fs::path folder_;
    std::vector<SavedView> known_;     ///< as their files are
    std::set<std::string> deleted_;
};

/// No wider than this, by averaging; the picture beside a saved view.
Image made_small(const Image& image, int width);

}  // namespace genu
