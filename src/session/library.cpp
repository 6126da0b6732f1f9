#include "session/library.hpp"

#include <algorithm>
#include <cmath>

#include "base/suggest.hpp"
#include "motion/chain_rules.hpp"
#include "scene/gltf.hpp"
#include "session/shape.hpp"

namespace genu {

namespace {

float linear_from_srgb(float s) { return s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f); }

glm::vec3 read_colour(const JsonView& at)
{
    const std::string text = at.as_text();
    unsigned rgb = 0;
    std::size_t used = 0;
    if (text.size() == 7 && text[0] == '#') {
        try {
            rgb = static_cast<unsigned>(std::stoul(text.substr(1), &used, 16));
        } catch (const std::exception&) {
            used = 0;
        }
    }
    if (used != 6) {
        at.complain("must be a colour such as \"#9c3b36\"");
        return glm::vec3(0.5f);
    }
    const auto channel = [&](int shift) { return linear_from_srgb(static_cast<float>((rgb >> shift) & 255u) / 255.0f); };
    return {channel(16), channel(8), channel(0)};
}

Material read_material(const JsonView& at)
{
    at.only({"colour", "tendon_colour", "roughness", "specular", "fibre", "translucency"});
    Material m;
    m.colour = read_colour(at.at("colour"));
    const auto tendon = at.find("tendon_colour");
    m.tendon_colour = tendon ? read_colour(*tendon) : m.colour;
    m.roughness = static_cast<float>(at.number_or("roughness", m.roughness));
    m.specular = static_cast<float>(at.number_or("specular", m.specular));
    m.fibre = static_cast<float>(at.number_or("fibre", m.fibre));
    m.translucency = static_cast<float>(at.number_or("translucency", m.translucency));
    return m;
}

Theme read_theme(const JsonView& at) { return {read_colour(at.at("background_top")), read_colour(at.at("background_bottom")), read_colour(at.at("accent"))}; }

PlateStyle read_style(const JsonView& at)
{
    at.only({"theme", "lighten", "gloss", "ink", "materials"});
    PlateStyle style;
    if (const auto theme = at.find("theme")) style.theme = read_theme(*theme);
    style.lighten = static_cast<float>(at.number_or("lighten", 0));
    style.gloss = static_cast<float>(at.number_or("gloss", 1));
    style.ink = static_cast<float>(at.number_or("ink", 0));
    if (const auto materials = at.find("materials")) {
        for (const auto& [name, item] : materials->members()) style.materials[name] = read_material(item);
    }
    return style;
}

RoleStyle read_role(const JsonView& at)
{
    static const std::vector<std::string> patterns = {"none", "dots", "stripes"};
    const std::string pattern = at.text_or("pattern", "none");
    const auto found = std::find(patterns.begin(), patterns.end(), pattern);
    if (found == patterns.end()) at.complain("unknown pattern \"" + pattern + "\"", did_you_mean(pattern, patterns));
    return {read_colour(at.at("colour")), static_cast<Pattern>((found - patterns.begin()) % 3)};
}

StandardView read_view(const JsonView& item)
{
    StandardView view;
    view.name = item.text("name");
    view.yaw_deg = static_cast<float>(item.number("yaw_deg"));
    view.pitch_deg = static_cast<float>(item.number("pitch_deg"));
    view.height_m = static_cast<float>(item.number("height_mm")) * 1e-3f;
    view.width_m = static_cast<float>(item.number("width_mm")) * 1e-3f;
    view.cut_height_m = static_cast<float>(item.number_or("cut_height_mm", 0)) * 1e-3f;
    const std::vector<JsonView> c = item.at("centre_mm").items();
    if (c.size() != 3) item.complain("centre_mm must hold 3 numbers");
    else view.centre_m = glm::vec3(-c[0].as_number(), c[1].as_number(), -c[2].as_number()) * 1e-3f;
    return view;
}

Result<std::vector<SectionPreset>> load_sections(const fs::path& assets)
{
    const fs::path file = assets / "views" / "sections.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    std::vector<SectionPreset> sections;
    for (const JsonView& item : root.at("sections").items()) {
        item.only({"name", "normal", "mm", "yaw_deg", "pitch_deg", "centre_mm", "height_mm", "width_mm"});
        SectionPreset preset{read_view(item), {0, 1, 0}, item.number("mm")};
        const std::vector<JsonView> n = item.at("normal").items();
        if (n.size() != 3) item.complain("normal must hold 3 numbers");
        else preset.normal = glm::normalize(glm::vec3(n[0].as_number(), n[1].as_number(), n[2].as_number()));
        sections.push_back(preset);
    }
    if (!problems.empty()) return problems;
    return sections;
}

Result<std::vector<StandardView>> load_views(const fs::path& assets)
{
    const fs::path file = assets / "views" / "standard.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    std::vector<StandardView> views;
    for (const JsonView& item : root.at("views").items()) {
        item.only({"name", "yaw_deg", "pitch_deg", "centre_mm", "height_mm", "width_mm", "cut_height_mm"});
        views.push_back(read_view(item));
    }
    if (!problems.empty()) return problems;
    return views;
}

Result<std::vector<Branch>> load_branches(const fs::path& assets, const Catalogue& catalogue)
{
    const fs::path file = assets / "anatomy" / "branches.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    root.only({"note", "sources", "branches"});
    std::vector<Branch> branches;
    for (const SourceId& id : read_ids<SourceId>(root, "sources")) catalogue.require(id, root);
    for (const JsonView& item : root.at("branches").items()) {
        item.only({"id", "of"});
        Branch branch{StructureId(item.text("id")), read_ids<StructureId>(item, "of")};
        catalogue.require(branch.id, item);
        for (const StructureId& trunk : branch.of) catalogue.require(trunk, item);
        branches.push_back(std::move(branch));
    }
    if (!problems.empty()) return problems;
    return branches;
}

std::array<double, 2> read_span(const JsonView& at)
{
    const std::vector<JsonView> v = at.items();
    if (v.size() == 2 && v[0].as_number() < v[1].as_number()) return {v[0].as_number(), v[1].as_number()};
    at.complain("must hold 2 numbers, the lower one first");
    return {0, 0};
}

Result<std::vector<PainRegion>> load_pain_regions(const fs::path& assets, const Knowledge& knowledge)
{
    const fs::path file = assets / "pain_regions.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    std::vector<PainRegion> regions;
    for (const JsonView& item : root.at("regions").items()) {
        item.only({"finding", "height_mm", "angle_deg"});
        PainRegion region{FindingId(item.text("finding")), read_span(item.at("height_mm")), read_span(item.at("angle_deg"))};
        if (!knowledge.find(region.finding)) item.at("finding").complain("unknown finding \"" + region.finding.text() + "\"");
        regions.push_back(region);
    }
    if (!problems.empty()) return problems;
    return regions;
}

std::vector<std::string> languages_in(const fs::path& assets)
{
    std::vector<std::string> languages;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(assets / "text", error)) {
        if (entry.path().extension() == ".json") languages.push_back(entry.path().stem().string());
    }
    std::sort(languages.begin(), languages.end());
    return languages;
}

template <class T>
bool take(Result<T> loaded, T& into, Problems& problems)
{
    if (!loaded) {
        append(problems, loaded.problems());
        return false;
    }
    into = std::move(loaded).value();
    return true;
}

}  // namespace

const Material& Appearance::material(const std::string& tissue) const
{
    static const Material plain;
    const auto found = materials.find(tissue);
    return found == materials.end() ? plain : found->second;
}

const PlateStyle& Appearance::style(Style style) const
{
    static const PlateStyle plain;
    const auto found = styles.find(name_of(style));
    return found == styles.end() ? plain : found->second;
}

Material Appearance::material(const std::string& tissue, Style wanted) const
{
    const PlateStyle& plate = style(wanted);
    const auto own = plate.materials.find(tissue);
    Material m = own == plate.materials.end() ? material(tissue) : own->second;
    m.colour = glm::mix(m.colour, glm::vec3(1), plate.lighten);
    m.tendon_colour = glm::mix(m.tendon_colour, glm::vec3(1), plate.lighten);
    m.specular *= plate.gloss;
    return m;
}

Result<Appearance> Appearance::load(const fs::path& assets)
{
    const fs::path file = assets / "materials.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    Appearance appearance;
    for (const auto& [name, item] : root.at("materials").members()) appearance.materials[name] = read_material(item);
    for (const auto& [name, item] : root.at("themes").members()) appearance.themes[name] = read_theme(item);
    for (const auto& [name, item] : root.at("styles").members()) appearance.styles[name] = read_style(item);
    const JsonView paint = root.at("paint");
    appearance.paint.origin = read_colour(paint.at("origin"));
    appearance.paint.insertion = read_colour(paint.at("insertion"));
    for (const JsonView& colour : paint.at("territories").items()) appearance.paint.territories.push_back(read_colour(colour));
    for (const auto& [name, item] : root.at("roles").members()) appearance.roles[name] = read_role(item);
    for (const char* theme : {"dark", "light"}) if (!appearance.themes.contains(theme)) root.complain(std::string("theme \"") + theme + "\" is missing");
    for (const char* role : {"primary", "secondary", "referred"}) if (!appearance.roles.contains(role)) root.complain(std::string("role \"") + role + "\" is missing");
    if (!problems.empty()) return problems;
    return appearance;
}

const StandardView* Library::view(const std::string& name) const
{
    const auto found = std::find_if(views.begin(), views.end(), [&](const StandardView& v) { return v.name == name; });
    return found == views.end() ? nullptr : &*found;
}

const SectionPreset* Library::section(const std::string& name) const
{
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const SectionPreset& s) { return s.view.name == name; });
    return found == sections.end() ? nullptr : &*found;
}

std::vector<std::string> Library::view_names() const
{
    std::vector<std::string> names;
    for (const StandardView& v : views) names.push_back(v.name);
    return names;
}

const PathRecord* Library::path_of(const StructureId& id) const
{
    for (const PathRecord& path : paths) {
        if (path.id == id || std::find(path.also.begin(), path.also.end(), id) != path.also.end()) return &path;
    }
    return nullptr;
}

Result<Done> Library::speak(const ProgramFiles& files, const std::string& language)
{
    Result<Library> other = load(files, {}, language);
    if (!other) return other.problems();
    other->model = std::move(model);
    other->mesh_bounds = std::move(mesh_bounds);
    other->shape = std::move(shape);
    *this = std::move(other).value();
    return Done{};
}

void Library::take_model(Model taken)
{
    model = std::move(taken);
    mesh_bounds.clear();
    for (const Mesh& mesh : model.meshes) mesh_bounds.push_back(bounds_of(mesh));
    // The rules have been read once before, and told what is wrong with them.
    const Result<ChainRules> rules = ChainRules::load(assets);
    shape = rules ? std::make_shared<const Shape>(model, *rules) : std::make_shared<const Shape>();
}

Result<Library> Library::load(const ProgramFiles& files, const fs::path& model_path, const std::string& language)
{
    Library library;
    library.assets = files.assets;
    library.languages = languages_in(files.assets);
    Problems problems;
    take(Texts::load(files.assets, language), library.texts, problems);
    take(Skeleton::load(files.assets), library.skeleton, problems);
    take(load_paths(files.assets), library.paths, problems);
    ChainRules rules;
    take(ChainRules::load(files.assets), rules, problems);
    take(Appearance::load(files.assets), library.appearance, problems);
    take(load_sections(files.assets), library.sections, problems);
    take(load_views(files.assets), library.views, problems);
    if (take(Catalogue::load(files.assets, language), library.catalogue, problems)) {
        take(load_branches(files.assets, library.catalogue), library.branches, problems);
        if (take(Knowledge::load(files.assets, language, library.catalogue), library.knowledge, problems)) {
            take(load_pain_regions(files.assets, library.knowledge), library.pain_regions, problems);
        }
        take(TensionTests::load(files.assets, language, library.catalogue), library.tension, problems);
        take(PathologyShapes::load(files.assets, library.catalogue), library.pathology, problems);
    }
    Model model;
    if (!model_path.empty() && take(read_gltf(model_path), model, problems) && problems.empty()) library.take_model(std::move(model));
    if (!problems.empty()) return problems;
    return library;
}

}  // namespace genu
