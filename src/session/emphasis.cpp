#include "session/emphasis.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "session/quiz.hpp"
#include "session/scene_math.hpp"
#include "session/skin_points.hpp"
#include "session/strain_scale.hpp"
#include "session/tension.hpp"
#include "session/trace.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

Emphases condition_emphases(const Condition& condition, const Library& library)
{
    Emphases emphases;
    for (const ConditionStructure& s : condition.structures) {
        const RoleStyle& style = library.appearance.roles.at(name_of(s.role));
        emphases.try_emplace(s.id, Emphasis{style.colour, s.role == Role::primary ? 0.85f : s.role == Role::secondary ? 0.55f : 0.72f, s.role == Role::primary ? 0.3f : 0.0f, style.pattern});
    }
    return emphases;
}

Emphases assessment_emphases(const Assessment& assessment, const Library& library)
{
    Emphases emphases;
    for (const RankedStructure& s : assessment.structures) {
        const RoleStyle& style = library.appearance.roles.at(s.role == Role::referred ? "referred" : "primary");
        const float level = 0.45f + 0.2f * static_cast<float>(s.band);
        emphases.try_emplace(s.id, Emphasis{style.colour, level, 0.06f * static_cast<float>(s.band), style.pattern});
    }
    return emphases;
}

Emphases strain_emphases(const AppState& state, const Library& library)
{
    Emphases emphases;
    const Pose pose = current_pose(state, library);
    const bool one_joint = state.view.tension.is_on();
    for (const PathRecord& path : library.paths) {
        const auto length = [&](const Pose& p) { return path_length_m(library.skeleton, path, p); };
        const glm::vec3 colour = one_joint ? tension_colour(length(pose) / length(state.view.tension.from) - 1)
                                           : strain_colour(path_state(library.skeleton, path, pose, false).strain);
        // All of it the scale's colour: a rest of the tissue's own red would turn its blue end purple.
        const Emphasis e{colour, 1, 0, Pattern::none};
        emphases[path.id] = e;
        for (const StructureId& id : path.also) emphases[id] = e;
    }
    // Whose length nobody follows steps back, as pale as the bones: an artery's red would outshine the scale.
    const glm::vec3 pale = library.appearance.material("tendon", state.view.style).colour;
    static const std::set<std::string_view> kinds = {"muscle", "artery", "vein", "nerve"};
    for (const Mesh& mesh : library.model.meshes) if (kinds.contains(mesh.id.kind())) emphases.try_emplace(mesh.id, Emphasis{pale, 0.85f, 0, Pattern::none});
    return emphases;
}

/// The course glows, what it supplies is dotted, where it comes from is striped.
Emphases trace_emphases(const AppState& state, const Library& library)
{
    Emphases emphases;
    const Trace trace = trace_of(library, state.view.traced);
    const auto light = [&](const std::vector<StructureId>& ids, const char* role, float strength, float glow) {
        const RoleStyle& style = library.appearance.roles.at(role);
        for (const StructureId& id : ids) emphases.try_emplace(id, Emphasis{style.colour, strength, glow, style.pattern});
    };
    light(trace.course, "primary", 0.85f, 0.35f);
    light(trace.supplied, "secondary", 0.55f, 0);
    light(trace.origin, "referred", 0.8f, 0.1f);
    return emphases;
}

Emphases myth_emphases(const AppState& state, const Library& library)
{
    Emphases emphases;
    const Myth* myth = library.knowledge.find(state.view.myth);
    const RoleStyle& style = library.appearance.roles.at("primary");
    if (myth) for (const StructureId& id : myth->structures) emphases.try_emplace(id, Emphasis{style.colour, 0.8f, 0.25f, style.pattern});
    return emphases;
}

/// Lit is what is asked about (to be named) or, once answered, what was right.
Emphases quiz_emphases(const AppState& state, const Library& library)
{
    Emphases emphases;
    const QuizState& quiz = *state.view.quiz;
    if (question_is_open(state) && quiz.kind != QuizKind::name_it) return emphases;
    const RoleStyle& style = library.appearance.roles.at("primary");
    for (const StructureId& id : quiz_structures(library, quiz)) emphases.try_emplace(id, Emphasis{style.colour, 0.8f, 0.3f, style.pattern});
    return emphases;
}

bool answers_light_up(const AppState& state)
{
    const bool hidden_by_emergency = state.assessment.most_urgent() == Urgency::emergency_now && !state.view.danger_read;
    return !state.assessment.structures.empty() && !hidden_by_emergency;
}

}  // namespace

// Called fascia, but as stout as tendons: no veils.
std::string tissue_of(const StructureId& id)
{
    if (id.text() == "region.skin") return "skin";
    if (id.text() == "fascia.iliotibial_tract" || id.text() == "fascia.plantar_aponeurosis") return "tendon";
    return std::string(id.kind());
}

// One channel, one meaning: a question, else strain while something is stretched, else a trace, else the scene's roles,
// else the answers' bands. Skin that is being painted on is only skin.
Meaning meaning_of(const AppState& state)
{
    if (is_painting(state)) return Meaning::tissue;
    if (state.view.quiz) return Meaning::quiz;
    if (state.view.strain) return Meaning::strain;
    if (!state.view.traced.is_none()) return Meaning::trace;
    if (!state.view.myth.is_none()) return Meaning::myth;
    if (!state.view.condition.is_none()) return Meaning::role;
    return answers_light_up(state) ? Meaning::band : Meaning::tissue;
}

Emphases emphases_of(const AppState& state, const Library& library)
{
    switch (meaning_of(state)) {
        case Meaning::strain: return strain_emphases(state, library);
        case Meaning::role: {
            const Condition* condition = library.knowledge.find(state.view.condition);
            return condition ? condition_emphases(*condition, library) : Emphases{};
        }
        case Meaning::band: return assessment_emphases(state.assessment, library);
        case Meaning::trace: return trace_emphases(state, library);
        case Meaning::myth: return myth_emphases(state, library);
        case Meaning::quiz: return quiz_emphases(state, library);
        case Meaning::tissue: break;
    }
    return {};
}

bool is_scene(Meaning meaning, const Emphases& emphases)
{
    return meaning == Meaning::role || meaning == Meaning::band || meaning == Meaning::trace || meaning == Meaning::myth || (meaning == Meaning::quiz && !emphases.empty());
}

std::vector<StructureId> felt_territories(const AppState& state, const Library& library)
{
    const StructureId& traced = state.view.traced;
    if (meaning_of(state) != Meaning::trace || traced.kind() != "nerve" || !root_name(traced).empty()) return {};
    std::vector<StructureId> felt;
    for (const StructureId& id : trace_of(library, traced).course) {
        if (std::find(library.model.territories.begin(), library.model.territories.end(), id) != library.model.territories.end()) felt.push_back(id);
    }
    return felt;
}

bool shows_territories(const AppState& state, const Library& library) { return state.view.territories && !library.model.territories.empty(); }

std::string quiz_letter(const AppState& state, const StructureId& id)
{
    if (!state.view.quiz || state.view.quiz->kind != QuizKind::find_it) return {};
    const std::vector<std::string>& choices = state.view.quiz->choices;
    const auto at = std::find(choices.begin(), choices.end(), id.text());
    return at == choices.end() ? std::string{} : std::string(1, static_cast<char>('A' + (at - choices.begin())));
}

int place_of(const std::vector<StructureId>& ids, const StructureId& id)
{
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

}  // namespace genu
