// Rules over every panel, size and word.
#include <fstream>
#include <regex>
#include <sstream>

#include "support/catch.hpp"
#include "ui_fixture.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

const std::vector<Panel> kPanels = {Panel::explore, Panel::explain, Panel::learn, Panel::motion};

/// Everything that can be on the screen at once.
Commands busy_state(Panel panel)
{
    return {cmd::SetPanel{panel, true}, cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}, cmd::Select{StructureId("muscle.popliteus")},
            cmd::SetLabels{true}, cmd::ChooseExercise{ExerciseId("exercise.gastroc_wall")}, cmd::Say{"A line to the reader."}};
}

bool overlap(const PixelRect& a, const PixelRect& b)
{
    // One shared row of pixels comes from rounding to whole pixels.
    return a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
}

bool can_be_pressed(const WidgetRect& w) { return w.kind != "text" && w.kind != "label"; }

void check_no_overlap(const UiFixture& ui)
{
    const std::vector<WidgetRect>& all = ui.out.widgets;
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size(); ++b) {
            if (all[a].panel != all[b].panel || !can_be_pressed(all[a]) || !can_be_pressed(all[b])) continue;
            INFO(all[a].panel << ": \"" << all[a].label << "\" and \"" << all[b].label << "\"");
            CHECK_FALSE(overlap(all[a].rect_px, all[b].rect_px));
        }
    }
}

}  // namespace

TEST_CASE("no widget lies on another of the same panel")
{
    const auto [scale, width, height] = GENERATE(std::tuple{1.0, 1440, 900}, std::tuple{2.0, 1280, 720}, std::tuple{1.0, 1024, 700}, std::tuple{2.5, 1920, 1080});
    UiFixture ui(scale, width, height);
    for (const Panel panel : kPanels) {
        ui.apply({cmd::SetPanel{panel, true}});
        check_no_overlap(ui);
        ui.apply(busy_state(panel));
        check_no_overlap(ui);
        ui.apply({cmd::ChooseExercise{}, cmd::Select{}, cmd::ChooseCondition{}});
    }
}

TEST_CASE("every panel draws at any size without a broken promise")
{
    const auto [scale, width, height] = GENERATE(std::tuple{1.0, 320, 240}, std::tuple{1.0, 1, 1}, std::tuple{2.5, 320, 240}, std::tuple{1.0, 3840, 2160}, std::tuple{2.0, 1, 900});
    UiFixture ui(scale, width, height);
    for (const Panel panel : kPanels) {
        ui.apply({cmd::SetPanel{panel, true}});
        ui.apply(busy_state(panel));
        ui.apply({cmd::Tick{FindingId("symptom.g_lung"), true}});
        ui.apply({cmd::StartTour{test_library().knowledge.tours.front().id}});
        CHECK(ui.out.picture_px.width >= 1);
        CHECK(ui.out.picture_px.height >= 1);
        CHECK(ui.out.picture_px.x + ui.out.picture_px.width <= width + 1);
    }
}

TEST_CASE("both themes and every size of the window are drawn from the same panels")
{
    UiFixture ui;
    ui.apply({cmd::SetTheme{true}});
    ui.resize(1.5, 1600, 1000);
    ui.frames(3);
    CHECK(ui.sees(ui.word("rail.explain"), "rail"));
    ui.resize(1, 1440, 900);
    ui.frames(3);
    CHECK(ui.sees(ui.word("rail.explain"), "rail"));
}

TEST_CASE("every word that the panels ask for is in the English file")
{
    const std::map<std::string, std::string>& words = test_library().texts.all();
    const std::regex call(R"re(\b(?:word|texts)\((?:std::string\()?"([a-z_]+\.[a-z_.0-9]*)")re"), listed(R"re("(help\.[a-z_.]+)")re");
    int found = 0;
    for (const char* folder : {"src/ui", "src/session", "src/app"}) {
        for (const fs::path& file : files_below(fs::path(GENU_SOURCE_DIR) / folder, ".cpp")) {
            std::ifstream in(file);
            std::stringstream all;
            all << in.rdbuf();
            const std::string source = all.str();
            for (const std::regex& pattern : {call, listed}) {
                for (std::sregex_iterator it(source.begin(), source.end(), pattern), end; it != end; ++it) {
                    const std::string key = (*it)[1];
                    ++found;
                    INFO(file.filename().string() << ": " << key);
                    // A key that ends in a dot is the beginning of a family.
                    const auto at = words.lower_bound(key);
                    CHECK((key.back() == '.' ? at != words.end() && at->first.starts_with(key) : words.contains(key)));
                }
            }
        }
    }
    CHECK(found > 150);
}

TEST_CASE("every member of a family of words has its word")
{
    const Library& library = test_library();
    const auto has = [&](const std::string& key) {
        INFO(key);
        CHECK(library.texts.all().contains(key));
    };
    for (int i = 0; i < kLayerCount; ++i) has("layer." + std::to_string(i));
    for (const Band b : {Band::keep_in_mind, Band::fits_partly, Band::fits_well}) has(std::string("band.") + name_of(b));
    for (const Role r : {Role::primary, Role::secondary, Role::referred}) has(std::string("role.") + name_of(r));
    for (const Urgency u : {Urgency::routine, Urgency::urgent_days, Urgency::same_day, Urgency::emergency_now}) {
        has(std::string("urgency.") + name_of(u));
        has(std::string("urgency.card.") + name_of(u));
    }
    for (const std::string& joint : joint_axis_names()) {
        has("joint." + joint);
        has("joint.clinical." + joint);
    }
    for (const StandardView& v : library.views) has("view." + v.name);
    for (const Structure& s : library.catalogue.structures()) {
        has("group." + s.group);
        has("evidence." + s.evidence.grade);
        for (const auto& fact : s.facts) has("fact." + fact.first);
    }
    for (const Condition& c : library.knowledge.conditions) {
        has("tier." + c.tier);
        for (const auto& part : c.plain) has("text." + part.first);
        for (const auto& part : c.clinical) has("text." + part.first);
    }
    for (const Exercise& e : library.knowledge.exercises) {
        has("kind." + e.kind);
        if (!e.posture.empty()) has("motion.posture." + e.posture);
        if (!e.bias.empty()) has("motion.bias." + e.bias);
    }
    for (const Myth& m : library.knowledge.myths) has("myth." + m.verdict);
    for (const Source& s : library.catalogue.sources()) has("sources.read." + s.read);
}

TEST_CASE("keys do what the help page says")
{
    UiFixture ui;
    ui.press(compat::Key::three);
    REQUIRE(ui.emitted<cmd::SetView>());
    CHECK(ui.emitted<cmd::SetView>()->name == "medial");
    ui.apply({cmd::Select{StructureId("muscle.popliteus")}});
    ui.press(compat::Key::h);
    CHECK(ui.state.view.hidden.contains(StructureId("muscle.popliteus")));
    ui.press(compat::Key::i);
    CHECK(ui.state.view.isolated.contains(StructureId("muscle.popliteus")));
    ui.press(compat::Key::f);
    CHECK(ui.emitted<cmd::FitSelected>());
    ui.press(compat::Key::x);
    CHECK(ui.state.view.xray);
    ui.press(compat::Key::l);
    CHECK(ui.state.view.labels);
    ui.press(compat::Key::escape);
    CHECK(ui.state.view.selected.is_none());
    ui.press(compat::Key::f1);
    CHECK(ui.reads(ui.word("help.title"), "help"));
    ui.click(ui.word("word.close"), "help");
    CHECK_FALSE(ui.reads(ui.word("help.title"), "help"));
}

TEST_CASE("the theme, side and view menu of the top bar give their commands")
{
    UiFixture ui(1, 1920, 1080);
    ui.click(ui.word("top.theme_light"), "top");
    CHECK(ui.state.settings.light_theme);
    ui.click(ui.word("top.side_left"), "top");
    CHECK(ui.state.view.left_side);
    ui.click(ui.word("top.views"), "top");
    ui.click(ui.word("view.lateral"), "views");
    REQUIRE(ui.emitted<cmd::SetView>());
    CHECK(ui.emitted<cmd::SetView>()->name == "lateral");
    ui.click(ui.word("rail.settings"), "rail");
    ui.click(ui.word("settings.latin"), "settings");
    CHECK(ui.state.settings.latin);
    ui.click(ui.word("settings.latin_beside"), "settings");
    CHECK(ui.state.settings.latin_beside);
    ui.click(ui.word("settings.latin"), "settings");
    CHECK_FALSE(ui.state.settings.latin_beside);
}

TEST_CASE("a narrow window keeps every tool, in the bar or behind More")
{
    UiFixture ui(2, 1280, 720);
    REQUIRE(ui.sees(ui.word("top.more"), "top"));
    ui.click(ui.word("top.more"), "top");
    for (const char* key : {"top.undo", "top.redo", "top.views", "top.side_left", "top.register_plain", "top.theme_light", "top.help"}) {
        INFO(key);
        CHECK((ui.sees(ui.word(key), "top") || ui.sees(ui.word(key), "more")));
    }
}

TEST_CASE("a tooltip waits 600 ms")
{
    UiFixture ui;
    const auto undo = ui.find(ui.word("top.redo"), "top");
    const auto views = ui.find(ui.word("top.views"), "top");
    REQUIRE(views);
    REQUIRE(undo);
    ui.point_at(*views);
    ui.frames(3);
    CHECK(ui.out.wants_frame);
    ui.frames(40);
    CHECK_FALSE(ui.out.wants_frame);
}

TEST_CASE("the pointer over a panel is wanted, over the picture it is not")
{
    UiFixture ui;
    ui.point_at(*ui.find(ui.word("rail.learn"), "rail"));
    ui.frames(2);
    CHECK(ui.out.wants_mouse);
    const PixelRect& p = ui.out.picture_px;
    compat::move_mouse({static_cast<float>(p.x + p.width / 2), static_cast<float>(p.y + p.height / 2)});
    ui.frames(2);
    CHECK_FALSE(ui.out.wants_mouse);
}
