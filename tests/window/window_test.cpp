// What a person does in the first minutes, with a real pointer in a real window.
#include "support/catch.hpp"

#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "base/image.hpp"
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

TEST_CASE("a picture of what is shown is written beside the window, and a folder that cannot be is told")
{
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("genu_picture_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    const std::string picture = (folder / "cyst.png").string(), script = (folder / "script.json").string();
    std::ofstream(script) << Json::array({{{"do", "choose_condition"}, {"id", "condition.popliteal_cyst"}},
                                          {{"do", "write_picture"}, {"path", picture}, {"width", 240}, {"height", 180}}});
    {
        RealWindow window("1024x700x24", {"--script", script});
        REQUIRE(window.wait_until([&](const Json& j) { return j["message"].get<std::string>().find(picture) != std::string::npos; }, 90));
        const genu::Result<genu::Image> image = genu::read_png(picture);
        REQUIRE(image.ok());
        CHECK(image->width == 240);
        CHECK(image->height == 180);
    }
    std::ofstream(script) << Json::array({{{"do", "write_picture"}, {"path", "/proc/genu/cyst.png"}}});
    RealWindow window("1024x700x24", {"--script", script});
    CHECK(window.wait_until([](const Json& j) { return j["message"].get<std::string>().find("/proc/genu") != std::string::npos; }));
    std::filesystem::remove_all(folder);
}
