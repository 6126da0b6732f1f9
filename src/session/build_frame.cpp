#include "session/build_frame.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "session/emphasis.hpp"
#include "session/eye_room.hpp"
#include "session/figure.hpp"
#include "session/pathology.hpp"
#include "session/quiz.hpp"
#include "session/scene_math.hpp"
#include "session/section.hpp"
#include "session/skin_points.hpp"
#include "session/tension.hpp"
#include "session/trace.hpp"
#include "session/update.hpp"
#include "session/visibility.hpp"

namespace genu {

namespace {

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

SectionPlane section_of(const ViewState& view)
{
    const std::optional<Cut> cut = cut_of(view);
    if (!cut) return {};
    const float outer = view.left_side ? 1.0f : -1.0f;  // the outer side of a left leg is where x grows
    return {true, cut->normal * glm::vec3(outer, 1, 1), static_cast<float>(cut->mm * 1e-3)};
}

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
    const Settings& settings = state.settings;
    return settings.latin && !settings.latin_beside && !s->latin.empty() ? s->latin : s->name;
}

/// The Latin name where both are wanted.
std::string second_name(const AppState& state, const Library& library, const StructureId& id)
{
    const Structure* s = library.catalogue.find(id);
    return s && state.settings.latin_beside && !question_is_open(state) ? s->latin : std::string{};
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
    const bool scene = is_scene(meaning, emphases);
    const Depth depth = depth_of_main(meaning, emphases, library);
    for (std::size_t i = 0; i < library.model.meshes.size(); ++i) {
        const StructureId& id = library.model.meshes[i].id;
        const auto emphasis = emphases.find(id);
        const bool emphasised = emphasis != emphases.end();
        const auto visibility = visibility_of(state, library, id, {(emphasised && meaning != Meaning::strain) || !quiz_letter(state, id).empty(), emphasised && emphasis->second.glow > 0, scene, depth});
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
            frame.labels.push_back({id, words, *anchor * mirror, disease || item.selected || item.glow > 0 || question_is_open(state), second_name(state, library, id), item.xray || item.opacity < 1});
        }
    }
    frame.camera = outside_flesh(frame, library, state.picture_aspect);
    leave_out_what_skin_covers(frame, state, library);
    fill_with_fat(frame, state, library);
    return frame;
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
