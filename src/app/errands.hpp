#pragma once
// What a step of the state asks for outside of it: files, the clipboard, speech, pages. Long work runs beside the window,
// says that it does (AppState::busy) and can be ended.
#include "app/child_process.hpp"
#include "app/open_file.hpp"
#include "app/options.hpp"
#include "app/picture_work.hpp"
#include "base/user_folders.hpp"

namespace genu {

class Errands {
public:
    Errands(UserFolders folders, fs::path model) : folders_(std::move(folders)), model_(std::move(model)) {}

    /// What the window has to do now.
    struct Outcome {
        Commands commands;
        std::vector<SavedView> views;   ///< to put on the shelf; the first is to be shown
        std::string clipboard;
        fs::path model;
    };
    /// Takes the errands of the state, begins what is long, and notices what has ended.
    Outcome run(AppState& state, const Library& library);
    bool works() const { return handout_.running() || voice_.running() || picture_.running(); }

private:
    void open_file(const std::string& path, AppState& state, const Library& library, Outcome& outcome);
    void write_handout(const std::string& path, AppState& state, const Library& library);
    void write_picture(const Errand& errand, AppState& state, const Library& library);
    void write_text(const std::string& path, AppState& state, const Library& library);
    void speak(AppState& state, const Library& library);
    void notice_ends(AppState& state, const Library& library);
    void notice_picture(AppState& state, const Library& library);

    UserFolders folders_;
    fs::path model_;
    ChildProcess handout_, voice_;
    PictureWork picture_;
    fs::path page_;
    bool show_page_ = false;
};

}  // namespace genu
