#pragma once
// Everything loaded once at start and constant from then on.
#include <array>
#include <map>
#include <memory>

#include "anatomy/catalogue.hpp"
#include "clinical/assess.hpp"
#include "clinical/knowledge.hpp"
#include "motion/paths.hpp"
#include "motion/skeleton.hpp"
#include "scene/camera.hpp"
#include "scene/frame.hpp"
#include "scene/model.hpp"

namespace genu {

struct Theme { glm::vec3 background_top, background_bottom, accent; };  // linear light
struct RoleStyle { glm::vec3 colour; Pattern pattern = Pattern::none; };

struct Appearance {
    std::map<std::string, Material> materials;  ///< by tissue
    std::map<std::string, Theme> themes;        ///< "dark", "light"
    std::map<std::string, RoleStyle> roles;     ///< "primary", "secondary", "referred"
    const Material& material(const std::string& tissue) const;
    static Result<Appearance> load(const fs::path& assets);
};

/// A direction to look from and what must fit into the picture. assets/views/standard.json.
struct StandardView { std::string name; float yaw_deg = 0, pitch_deg = 0; glm::vec3 centre_m{0}; float height_m = 1, width_m = 0.3f, cut_height_m = 0; };

struct Library {
    fs::path assets;
    Catalogue catalogue;
    Knowledge knowledge;
    Skeleton skeleton;
    Appearance appearance;
    Texts texts;
    std::vector<std::string> languages;     ///< those with a file assets/text/<language>.json
    std::vector<StandardView> views;
    Model model;
    std::vector<PathRecord> paths;
    std::vector<Bounds> mesh_bounds;        ///< at rest, by mesh

    const StandardView* view(const std::string& name) const;
    bool has_shape(const StructureId& id) const { return model.find(id) != nullptr; }
    std::vector<std::string> view_names() const;
    const PathRecord* path_of(const StructureId& id) const;  ///< its own course or the one it shares; null without

    /// Content, then the model. `model_path` empty: text only (list, show, assess need no model).
    /// The same with all words in another language; the model is kept.
    Result<Done> speak(const ProgramFiles& files, const std::string& language);
    static Result<Library> load(const ProgramFiles& files, const fs::path& model_path, const std::string& language);
};

}  // namespace genu
