// What a person does in the first minutes, with a real pointer in a real window.
#include "support/catch.hpp"

#include <cmath>

#include "real_window.hpp"

using genu::test::RealWindow;
using Json = nlohmann::json;

TEST_CASE("a click on a condition chooses it, and undo takes it back")
{
    RealWindow window;
    REQUIRE(window.click("Popliteal (Baker's) cyst"));
    REQUIRE(window.wait_until([](const Json& j) { return j["condition"] == "condition.popliteal_cyst"; }));
    REQUIRE(window.click("Undo"));
    CHECK(window.wait_until([](const Json& j) { return j["condition"] == ""; }));
}

TEST_CASE("in the picture a drag turns the leg as one undo step, a click selects, the wheel comes nearer")
{
    RealWindow window;
    const auto [x, y] = window.middle_of_picture();
    const Json before = window.log();

    window.drag(x, y, x + 120, y);
    REQUIRE(window.wait_until([&](const Json& j) { return std::abs(j["camera"][0].get<double>() - before["camera"][0].get<double>()) > 0.1; }));
    REQUIRE(window.wait_until([&](const Json& j) { return j["undo_steps"].get<int>() == before["undo_steps"].get<int>() + 1; }));
    window.key("ctrl+z");
    REQUIRE(window.wait_until([&](const Json& j) { return std::abs(j["camera"][0].get<double>() - before["camera"][0].get<double>()) < 1e-3; }));

    window.click_at(x, y);
    REQUIRE(window.wait_until([](const Json& j) { return j["selected"] != ""; }));

    const double far = window.log()["camera"][2].get<double>();
    window.wheel(true, 3);
    CHECK(window.wait_until([&](const Json& j) { return j["camera"][2].get<double>() < 0.9 * far; }));
}

TEST_CASE("ticking a finding by hand is an answer")
{
    RealWindow window;
    REQUIRE(window.click("Explore"));
    REQUIRE(window.click("2 Where"));
    REQUIRE(window.wait_until([](const Json& j) {
        for (const auto& w : j["widgets"]) if (w["kind"] == "checkbox") return true;
        return false;
    }));
    std::string label;
    const Json screen = window.log();
    for (const auto& w : screen["widgets"]) if (w["kind"] == "checkbox" && label.empty()) label = w["label"];
    REQUIRE(window.click(label));
    CHECK(window.wait_until([](const Json& j) { return j["ticked"].size() == 1; }));
}

TEST_CASE("a tiny window and a large one are both lived through")
{
    RealWindow window("1920x1080x24");
    for (const auto& [w, h] : {std::pair{200, 120}, {30, 30}, {1900, 1000}, {1024, 700}}) {
        window.resize(w, h);
        REQUIRE(window.running());
    }
    REQUIRE(window.wait_until([](const Json& j) { return j["picture"][2].get<int>() > 400; }));
    REQUIRE(window.click("Popliteal (Baker's) cyst"));
    CHECK(window.wait_until([](const Json& j) { return j["condition"] == "condition.popliteal_cyst"; }));
}
