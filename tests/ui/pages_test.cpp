// What the doors leave behind: the page for the appointment, and what was learnt.
#include <cstdlib>
#include <fstream>

#include "app/answers_page.hpp"
#include "app/progress_file.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

/// A folder of its own, gone at the end.
struct PageFolder {
    fs::path path;
    PageFolder()
    {
        char name[] = "/tmp/genu_pages_XXXXXX";
        path = mkdtemp(name);
    }
    ~PageFolder()
    {
        std::error_code error;
        fs::remove_all(path, error);
    }
};

AppState told(const Commands& commands)
{
    AppState state = initial_state(test_library());
    update(state, test_library(), commands, 0);
    return state;
}

const std::string& plain_text(const char* id) { return test_library().knowledge.find(FindingId(id))->plain; }

}  // namespace

TEST_CASE("the page for the appointment holds the answers as they were given, whom to see, and fetches nothing")
{
    const AppState state = told({cmd::Tick{FindingId("symptom.loc_post_med"), true}, cmd::Tick{FindingId("symptom.lump_soft"), true},
                                 cmd::Deny{FindingId("symptom.hot_red"), true}, cmd::Skip{FindingId("symptom.night_rest"), true}});
    const std::string page = answers_page(state, test_library(), {}, "", "2026-11-22");
    const auto at = [&](const std::string& words) { return page.find(html_escaped(words)); };
    CHECK(at(plain_text("symptom.loc_post_med")) != std::string::npos);
    CHECK(at(plain_text("symptom.hot_red")) > at(test_library().texts("page.no")));
    CHECK(at(plain_text("symptom.night_rest")) > at(test_library().texts("page.unsure")));
    CHECK(page.find("2026-11-22") != std::string::npos);
    for (const char* outside : {"http:", "https:", "<script", "<link"}) CHECK(page.find(outside) == std::string::npos);
    CHECK(page.find('%') == std::string::npos);
}

TEST_CASE("with an emergency the page says so first and lists no causes")
{
    const AppState state = told({cmd::Tick{FindingId("symptom.g_lung"), true}, cmd::Tick{FindingId("symptom.loc_calf"), true}, cmd::Tick{FindingId("symptom.calf_swelling"), true}});
    REQUIRE(state.assessment.most_urgent() == Urgency::emergency_now);
    const std::string page = answers_page(state, test_library(), {}, "", "2026-11-22");
    const std::size_t warning = page.find(html_escaped(test_library().texts("urgency.card.emergency_now")));
    CHECK(warning != std::string::npos);
    CHECK(warning < page.find(html_escaped(test_library().texts("page.yes"))));
    CHECK(page.find(html_escaped(test_library().texts("explore.conditions"))) == std::string::npos);
}

TEST_CASE("a page never overwrites another")
{
    const PageFolder folder;
    const fs::path first = free_page_name(folder.path, "2026-11-22");
    std::ofstream(first) << "mine";
    CHECK(free_page_name(folder.path, "2026-11-22") != first);
}

TEST_CASE("what was learnt is there again after a start, and the file says that it is not the first one")
{
    const PageFolder folder;
    const fs::path path = folder.path / "genu" / "learning.json";
    AppState state = initial_state(test_library());
    ProgressFile file(path);
    CHECK_FALSE(file.exists());
    state.welcome = true;
    file.keep(state, test_library().texts);
    CHECK_FALSE(file.exists());   // while the first page is open nothing has been begun
    state.welcome = false;
    file.keep(state, test_library().texts);
    CHECK(file.exists());
    state.progress.note("name_it/bone.femur", true, 20000);
    file.keep(state, test_library().texts);

    AppState later = initial_state(test_library());
    ProgressFile(path).read(later, test_library().texts);
    CHECK(later.progress == state.progress);
    CHECK(later.message.empty());
    CHECK(later.today > 20000);
}

TEST_CASE("a file that cannot be read is named to the reader and kept, whatever happens next")
{
    const PageFolder folder;
    const fs::path path = folder.path / "learning.json";
    std::ofstream(path) << "{ half";
    AppState state = initial_state(test_library());
    ProgressFile file(path);
    file.read(state, test_library().texts);
    CHECK(state.message.find("learning.json") != std::string::npos);
    state.progress.note("name_it/bone.femur", true, 20000);
    file.keep(state, test_library().texts);
    bool kept = false;
    for (const auto& entry : fs::directory_iterator(folder.path)) {
        const Result<std::string> text = read_text(entry.path());
        kept = kept || (text && *text == "{ half");
    }
    CHECK(kept);
    AppState later = initial_state(test_library());
    ProgressFile(path).read(later, test_library().texts);
    CHECK(later.progress == state.progress);
}
