// Settings, session and saved views as files: nothing is lost, and what goes wrong is said.
#include <fstream>

#include "app/keeper.hpp"
#include "app/open_file.hpp"
#include "app/shelf.hpp"
#include "app/system_wishes.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

class Folder {
public:
    Folder()
    {
        char name[] = "/tmp/genu_keep_XXXXXX";
        path_ = mkdtemp(name);
    }
    ~Folder()
    {
        std::error_code error;
        fs::permissions(path_, fs::perms::owner_all, error);
        fs::remove_all(path_, error);
    }
    const fs::path& path() const { return path_; }
    UserFolders folders() const { return {path_, path_, path_}; }
    void write(const char* name, const std::string& text) const { std::ofstream(path_ / name) << text; }

private:
    fs::path path_;
};

const std::vector<std::string> kLanguages = {"en", "es"};

}  // namespace

TEST_CASE("settings and the session are written once they have rested, and read at the next start")
{
    const Folder folder;
    AppState state = initial_state(test_library());
    {
        Keeper keeper(folder.folders());
        state.settings = keeper.settings({}, kLanguages);
        CHECK_FALSE(keeper.session(test_library()));
        keeper.watch(state, 0);
        CHECK_FALSE(keeper.waits());
        update(state, test_library(), {cmd::SetTheme{true}, cmd::ChooseCondition{ConditionId("condition.dvt")}}, 1);
        keeper.watch(state, 1);
        CHECK(keeper.waits());
        CHECK_FALSE(fs::exists(folder.path() / "session.json"));
        keeper.watch(state, 4);
        CHECK_FALSE(keeper.waits());
        CHECK(keeper.take_words(test_library().texts).empty());
    }
    // The program was killed here: nothing was written at its end.
    Keeper next(folder.folders());
    CHECK(next.settings({}, kLanguages).light_theme);
    const std::optional<LastSession> session = next.session(test_library());
    REQUIRE(session);
    CHECK(session->view == state.view);
}

TEST_CASE("a file that cannot be understood is kept aside and said, and the program starts with what it has at first")
{
    const std::string broken = GENERATE("{\"theme\": \"light\"", "[]", "{\"ui_scale\": \"large\"}", "");
    const Folder folder;
    folder.write("settings.json", broken);
    folder.write("session.json", broken);
    Keeper keeper(folder.folders());
    CHECK(keeper.settings({}, kLanguages) == Settings{});
    CHECK_FALSE(keeper.session(test_library()));
    CHECK(fs::exists(folder.path() / "settings.json.broken"));
    CHECK(fs::exists(folder.path() / "session.json.broken"));
    CHECK_THAT(keeper.take_words(test_library().texts), ContainsSubstring("settings.json.broken"));
    CHECK(keeper.take_words(test_library().texts).empty());
    CHECK(*read_text(folder.path() / "settings.json.broken") == broken);
}

TEST_CASE("what another version keeps in the settings stays there")
{
    const Folder folder;
    folder.write("settings.json", R"({"theme": "dark", "of_tomorrow": 7})");
    Keeper keeper(folder.folders());
    AppState state = initial_state(test_library());
    state.settings = keeper.settings({}, kLanguages);
    state.settings.latin = true;
    keeper.watch(state, 0);
    keeper.write_now(state);
    const Result<Json> json = read_json(folder.path() / "settings.json");
    REQUIRE(json.ok());
    CHECK((*json)["of_tomorrow"] == 7);
    CHECK((*json)["latin"] == true);
}

TEST_CASE("a place that cannot be written to is said once, in a sentence with a way out")
{
    const Folder folder;
    folder.write("file", "in the way");
    Keeper keeper({folder.path() / "file" / "config", folder.path() / "file" / "state", {}});
    AppState state = initial_state(test_library());
    state.settings = keeper.settings({}, kLanguages);
    keeper.watch(state, 0);
    for (double t = 1; t < 20; t += 5) {
        state.settings.latin = !state.settings.latin;
        keeper.watch(state, t);
        keeper.watch(state, t + 3);
        const std::string words = keeper.take_words(test_library().texts);
        if (t == 1) CHECK_THAT(words, ContainsSubstring("--settings"));
        else CHECK(words.empty());
    }
}

TEST_CASE("saved views are text files with a picture beside them; a deleted one comes back with undo")
{
    const Folder folder;
    Shelf shelf(folder.path() / "views");
    Problems problems;
    AppState state = initial_state(test_library());
    CHECK(shelf.load(test_library(), problems).empty());
    const auto draw = [] {
        Image image;
        image.width = 1000;
        image.height = 500;
        image.rgba.assign(4 * 1000 * 500, 200);
        return std::optional<Image>(image);
    };
    update(state, test_library(), {cmd::ChooseCondition{ConditionId("condition.dvt")}, cmd::SaveView{"Clot", "calf"}}, 0);
    CHECK(shelf.follow(state, draw, problems));
    CHECK_FALSE(shelf.follow(state, draw, problems));
    const Result<Image> picture = read_png(shelf.picture_of("clot"));
    REQUIRE(picture.ok());
    CHECK(picture->width == 480);

    update(state, test_library(), {cmd::RenameView{"clot", "Clot in a vein", "calf"}}, 0);
    shelf.follow(state, draw, problems);
    Shelf again(folder.path() / "views");
    std::vector<SavedView> loaded = again.load(test_library(), problems);
    REQUIRE(loaded.size() == 1);
    CHECK(loaded[0] == state.saved_views[0]);
    CHECK(loaded[0].name == "Clot in a vein");

    update(state, test_library(), {cmd::DeleteView{"clot"}}, 0);
    shelf.follow(state, draw, problems);
    CHECK(again.load(test_library(), problems).empty());
    update(state, test_library(), {cmd::Undo{}}, 0);
    shelf.follow(state, draw, problems);
    CHECK(again.load(test_library(), problems).size() == 1);
    CHECK(fs::exists(shelf.picture_of("clot")));
    CHECK(problems.empty());
}

TEST_CASE("a dropped file is opened by what it is, and what it is not is said")
{
    const Folder folder;
    AppState state = initial_state(test_library());
    folder.write("mine.json", text_of({"mine", "Mine", "", state.view}));
    folder.write("script.json", R"([{"do": "set_layer", "layer": 4}])");
    folder.write("leg.glb", "glTF");
    folder.write("notes.txt", "hello");
    folder.write("other.json", R"({"a": 1})");
    const Result<Opened> view = open_path(folder.path() / "mine.json", test_library());
    REQUIRE(view.ok());
    CHECK(view->views.at(0).name == "Mine");
    CHECK(open_path(folder.path() / "script.json", test_library())->commands.size() == 1);
    CHECK(open_path(folder.path() / "leg.glb", test_library())->model == folder.path() / "leg.glb");
    const Result<Opened> all = open_path(folder.path(), test_library());
    REQUIRE(all.ok());
    CHECK(all->views.size() == 1);
    CHECK_FALSE(all->model.empty());
    for (const char* bad : {"notes.txt", "other.json", "missing.json"}) {
        const Result<Opened> opened = open_path(folder.path() / bad, test_library());
        REQUIRE_FALSE(opened.ok());
        CHECK_FALSE(opened.problems().front().hint.empty());
    }
}

TEST_CASE("what the desktop was told about motion and light is known before anything is chosen in Genu")
{
    const Folder folder;
    CHECK_FALSE(wishes_in_files(folder.path()).reduced_motion);
    fs::create_directories(folder.path() / "gtk-3.0");
    folder.write("gtk-3.0/settings.ini", "[Settings]\n gtk-enable-animations = 0\ngtk-application-prefer-dark-theme=false\nbroken line\n");
    CHECK(wishes_in_files(folder.path()).reduced_motion == true);
    CHECK(wishes_in_files(folder.path()).light_theme == true);

    const Folder kde;
    kde.write("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n[Other]\ngtk-enable-animations=1\n");
    CHECK(wishes_in_files(kde.path()).reduced_motion == true);

    CHECK(wishes_in_gsettings("false\n'prefer-dark'\n").reduced_motion == true);
    CHECK(wishes_in_gsettings("false\n'prefer-dark'\n").light_theme == false);
    CHECK_FALSE(wishes_in_gsettings("true\n'default'\n").light_theme);
    CHECK_FALSE(wishes_in_gsettings("").reduced_motion);
}
