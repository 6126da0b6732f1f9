// What colour means in a picture, line by line.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "session/build_frame.hpp"
#include "session/emphasis.hpp"
#include "session/pathology.hpp"
#include "session/scene_math.hpp"
#include "session/tension.hpp"
#include "session/trace.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

/// What is painted on bone or skin, below what else colour means.
void add_paint(Legend& legend, const AppState& state, const Library& library)
{
    const Texts& texts = library.texts;
    const auto& colours = library.appearance.paint;
    if (state.view.attachments != Attachments::none) {
        if (legend.title.empty()) legend.title = texts("legend.paint");
        legend.entries.push_back({colours.origin, Pattern::none, texts("legend.origin")});
        legend.entries.push_back({colours.insertion, Pattern::none, texts("legend.insertion")});
    }
    if (!shows_territories(state, library) || state.view.layer > 0 || colours.territories.empty()) return;
    if (legend.title.empty()) legend.title = texts("legend.territories");
    for (std::size_t i = 0; i < library.model.territories.size(); ++i) {
        const StructureId& nerve = library.model.territories[i];
        legend.entries.push_back({colours.territories[i % colours.territories.size()], Pattern::none, library.catalogue.name(nerve)});
    }
}

/// "7.5 % longer"
std::string change_words(const Texts& texts, double percent)
{
    if (percent == 0) return texts("legend.unchanged");
    char figures[32];
    std::snprintf(figures, sizeof figures, "%.*f", percent == std::round(percent) ? 0 : 1, std::abs(percent));
    return std::string(figures) + " % " + texts(percent > 0 ? "legend.longer" : "legend.shorter");
}

}  // namespace

Legend build_legend(const AppState& state, const Library& library)
{
    Legend legend;
    const Texts& texts = library.texts;
    switch (meaning_of(state)) {
        case Meaning::role: {
            legend.title = texts("legend.role");
            const Condition* condition = library.knowledge.find(state.view.condition);
            for (const Role role : {Role::primary, Role::secondary, Role::referred}) {
                const bool used = condition && std::any_of(condition->structures.begin(), condition->structures.end(), [&](const ConditionStructure& s) { return s.role == role; });
                const RoleStyle& style = library.appearance.roles.at(name_of(role));
                if (used) legend.entries.push_back({style.colour, style.pattern, texts(std::string("role.") + name_of(role))});
            }
            break;
        }
        case Meaning::band: {
            legend.title = texts("legend.band");
            const RoleStyle& style = library.appearance.roles.at("primary");
            for (const Band band : {Band::fits_well, Band::fits_partly, Band::keep_in_mind}) {
                const float strength = 0.45f + 0.2f * static_cast<float>(band);
                legend.entries.push_back({glm::mix(glm::vec3(0.35f), style.colour, strength), Pattern::none, texts(std::string("band.") + name_of(band))});
            }
            const RoleStyle& referred = library.appearance.roles.at("referred");
            legend.entries.push_back({referred.colour, referred.pattern, texts("role.referred")});
            break;
        }
        case Meaning::strain:
            if (state.view.tension.is_on()) {
                legend.title = texts("legend.tension");
                for (const double strain : tension_legend_steps()) legend.entries.push_back({tension_colour(strain), Pattern::none, change_words(texts, 100 * strain)});
                break;
            }
            legend.title = texts("legend.strain");
            for (const double strain : {kFullScale, 0.04, 0.0, -0.04, -kFullScale}) legend.entries.push_back({strain_colour(strain), Pattern::none, change_words(texts, 100 * strain)});
            break;
        case Meaning::trace: {
            legend.title = texts("legend.trace");
            const Trace trace = trace_of(library, state.view.traced);
            const auto entry = [&](const std::vector<StructureId>& ids, const char* role, const char* key) {
                const RoleStyle& style = library.appearance.roles.at(role);
                if (!ids.empty()) legend.entries.push_back({style.colour, style.pattern, texts(key)});
            };
            entry(trace.course, "primary", "legend.trace_course");
            entry(trace.supplied, "secondary", "legend.trace_supplied");
            entry(trace.origin, "referred", "legend.trace_origin");
            for (const StructureId& nerve : felt_territories(state, library)) {
                const auto place = static_cast<std::size_t>(place_of(library.model.territories, nerve));
                const auto& colours = library.appearance.paint.territories;
                if (place >= colours.size()) continue;
                const std::string skin = texts("legend.trace_skin");
                legend.entries.push_back({colours[place], Pattern::none, skin + " " + library.catalogue.name(nerve)});
            }
            break;
        }
        case Meaning::myth: {
            const RoleStyle& style = library.appearance.roles.at("primary");
            legend.title = texts("legend.myth");
            legend.entries.push_back({style.colour, style.pattern, texts("legend.myth_structures")});
            break;
        }
        case Meaning::quiz:
        case Meaning::tissue: break;
    }
    const Pose pose = current_pose(state, library);
    for (const auto& [id, size] : state.view.pathology) {
        const PathologyShape* shape = library.pathology.find(id);
        if (!shape || !library.has_shape(id)) continue;
        if (legend.title.empty()) legend.title = texts("legend.role");
        legend.entries.push_back({pathology_material(library, *shape, pose).colour, Pattern::none, pathology_words(library, *shape, size, pose)});
    }
    add_paint(legend, state, library);
    return legend;
}

}  // namespace genu
