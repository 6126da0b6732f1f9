#pragma once
// A short patient story as ticks and denials, with what it must bring up.
#include "content.hpp"

namespace genu::testing {

struct Vignette {
    std::string id, kind;
    Answers answers;
    ConditionId expected;
    std::string red_flag, urgency;
};

inline std::vector<Vignette> vignettes(const std::string& file)
{
    const auto text_or_none = [](const Json& json, const char* key) { return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : ""; };
    Result<Json> json = read_json(fs::path(GENU_SOURCE_DIR) / "tests/content" / file);
    if (!json) throw std::runtime_error(to_text(json.problems()));
    std::vector<Vignette> list;
    for (const Json& item : *json) {
        Vignette v{item.at("id"), item.value("kind", ""), ticks(item.at("ticked").get<std::vector<std::string>>()), ConditionId(text_or_none(item, "expect_top5")),
                   text_or_none(item, "expect_red_flag"), text_or_none(item, "expect_urgency")};
        v.answers.denied = ticks(item.at("denied").get<std::vector<std::string>>()).ticked;
        for (const Json& source : item.at("sources")) {
            INFO(v.id << " names " << source);
            REQUIRE(catalogue().find(SourceId(source.get<std::string>())));
        }
        list.push_back(std::move(v));
    }
    return list;
}

struct HitRate {
    std::size_t asked = 0, top1 = 0, top3 = 0, top5 = 0;
    std::string misses;  ///< the stories whose condition is not among the first three
};

inline HitRate hit_rate(const std::vector<Vignette>& all)
{
    HitRate rate;
    for (const Vignette& v : all) {
        if (v.expected.is_none()) continue;
        INFO(v.id << " names " << v.expected.text());
        REQUIRE(knowledge().find(v.expected));
        const Assessment assessment = assess(knowledge(), v.answers);
        const std::size_t place = place_in(assessment, v.expected);
        ++rate.asked;
        rate.top1 += place == 1;
        rate.top3 += place >= 1 && place <= 3;
        rate.top5 += place >= 1 && place <= 5;
        if (place == 0 || place > 3) rate.misses += v.id + ": " + v.expected.text() + " at " + std::to_string(place) + " of\n  " + listing(assessment) + "\n";
    }
    return rate;
}

inline std::string said(const HitRate& rate)
{
    const auto share = [&](std::size_t hits) { return std::to_string(hits) + " (" + std::to_string(100 * hits / std::max<std::size_t>(rate.asked, 1)) + " %)"; };
    return std::to_string(rate.asked) + " stories; first " + share(rate.top1) + ", top three " + share(rate.top3) + ", top five " + share(rate.top5);
}

}  // namespace genu::testing
