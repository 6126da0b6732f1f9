#pragma once
// Everything loaded once at start and constant from then on.
#include <array>
#include <map>
#include <memory>
#include <optional>

#include "anatomy/catalogue.hpp"
#include "clinical/assess.hpp"
#include "clinical/knowledge.hpp"
#include "motion/paths.hpp"
#include "motion/skeleton.hpp"
#include "scene/camera.hpp"
#include "scene/frame.hpp"
#include "scene/model.hpp"
#include "session/app_state.hpp"
#include "session/pathology_content.hpp"
#include "session/tension_content.hpp"

namespace genu {

struct Theme { glm::vec3 background_top, background_bottom, accent; };  // linear light
/// How a style departs from the theme's plate. From assets/materials.json.
struct PlateStyle {
    std::optional<Theme> theme;                 ///< instead of the program's
    float lighten = 0;                          ///< 0…1 towards white
    float gloss = 1;                            ///< of what surfaces mirror
    float ink = 0;                              ///< 0…1 lines round every structure
    std::map<std::string, Material> materials;  ///< instead of the usual ones, by tissue
};
struct RoleStyle { glm::vec3 colour; Pattern pattern = Pattern::none; };

struct Appearance {
    std::map<std::string, Material> materials;  ///< by tissue
    std::map<std::string, Theme> themes;        ///< "dark", "light"
    std::map<std::string, PlateStyle> styles;   ///< by name_of(Style); none for the atlas
    struct Paint { glm::vec3 origin{0}, insertion{0}; std::vector<glm::vec3> territories; } paint;
    std::map<std::string, RoleStyle> roles;     ///< "primary", "secondary", "referred"
    const Material& material(const std::string& tissue) const;
    Material material(const std::string& tissue, Style style) const;
    const PlateStyle& style(Style style) const;
    static Result<Appearance> load(const fs::path& assets);
};

/// A direction to look from and what must fit into the picture. assets/views/standard.json.
struct StandardView { std::string name; float yaw_deg = 0, pitch_deg = 0; glm::vec3 centre_m{0}; float height_m = 1, width_m = 0.3f, cut_height_m = 0; };

/// A cut worth having again, with the view it is looked at from. assets/views/sections.json.
struct SectionPreset { StandardView view; glm::vec3 normal{0, 1, 0}; double mm = 0; };
/// What branches from what; a vein: what it empties into. assets/anatomy/branches.json.
struct Branch { StructureId id; std::vector<StructureId> of; };

/// The part of the skin that a finding of place means. assets/pain_regions.json.
struct PainRegion { FindingId finding; std::array<double, 2> height_mm{}, angle_deg{}; };

class Shape;

struct Library {
    fs::path assets;
    Catalogue catalogue;
    Knowledge knowledge;
    Skeleton skeleton;
    Appearance appearance;
    Texts texts;
    std::vector<std::string> languages;     ///< those with a file assets/text/<language>.json
    std::vector<StandardView> views;
    std::vector<SectionPreset> sections;
    Model model;
    std::vector<PathRecord> paths;
    std::vector<Branch> branches;
    std::vector<PainRegion> pain_regions;
    TensionTests tension;
    PathologyShapes pathology;
    std::vector<Bounds> mesh_bounds;        ///< at rest, by mesh
    std::shared_ptr<const Shape> shape;     ///< how the model's soft structures follow a pose; null without a model

    const StandardView* view(const std::string& name) const;
    const SectionPreset* section(const std::string& name) const;
    bool has_shape(const StructureId& id) const { return model.find(id) != nullptr; }
    std::vector<std::string> view_names() const;
    const PathRecord* path_of(const StructureId& id) const;  ///< its own course or the one it shares; null without

    /// Makes this the model, with all that is worked out from it once.
    void take_model(Model taken);
    /// Content, then the model. `model_path` empty: text only (list, show, assess need no model).
    /// The same with all words in another language; the model is kept.
    Result<Done> speak(const ProgramFiles& files, const std::string& language);
    static Result<Library> load(const ProgramFiles& files, const fs::path& model_path, const std::string& language);
};

}  // namespace genu
