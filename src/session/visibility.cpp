#include "session/visibility.hpp"

#include <algorithm>

#include "session/pathology.hpp"
#include "session/skin_points.hpp"
#include "session/tension.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

constexpr float kFadedOpacity = 0.25f;
constexpr float kBesideOpacity = 0.5f;    // what a scene leaves as an outline around its structures
constexpr float kCoverOpacity = 1.0f;    // what is also involved and lies in front: its colour still tells
constexpr float kVeilOpacity = 0.35f;     // fascia, regions: never solid
constexpr int kLayerOfNerves = 4;
constexpr int kLayerOfVessels = 5;
constexpr int kLayerOfDeepMuscles = 7;
constexpr int kLayerOfJoint = 8;          // ligaments, menisci, cartilage

bool is_context(const std::string& tissue) { return tissue == "bone" || tissue == "nerve" || tissue == "artery" || tissue == "vein"; }
bool is_veil(const std::string& tissue) { return tissue == "fascia" || tissue == "region" || tissue == "capsule"; }

/// In an exercise for a nerve all muscles are glass: it runs deep to them all the way down.
bool covers_nerve(const AppState& state, const Library& library, const StructureId& id)
{
    if (!state.view.strain || state.view.exercise.is_none() || (id.kind() != "muscle" && tissue_of(id) != "tendon")) return false;
    const Exercise* exercise = library.knowledge.find(state.view.exercise);
    return exercise && exercise->bias == "nerve";
}

bool lies_in_joint(const StructureId& id)
{
    return id.kind() == "meniscus" || id.kind() == "cartilage" || (id.kind() == "ligament" && (id.text().find("cruciate") != std::string::npos || id.text().find("meniscofemoral") != std::string::npos));
}

Depth depth_of(const StructureId& id, const Library& library)
{
    if (lies_in_joint(id)) return Depth::joint;
    if (id.kind() == "vein" || id.kind() == "artery") return Depth::vessels;
    if (id.kind() == "nerve") return Depth::nerves;
    const Structure* record = library.catalogue.find(id);
    return id.kind() == "muscle" && record && record->layer >= kLayerOfDeepMuscles ? Depth::deep_muscles : Depth::anywhere;
}

/// Menisci and cruciates lie below everything, and between the bones; vessels below muscles and nerves; deep muscles below
/// the others. A main nerve would be lost among its like, too.
bool hides_main(const Part& part, const StructureId& id, const std::string& tissue, int layer)
{
    if (part.main) return false;
    if (part.of_main == Depth::nerves) return tissue == "nerve" ? !part.emphasised : layer < kLayerOfNerves;
    if (part.of_main == Depth::vessels) return tissue == "muscle" || layer < kLayerOfVessels;
    if (part.of_main == Depth::deep_muscles) return tissue == "muscle" && layer < kLayerOfDeepMuscles;
    if (part.of_main != Depth::joint) return false;
    if (tissue == "bone") return id.text() == "bone.femur" || id.text() == "bone.patella";
    return layer < kLayerOfJoint;
}

// Only what the test compares, on the bones; what would hide the nerve is see-through.
std::optional<Visibility> tension_visibility(const TensionTests& content, const StructureId& id)
{
    const auto in = [&](const std::vector<StructureId>& ids) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    if (in(content.veiled)) return Visibility{0.5f, true, true};
    if (in(content.shown) || id.kind() == "bone") return Visibility{};
    return std::nullopt;
}

}  // namespace

Depth depth_of_main(Meaning meaning, const Emphases& emphases, const Library& library)
{
    Depth deepest = Depth::anywhere;
    if (meaning != Meaning::role) return deepest;
    for (const auto& [id, emphasis] : emphases) if (emphasis.glow > 0) deepest = std::max(deepest, depth_of(id, library));
    return deepest;
}

std::optional<Visibility> visibility_of(const AppState& state, const Library& library, const StructureId& id, const Part& part)
{
    const ViewState& view = state.view;
    const bool emphasised = part.emphasised, scene = part.scene;
    const std::string tissue = tissue_of(id);
    // Only the skin is there while it is painted on, and through it what is selected: nothing else can be hit or seen.
    if (is_painting(state)) {
        const bool glassy = !view.selected.is_none() && view.selected != id;
        if (tissue == "skin") return Visibility{glassy ? 0.45f : 1.0f, glassy, true};
        return view.selected == id ? std::optional(Visibility{1, false, false}) : std::nullopt;
    }
    if (view.hidden.contains(id)) return std::nullopt;
    if (tissue == "pathology") return view.pathology.contains(id) ? std::optional(Visibility{}) : std::nullopt;
    if (hides_pathology(view, library, id)) return part.main ? Visibility{0.45f, false, true} : Visibility{0.4f, true, true};
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
    if (view.selected != id && hides_main(part, id, tissue, layer)) return Visibility{emphasised ? kCoverOpacity : kBesideOpacity, true, true};
    if (asked_for) return Visibility{};
    // Nerves and vessels stay in their colours: where they run is what one looks through the muscles for.
    if (view.xray && tissue != "bone") return is_context(tissue) ? Visibility{} : Visibility{0.55f, true, true};
    // In a question the one that is lit must not be lost among its like.
    const bool asks = view.quiz && view.quiz->kind == QuizKind::name_it && tissue != "bone";
    if (scene && (asks || !is_context(tissue))) return Visibility{kBesideOpacity, true, true};
    return Visibility{};
}

}  // namespace genu
