// Random input: nothing that hands can do may break the program. The same numbers give the same hands.
//   GENU_MONKEY_EVENTS=100000 GENU_MONKEY_SEED=7 build/asan/tests/test_ui "random input*"
#include <cmath>
#include <cstdlib>
#include <random>

#include "app/pointer.hpp"
#include "session/describe.hpp"
#include "session/keep.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

unsigned long number_from(const char* name, unsigned long otherwise)
{
    const char* value = std::getenv(name);
    return value ? std::strtoul(value, nullptr, 10) : otherwise;
}

class Monkey {
public:
    Monkey(UiFixture& ui, unsigned long seed) : ui_(ui), random_(seed) {}

    void act()
    {
        switch (below(14)) {
            case 0: case 1: case 2: case 3: case 4: return press_something();
            case 5: return key();
            case 6: return letters();
            case 7: return wheel();
            case 8: case 9: return drag_in_picture();
            case 10: return ui_.click_at({static_cast<float>(below(2000)), static_cast<float>(below(1200))});
            case 11: return resize();
            case 12: return ui_.frames(1 + static_cast<int>(below(4)), 0.001 * static_cast<double>(1 + below(900)));
            default: return start_again();
        }
    }

private:
    unsigned below(unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random_); }

    void press_something()
    {
        if (ui_.out.widgets.empty()) return ui_.frames(1);
        const WidgetRect w = ui_.out.widgets[below(static_cast<unsigned>(ui_.out.widgets.size()))];
        ui_.click_at({static_cast<float>(w.rect_px.x) + 0.5f * static_cast<float>(w.rect_px.width), static_cast<float>(w.rect_px.y) + 0.5f * static_cast<float>(w.rect_px.height)});
    }

    void key()
    {
        using compat::Key;
        static constexpr Key keys[] = {Key::escape, Key::enter, Key::space, Key::up, Key::down, Key::z, Key::y, Key::f, Key::h, Key::i, Key::x, Key::l,
                                       Key::k, Key::n, Key::t, Key::s, Key::c, Key::one, Key::two, Key::six, Key::f1, Key::f6};
        ui_.press(keys[below(std::size(keys))], below(3) == 0);
    }

    void letters()
    {
        static const char* const texts[] = {"baker", "?", "/", "ñandú", "a", "  ", "pop", "\xe2\x98\x83", "123", "knee knee knee knee knee"};
        ui_.type(texts[below(std::size(texts))]);
    }

    void wheel()
    {
        compat::move_mouse({static_cast<float>(below(1600)), static_cast<float>(below(1000))});
        compat::wheel(static_cast<float>(static_cast<int>(below(9)) - 4));
        ui_.frames(2);
    }

    void drag_in_picture()
    {
        const PixelRect p = below(2) && ui_.out.second_px.width > 0 ? ui_.out.second_px : ui_.out.picture_px;
        const auto somewhere = [&] { return glm::dvec2(p.x + below(static_cast<unsigned>(std::max(p.width, 1))), p.y + below(static_cast<unsigned>(std::max(p.height, 1)))); };
        const auto id = [&] { return below(2) ? StructureId("muscle.popliteus") : StructureId::none(); };
        Pointer pointer;
        pointer.tool = ui_.state.tool;
        pointer.shift = below(3) == 0;
        for (int i = 0; i < 6; ++i) {
            pointer.position_px = somewhere();
            pointer.left = i > 0 && i < 5;
            pointer.scrolled = below(4) == 0 ? 1 : 0;
            ui_.apply(pointer.commands(ui_.out, [&](glm::ivec2) { return id(); },
                                       [&](glm::ivec2 at) { return Pointer::Aimed{id(), glm::vec3(0.001f * static_cast<float>(at.x), 0.001f * static_cast<float>(at.y), 0)}; }));
        }
    }

    void resize()
    {
        static constexpr double scales[] = {1, 1, 1.5, 2.5};
        ui_.resize(scales[below(4)], 1 + static_cast<int>(below(2400)), 1 + static_cast<int>(below(1400)));
        ui_.frames(2);
    }

    // Out of corners that hands do not leave by themselves (a file dialog of the window, a very small window).
    void start_again()
    {
        ui_.resize(1, 1440, 900);
        ui_.apply({cmd::Say{""}});
    }

    UiFixture& ui_;
    std::mt19937_64 random_;
};

void check(const UiFixture& ui)
{
    const ViewState& v = ui.state.view;
    const Camera& c = v.camera;
    const bool camera_is_finite = std::isfinite(c.yaw_rad) && std::isfinite(c.pitch_rad) && std::isfinite(c.distance_m) && c.distance_m > 0 && std::isfinite(glm::length(c.target_m));
    REQUIRE(camera_is_finite);
    REQUIRE(v.layer >= 0);
    REQUIRE(v.layer < kLayerCount);
    REQUIRE(ui.state.undo.size() <= 200);
    REQUIRE(ui.out.picture_px.width >= 1);
    // A warning once raised is on the screen as long as its answers stand.
    if (ui.state.assessment.most_urgent() == Urgency::emergency_now) REQUIRE_FALSE(v.answers.ticked.empty());
}

}  // namespace

TEST_CASE("random input is lived through")
{
    const unsigned long seed = number_from("GENU_MONKEY_SEED", 20261122), events = number_from("GENU_MONKEY_EVENTS", 2000);
    UiFixture ui;
    Monkey monkey(ui, seed);
    INFO("GENU_MONKEY_SEED=" << seed);
    for (unsigned long i = 0; i < events; ++i) {
        INFO("event " << i);
        monkey.act();
        ui.state.errands.clear();  // nobody runs errands here
        ui.clear();
        check(ui);
        if (i % 100 == 0) {
            // What is kept of any state it can get into comes back.
            const Result<LastSession> back = session_from_json(to_json(session_of(ui.state)), test_library(), "session.json");
            REQUIRE(back.ok());
            REQUIRE_FALSE(describe(ui.state, test_library()).empty());
        }
    }
}
