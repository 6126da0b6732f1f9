// The twenty tasks of docs/tasks.md, done by hand and counted: a click, a key or a letter is one, a drag is one.
#include <fstream>
#include <functional>
#include <regex>
#include <sstream>

#include "app/pointer.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"
#include "ui_fixture.hpp"

using namespace genu;
using compat::Key;

namespace {

constexpr int kMost = 6;

class Hands {
public:
    UiFixture ui{1, 1600, 900};
    int count = 0;

    void click(const std::string& label, const std::string& panel) { ++count, ui.click(label, panel); }
    void key(Key key, bool ctrl = false) { ++count, ui.press(key, ctrl); }
    /// Every letter is one.
    void type(const std::string& letters) { count += static_cast<int>(letters.size()), ui.type(letters); }
    void find(const std::string& letters)
    {
        key(Key::k, true);
        type(letters);
        key(Key::enter);
        ui.frames(2);
    }
    /// A good turn of the wheel over a panel.
    void wheel(const std::string& panel)
    {
        ++count;
        for (const WidgetRect& w : ui.out.widgets) if (w.panel == panel) ui.point_at(w);
        ui.frames(2);
        for (int i = 0; i < 6; ++i) compat::wheel(-1), ui.frames(2);
    }
    void drag_in_picture()
    {
        ++count;
        Pointer pointer;
        pointer.tool = ui.state.tool;
        const PixelRect& p = ui.out.picture_px;
        compat::move_mouse({static_cast<float>(p.x + p.width / 2), static_cast<float>(p.y + p.height / 2)});
        ui.frames(2);
        for (int i = 0; i < 8; ++i) {
            pointer.position_px = {p.x + p.width / 2 + 10 * i, p.y + p.height / 2};
            pointer.left = i > 0 && i < 7;
            ui.apply(pointer.commands(ui.out, [](glm::ivec2) { return StructureId::none(); },
                                      [](glm::ivec2 at) { return Pointer::Aimed{StructureId::none(), glm::vec3(0.001f * static_cast<float>(at.x), 0, 0)}; }));
        }
    }
    const std::string& word(const std::string& key) const { return ui.word(key); }
    const ViewState& view() const { return ui.state.view; }
};

const Condition& condition(const char* id) { return *test_library().knowledge.find(ConditionId(id)); }

struct Task { std::string name; std::function<bool(Hands&)> done; };

/// In the order of docs/tasks.md.
std::vector<Task> tasks()
{
    return {
        {"Show a patient their cyst, posed, lit and in words", [](Hands& h) {
             h.find("bc");
             return h.view().condition == ConditionId("condition.popliteal_cyst") && h.ui.reads(condition("condition.popliteal_cyst").text("summary", false), "card");
         }},
        {"Show why the cyst is tight when the knee is straight", [](Hands& h) {
             h.find("bc");
             const std::string& worse = condition("condition.popliteal_cyst").text("feels_worse", false);
             for (int turns = 0; turns < 2 && !h.ui.reads(worse, "card"); ++turns) h.wheel("card");
             return !worse.empty() && h.ui.reads(worse, "card");
         }},
        {"Hold a cyst against a clot in a vein", [](Hands& h) {
             h.find("bc");
             h.click(h.word("compare.with"), "card");
             if (!h.ui.scroll_to(condition("condition.dvt").name, "compare")) return false;
             h.click(condition("condition.dvt").name, "compare");
             return h.view().compare_with == ConditionId("condition.dvt") && h.ui.reads(h.word("compare.differs"), "card");
         }},
        {"Print the page for a calf strain", [](Hands& h) {
             h.find("tl");  // tennis leg
             h.click(h.word("handout.button"), "card");
             return h.view().condition == ConditionId("condition.gastrocnemius_strain") && !h.ui.state.errands.empty() && h.ui.state.errands.back().kind == Errand::Kind::write_handout;
         }},
        {"Read the tests of a condition with their figures and sources", [](Hands& h) {
             h.find("bc");
             h.click(h.word("card.tab.tests"), "card");
             return h.ui.reads(h.word("tests.sensitivity"), "card");
         }},
        {"Find what the common fibular nerve supplies", [](Hands& h) {
             h.find("cfn");
             return h.view().selected == StructureId("nerve.common_fibular") && h.ui.reads(h.word("fact.motor"), "card");
         }},
        {"Show only the gracilis", [](Hands& h) {
             h.find("gra");
             if (h.view().selected != StructureId("muscle.gracilis")) return false;
             h.key(Key::i);
             return h.view().isolated.contains(StructureId("muscle.gracilis"));
         }},
        {"Look at the knee from its inner side", [](Hands& h) {
             h.key(Key::three);
             return h.ui.emitted<cmd::SetView>() && h.ui.emitted<cmd::SetView>()->name == "medial";
         }},
        {"See through everything but bone, with names", [](Hands& h) {
             h.key(Key::x);
             h.key(Key::l);
             return h.view().xray && h.view().labels;
         }},
        {"Show a left leg", [](Hands& h) {
             h.click(h.word("top.side_left"), "top");
             return h.view().left_side;
         }},
        {"Switch to terms and figures for professionals", [](Hands& h) {
             h.click(h.word("top.register_clinical"), "top");
             return h.ui.state.settings.clinical_register;
         }},
        {"Draw an arrow on the picture", [](Hands& h) {
             h.key(Key::n);
             h.click(h.word("notes.arrow"), "notes");
             h.drag_in_picture();
             return h.view().notes.size() == 1 && h.view().notes[0].kind == NoteKind::arrow;
         }},
        {"Keep what is shown, to go on tomorrow", [](Hands& h) {
             h.key(Key::s, true);
             h.click(h.word("shelf.save"), "shelf");
             return h.ui.state.saved_views.size() == 1;
         }},
        {"Open a kept view", [](Hands& h) {
             h.ui.apply({cmd::ChooseCondition{ConditionId("condition.dvt")}, cmd::SaveView{"Clot", ""}, cmd::ChooseCondition{}});
             h.key(Key::s, true);
             h.click(h.word("shelf.open"), "shelf");
             return h.view().condition == ConditionId("condition.dvt");
         }},
        {"Take back the last change", [](Hands& h) {
             h.ui.apply({cmd::SetXray{true}});
             h.key(Key::z, true);
             return !h.view().xray;
         }},
        {"Watch the calf being stretched against a wall", [](Hands& h) {
             h.find("skc");  // straight-knee calf stretch
             return h.view().exercise == ExerciseId("exercise.gastroc_wall") && h.ui.state.playback.playing;
         }},
        {"Have the screen read aloud", [](Hands& h) {
             h.key(Key::t);
             h.click(h.word("mirror.speak"), "mirror");
             return !h.ui.state.errands.empty() && h.ui.state.errands.back().kind == Errand::Kind::speak;
         }},
        {"Make all words larger", [](Hands& h) {
             h.click(h.word("rail.settings"), "rail");
             h.click(h.word("settings.larger"), "settings");
             return h.ui.state.settings.ui_scale > 1;
         }},
        {"Change the language", [](Hands& h) {
             h.click(h.word("rail.settings"), "rail");
             h.click(h.word("language.es"), "settings");
             return h.ui.state.settings.language == "es";
         }},
        {"See where the data comes from and who has reviewed it", [](Hands& h) {
             h.key(Key::f1);
             for (int turns = 0; turns < 3 && !h.ui.sees(h.word("about.title"), "help"); ++turns) h.wheel("help");
             h.click(h.word("about.title"), "help");
             h.ui.frames(2);
             return h.ui.reads(h.word("about.title"), "about");
         }},
    };
}

/// Rows of docs/tasks.md: | 1 | name | what to do | count |
std::vector<std::pair<std::string, int>> documented()
{
    std::ifstream in(std::string(GENU_SOURCE_DIR) + "/docs/tasks.md");
    std::vector<std::pair<std::string, int>> rows;
    const std::regex row(R"(\| *\d+ *\| *(.+?) *\| *(.+?) *\| *(\d+) *\|)");
    for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (std::regex_match(line, match, row)) rows.emplace_back(match[1], std::stoi(match[3]));
    }
    return rows;
}

}  // namespace

TEST_CASE("each of the twenty tasks is done in at most six clicks or keys, as docs/tasks.md says")
{
    const std::vector<Task> all = tasks();
    const auto rows = documented();
    REQUIRE(all.size() == 20);
    REQUIRE(rows.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        DYNAMIC_SECTION(all[i].name)
        {
            Hands hands;
            CHECK(all[i].done(hands));
            CHECK(hands.count <= kMost);
            CHECK(rows[i].first == all[i].name);
            CHECK(rows[i].second == hands.count);
        }
    }
}
