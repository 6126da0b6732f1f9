#pragma once
// The shipped content, loaded once per test program.
#include <cstdlib>
#include <stdexcept>

#include "clinical/assess.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

namespace genu::testing {

inline fs::path assets_folder()
{
    const char* elsewhere = std::getenv("GENU_ASSETS");
    return elsewhere ? fs::path(elsewhere) : fs::path(GENU_SOURCE_DIR) / "assets";
}

inline const Catalogue& catalogue()
{
    static const Catalogue loaded = [] {
        Result<Catalogue> result = Catalogue::load(assets_folder(), "en");
        if (!result) throw std::runtime_error(to_text(result.problems()));
        return std::move(result).value();
    }();
    return loaded;
}

inline const Knowledge& knowledge()
{
    static const Knowledge loaded = [] {
        Result<Knowledge> result = Knowledge::load(assets_folder(), "en", catalogue());
        if (!result) throw std::runtime_error(to_text(result.problems()));
        return std::move(result).value();
    }();
    return loaded;
}

/// "loc_calf" → symptom.loc_calf, which must exist.
inline Answers ticks(const std::vector<std::string>& names)
{
    Answers answers;
    for (const std::string& name : names) {
        const FindingId id(name.rfind("symptom.", 0) == 0 ? name : "symptom." + name);
        INFO("finding " << id.text());
        REQUIRE(knowledge().find(id));
        answers.ticked.insert(id);
    }
    return answers;
}

/// "red_flag.dvt same_day", most urgent first.
inline std::vector<std::string> fired(const Assessment& assessment)
{
    std::vector<std::string> rules;
    for (const FiredRule& rule : assessment.red_flags) rules.push_back(rule.id.text() + " " + name_of(rule.urgency));
    return rules;
}

/// 1 for the first in the list, 0 when it is not there.
inline std::size_t place_in(const Assessment& assessment, const ConditionId& id)
{
    for (std::size_t i = 0; i < assessment.conditions.size(); ++i) {
        if (assessment.conditions[i].id == id) return i + 1;
    }
    return 0;
}

inline std::string listing(const Assessment& assessment)
{
    std::string text;
    for (const std::string& rule : fired(assessment)) text += rule + "; ";
    for (const RankedCondition& c : assessment.conditions) text += "\n  " + c.id.text() + " " + name_of(c.band) + (c.lifted ? " lifted" : "");
    return text;
}

}  // namespace genu::testing
