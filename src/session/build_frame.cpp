#include "session/build_frame.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <string_view>
#include <unordered_map>

#include "session/eye_room.hpp"
#include "session/figure.hpp"
#include "session/pathology.hpp"
#include "session/quiz.hpp"
#include "session/scene_math.hpp"
#include "session/section.hpp"
#include "session/skin_points.hpp"
#include "session/strain_scale.hpp"
#include "session/tension.hpp"
#include "session/trace.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

constexpr double kFullStrain = 0.15;      // the scale of colours ends here, and so do the bars of the strip
constexpr float kFadedOpacity = 0.25f;
constexpr float kBesideOpacity = 0.5f;    // what a scene leaves as an outline around its structures
constexpr float kVeilOpacity = 0.35f;     // fascia, regions: never solid

/// What a structure's colour says in this picture.
struct Emphasis {
    glm::vec3 colour{0};
    float strength = 0;
    float glow = 0;
    Pattern pattern = Pattern::none;
};
using Emphases = std::unordered_map<StructureId, Emphasis>;

// Called fascia, but as stout as tendons: no veils.
std::string tissue_of(const StructureId& id)
{
    if (id.text() == "region.skin") return "skin";
    if (id.text() == "fascia.iliotibial_tract" || id.text() == "fascia.plantar_aponeurosis") return "tendon";
    return std::string(id.kind());
}

/// A structure may have a material of its own; else it has its tissue's. Flesh is never twice quite the same: neighbours,
/// which lie next to each other in the model too, differ a little in lightness and warmth.
Material material_of(const Library& library, std::size_t mesh, Style style)
{
    const StructureId& id = library.model.meshes[mesh].id;
    const bool has_own = library.appearance.materials.contains(id.text());
    const std::string tissue = tissue_of(id);
    Material m = library.appearance.material(has_own ? id.text() : tissue, style);
    if (tissue != "muscle") return m;
    // Multiples of the golden ratio and of the plastic number fall evenly, the next one always far from the last.
    const auto place = static_cast<float>(mesh);
    const float light = glm::fract(0.618034f * place) - 0.5f, warm = glm::fract(0.754878f * place) - 0.5f;
    m.colour *= (1 + 0.26f * light) * glm::vec3(1, 1 + 0.20f * warm, 1 - 0.16f * warm);
    return m;
}

bool is_context(const std::string& tissue) { return tissue == "bone" || tissue == "nerve" || tissue == "artery" || tissue == "vein"; }
bool is_veil(const std::string& tissue) { return tissue == "fascia" || tissue == "region" || tissue == "capsule"; }

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

/// In an exercise for a nerve all muscles are glass: it runs deep to them all the way down.
bool covers_nerve(const AppState& state, const Library& library, const StructureId& id)
{
    if (!state.view.strain || state.view.exercise.is_none() || (id.kind() != "muscle" && tissue_of(id) != "tendon")) return false;
    const Exercise* exercise = library.knowledge.find(state.view.exercise);
    return exercise && exercise->bias == "nerve";
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

enum class Meaning { tissue, role, band, strain, trace, myth, quiz };

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

/// The nerves of a trace that feel for a part of the skin. A root's own part is another one: none of them.
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

struct Visibility { float opacity = 1; bool xray = false; bool pickable = true; };

// Only what the test compares, on the bones; what would hide the nerve is see-through.
std::optional<Visibility> tension_visibility(const TensionTests& content, const StructureId& id)
{
    const auto in = [&](const std::vector<StructureId>& ids) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    if (in(content.veiled)) return Visibility{0.5f, true, true};
    if (in(content.shown) || id.kind() == "bone") return Visibility{};
    return std::nullopt;
}

std::optional<Visibility> visibility_of(const AppState& state, const Library& library, const StructureId& id, bool emphasised, bool scene)
{
    const ViewState& view = state.view;
    const std::string tissue = tissue_of(id);
    // Only the skin is there while it is painted on, and through it what is selected: nothing else can be hit or seen.
    if (is_painting(state)) {
        const bool glassy = !view.selected.is_none() && view.selected != id;
        if (tissue == "skin") return Visibility{glassy ? 0.45f : 1.0f, glassy, true};
        return view.selected == id ? std::optional(Visibility{1, false, false}) : std::nullopt;
    }
    if (view.hidden.contains(id)) return std::nullopt;
    if (tissue == "pathology") return view.pathology.contains(id) ? std::optional(Visibility{}) : std::nullopt;
    if (hides_pathology(view, library, id)) return Visibility{0.4f, true, true};
    if (view.tension.is_on() && view.isolated.empty()) return tension_visibility(library.tension, id);
    if (!view.isolated.empty()) {
        if (view.isolated.contains(id)) return Visibility{};
        if (tissue != "bone" || !emphasised) return std::nullopt;
        return Visibility{1, false, true};
    }
    const bool asked_for = emphasised || view.selected == id;
    const Structure* record = library.catalogue.find(id);
    const int layer = record ? record->layer : kLayerCount - 1;
    const bool shows_feeling = tissue == "skin" && scene && !felt_territories(state, library).empty();
    if (layer < view.layer && !asked_for && !shows_feeling) return std::nullopt;
    if (view.faded.contains(id)) return Visibility{kFadedOpacity, false, false};
    if (shows_feeling) return Visibility{0.2f, true, false};
    // Painted spots stay in sight on glassy skin while the causes are lit below them.
    if (tissue == "skin") return Visibility{view.layer == 0 && !scene ? 1.0f : 0.2f, view.layer != 0 || scene, view.layer == 0 && !scene};
    if (is_veil(tissue)) return Visibility{emphasised ? 0.3f : kVeilOpacity, false, asked_for};
    if (view.selected != id && covers_nerve(state, library, id)) return Visibility{0.5f, true, true};
    if (asked_for) return Visibility{};
    // Nerves and vessels stay in their colours: where they run is what one looks through the muscles for.
    if (view.xray && tissue != "bone") return is_context(tissue) ? Visibility{} : Visibility{0.55f, true, true};
    // In a question the one that is lit must not be lost among its like.
    const bool asks = view.quiz && view.quiz->kind == QuizKind::name_it && tissue != "bone";
    if (scene && (asks || !is_context(tissue))) return Visibility{kBesideOpacity, true, true};
    return Visibility{};
}

SectionPlane section_of(const ViewState& view)
{
    const std::optional<Cut> cut = cut_of(view);
    if (!cut) return {};
    const float outer = view.left_side ? 1.0f : -1.0f;  // the outer side of a left leg is where x grows
    return {true, cut->normal * glm::vec3(outer, 1, 1), static_cast<float>(cut->mm * 1e-3)};
}

int place_of(const std::vector<StructureId>& ids, const StructureId& id)
{
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

bool shows_territories(const AppState& state, const Library& library) { return state.view.territories && !library.model.territories.empty(); }

void paint(DrawItem& item, const AppState& state, const Library& library, const StructureId& id)
{
    const ViewState& view = state.view;
    if (library.model.meshes[item.mesh].attachment.empty()) return;
    if (tissue_of(id) == "skin") {
        const bool traced = !felt_territories(state, library).empty();
        if (!traced && !shows_territories(state, library)) return;
        item.paint = Paint::territories;
        if (traced) return;
        item.paint_owner = place_of(library.model.territories, view.selected);
    } else if (view.attachments != Attachments::none) {
        item.paint_owner = place_of(library.model.attachment_owners, view.selected);
        if (view.attachments == Attachments::all) item.paint_owner = -1;
        else if (item.paint_owner < 0) return;
        item.paint = Paint::attachments;
    }
}

/// The colours of all others become none (negative).
void show_only_territories(std::vector<glm::vec3>& colours, const Library& library, const std::vector<StructureId>& shown)
{
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const bool is_shown = i < library.model.territories.size() && place_of(shown, library.model.territories[i]) >= 0;
        if (!is_shown) colours[i] = glm::vec3(-1);
    }
}

/// "A" to "D" at the structures among which one is to be found; else nothing.
std::string quiz_letter(const AppState& state, const StructureId& id)
{
    if (!state.view.quiz || state.view.quiz->kind != QuizKind::find_it) return {};
    const std::vector<std::string>& choices = state.view.quiz->choices;
    const auto at = std::find(choices.begin(), choices.end(), id.text());
    return at == choices.end() ? std::string{} : std::string(1, static_cast<char>('A' + (at - choices.begin())));
}

/// What an exercise is for has its name while it is done.
bool is_stretched_most(const AppState& state, const Library& library, const StructureId& id)
{
    const Exercise* exercise = state.view.exercise.is_none() ? nullptr : library.knowledge.find(state.view.exercise);
    if (!exercise) return false;
    int most = 2;
    for (const LevelledStructure& s : exercise->lengthens) most = std::max(most, s.level);
    return std::any_of(exercise->lengthens.begin(), exercise->lengthens.end(), [&](const LevelledStructure& s) { return s.id == id && s.level == most; });
}

bool wants_label(const AppState& state, const Library& library, const Emphases& emphases, const StructureId& id)
{
    if (question_is_open(state)) return !quiz_letter(state, id).empty();
    if (state.view.quiz && emphases.contains(id)) return true;
    if (state.view.selected == id) return true;
    if (state.view.tension.is_on()) return false;  // the compared ones have theirs, with figures
    if (hides_pathology(state.view, library, id)) return false;
    const auto emphasis = emphases.find(id);
    // A scene names what it is about without being asked.
    const Meaning meaning = meaning_of(state);
    if ((meaning == Meaning::role || meaning == Meaning::trace || meaning == Meaning::myth) && emphasis != emphases.end() && emphasis->second.glow > 0) return true;
    if (meaning == Meaning::strain && is_stretched_most(state, library, id)) return true;
    if (!state.view.labels) return false;
    if (!emphases.empty()) return emphases.contains(id);
    static const std::set<std::string> kinds = {"muscle", "bone", "nerve", "artery", "vein", "ligament", "tendon", "meniscus"};
    return kinds.contains(std::string(id.kind()));
}

std::string label_text(const AppState& state, const Library& library, const StructureId& id)
{
    if (question_is_open(state)) return quiz_letter(state, id);
    const Structure* s = library.catalogue.find(id);
    if (!s) return id.text();
    return state.settings.latin && !s->latin.empty() ? s->latin : s->name;
}

/// In a test of one joint the compared structures say in the picture what has become of their length.
std::optional<Label> tension_label(const AppState& state, const Library& library, const std::vector<LengthBar>& bars, const StructureId& id, const std::vector<SkinMatrix>& joints, std::uint32_t mesh)
{
    for (const LengthBar& bar : bars) {
        if (bar.id != id) continue;
        const auto anchor = posed_anchor(library, joints, mesh);
        if (!anchor) return std::nullopt;
        const long mm = std::lround(bar.change_mm);
        const std::string change = mm == 0 ? library.texts("tension.same") : (mm > 0 ? "+" : "\u2212") + std::to_string(std::labs(mm)) + " mm";
        const glm::vec3 mirror(state.view.left_side ? -1.0f : 1.0f, 1, 1);
        return Label{id, label_text(state, library, id) + ": " + change, *anchor * mirror, mm != 0};
    }
    return std::nullopt;
}

/// Below skin that is not shown, a cut passes through fat wherever it passes through nothing else, as on a scan.
void fill_with_fat(Frame& frame, const AppState& state, const Library& library)
{
    const ViewState& view = state.view;
    if (!frame.section.on || !frame.section.filled || view.xray || view.quiz || !view.isolated.empty() || is_painting(state)) return;
    for (std::size_t i = 0; i < library.model.meshes.size(); ++i) {
        const auto mesh = static_cast<std::uint32_t>(i);
        if (tissue_of(library.model.meshes[i].id) != "skin") continue;
        if (std::any_of(frame.items.begin(), frame.items.end(), [&](const DrawItem& item) { return item.mesh == mesh; })) continue;
        DrawItem fat;
        fat.mesh = mesh;
        fat.material = library.appearance.material("skin", view.style);
        // Paler than the pads of fat that have a shape and a name.
        fat.material.tendon_colour = glm::mix(fat.material.tendon_colour, glm::vec3(0.95f, 0.86f, 0.66f), 0.30f);
        fat.only_cut = true;
        fat.pickable = false;
        frame.items.push_back(fat);
    }
}

/// Closed skin hides what lies under it; what would stick out where it ends, at the waist and the midline, or come through
/// it in a pose, is left out with the rest.
void leave_out_what_skin_covers(Frame& frame, const AppState& state, const Library& library)
{
    const ViewState& view = state.view;
    if (view.layer != 0 || view.xray || view.quiz || frame.section.on || !view.isolated.empty() || is_painting(state)) return;
    const auto skin = std::find_if(frame.items.begin(), frame.items.end(), [&](const DrawItem& i) { return tissue_of(library.model.meshes[i.mesh].id) == "skin"; });
    if (skin == frame.items.end() || skin->xray || skin->opacity < 1 || library.model.meshes[skin->mesh].chain.empty()) return;
    const std::uint32_t cover = skin->mesh;
    std::erase_if(frame.items, [&](const DrawItem& i) { return i.mesh != cover && !i.selected; });
}

}  // namespace

Frame build_frame(const AppState& state, const Library& library)
{
    Frame frame;
    frame.camera = current_camera(state);
    frame.mirrored = state.view.left_side;
    const PlateStyle& style = library.appearance.style(state.view.style);
    const Theme& theme = style.theme ? *style.theme : library.appearance.themes.at(state.settings.light_theme ? "light" : "dark");
    frame.background = {theme.background_top, theme.background_bottom, false};
    frame.outline_colour = theme.accent;
    frame.section = section_of(state.view);
    frame.ink.strength = style.ink;
    frame.paint = {library.appearance.paint.origin, library.appearance.paint.insertion, library.appearance.paint.territories};

    const Pose pose = current_pose(state, library);
    frame.joints = joint_matrices(library, pose, root_motion(state, library, pose));
    apply_pathology(state.view, library, pose, frame.joints);
    frame.backdrop = exercise_figure(state, library, pose);

    const Emphases emphases = emphases_of(state, library);
    for (const PainSpot& spot : state.view.spots) frame.spots.push_back({skin_point_posed(library, frame.joints, spot.rest_m), spot.radius_m});
    const std::vector<LengthBar> compared = state.view.tension.is_on() ? tension_bars(state, library) : std::vector<LengthBar>{};
    const Meaning meaning = meaning_of(state);
    if (const auto felt = felt_territories(state, library); !felt.empty()) show_only_territories(frame.paint.territories, library, felt);
    const bool scene = meaning == Meaning::role || meaning == Meaning::band || meaning == Meaning::trace || meaning == Meaning::myth ||
                       (meaning == Meaning::quiz && !emphases.empty());
    for (std::size_t i = 0; i < library.model.meshes.size(); ++i) {
        const StructureId& id = library.model.meshes[i].id;
        const auto emphasis = emphases.find(id);
        const bool emphasised = emphasis != emphases.end();
        const auto visibility = visibility_of(state, library, id, (emphasised && meaning != Meaning::strain) || !quiz_letter(state, id).empty(), scene);
        if (!visibility) continue;
        DrawItem item;
        item.mesh = static_cast<std::uint32_t>(i);
        const PathologyShape* disease = library.pathology.find(id);
        item.material = disease ? pathology_material(library, *disease, pose) : material_of(library, i, state.view.style);
        item.opacity = visibility->opacity;
        item.xray = visibility->xray;
        item.pickable = visibility->pickable;
        item.selected = state.view.selected == id;
        paint(item, state, library, id);
        item.cut_by_section = !state.view.spared.contains(id);
        item.painted = tissue_of(id) == "skin" && !frame.spots.empty();
        item.hovered = !question_is_open(state) && state.hovered == id && visibility->pickable;
        if (emphasised) {
            item.tint = emphasis->second.colour;
            item.tint_strength = emphasis->second.strength;
            item.pattern = emphasis->second.pattern;
            item.glow = emphasis->second.glow;
        }
        frame.items.push_back(item);
        if (const auto label = tension_label(state, library, compared, id, frame.joints, item.mesh)) frame.labels.push_back(*label);
        if (!disease && !wants_label(state, library, emphases, id)) continue;
        if (const auto anchor = posed_anchor(library, frame.joints, item.mesh)) {
            const glm::vec3 mirror(state.view.left_side ? -1.0f : 1.0f, 1, 1);
            const std::string words = disease ? pathology_words(library, *disease, state.view.pathology.at(id), pose) : label_text(state, library, id);
            frame.labels.push_back({id, words, *anchor * mirror, disease || item.selected || item.glow > 0 || question_is_open(state)});
        }
    }
    frame.camera = outside_flesh(frame, library, state.picture_aspect);
    leave_out_what_skin_covers(frame, state, library);
    fill_with_fat(frame, state, library);
    return frame;
}

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
            for (const double strain : {kFullStrain, 0.04, 0.0, -0.04, -kFullStrain}) legend.entries.push_back({strain_colour(strain), Pattern::none, change_words(texts, 100 * strain)});
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

std::vector<LengthBar> length_bars(const AppState& state, const Library& library)
{
    std::vector<LengthBar> bars;
    const Pose pose = current_pose(state, library);
    for (const PathRecord& path : library.paths) {
        if (!path.in_strip) continue;
        const PathState now = path_state(library.skeleton, path, pose, false);
        const double standing_m = now.length_m / (1 + now.strain);
        bars.push_back({path.id, 1e3 * now.length_m, 1e3 * (now.length_m - standing_m), now.strain, path.is_nerve()});
    }
    return bars;
}

glm::vec3 cividis(double place)
{
    // Nunez 2018, at nine even steps, sRGB: dark blue, grey in the middle, yellow.
    static constexpr float steps[9][3] = {{0, 34, 78}, {18, 53, 112}, {59, 73, 108}, {87, 93, 109}, {124, 123, 120},
                                          {154, 146, 115}, {188, 175, 98}, {222, 205, 73}, {254, 232, 56}};
    const double at = std::clamp(0.5 + 0.5 * place, 0.0, 1.0) * 8;
    const auto low = static_cast<std::size_t>(std::min(at, 7.0));
    const auto t = static_cast<float>(at - static_cast<double>(low));
    // Under light, and on a dark ground, its dark end would be lost: it is made brighter, and stays the darker one.
    const float dark = static_cast<float>(std::clamp(-place, 0.0, 1.0)), brighter = 1 + 2.5f * dark * dark;
    glm::vec3 linear;
    for (glm::length_t c = 0; c < 3; ++c) {
        const float s = ((1 - t) * steps[low][c] + t * steps[low + 1][c]) / 255.0f;
        linear[c] = brighter * (s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f));
    }
    return linear;
}

// By the root of the change: a calf stretch of a few percent must be seen beside hamstrings that give a fifth.
glm::vec3 strain_colour(double strain) { return cividis(std::copysign(std::sqrt(std::min(std::abs(strain) / kFullStrain, 1.0)), strain)); }

std::string selected_line(const AppState& state, const Library& library)
{
    if (is_painting(state)) return library.texts("selected.painting");
    if (question_is_open(state)) return library.texts("selected.question");
    const StructureId& id = state.view.selected;
    if (id.is_none()) return library.texts("selected.none");
    const Structure* s = library.catalogue.find(id);
    std::string line = library.texts("selected.prefix") + " " + library.catalogue.name(id);
    if (s && !s->latin.empty()) line += " (" + s->latin + ")";
    return line;
}

}  // namespace genu
