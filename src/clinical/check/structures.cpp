// The catalogue, and where it meets the model.
#include <algorithm>
#include <set>

#include "base/suggest.hpp"
#include "clinical/check/checks.hpp"
#include "clinical/check/patterns.hpp"

namespace genu::check {

namespace {

const std::vector<std::string> kGroups = {"pelvis_hip", "anterior_thigh", "medial_thigh", "posterior_thigh", "posterior_leg", "anterior_leg",
                                          "lateral_leg", "foot", "knee_joint", "bones", "nerves", "arteries", "veins", "bursae", "fascia", "regions", "pathology"};

void check_records(const Content& content)
{
    for (const Structure& s : content.catalogue.structures()) {
        const auto problem = [&](const char* place, std::string message, std::string hint) { content.problem("anatomy/structures", s.id.text() + place, std::move(message), std::move(hint)); };
        if (std::find(kGroups.begin(), kGroups.end(), s.group) == kGroups.end()) problem("/group", "unknown group \"" + s.group + "\"", did_you_mean(s.group, kGroups));
        if (!s.fma.empty() && !looks_like_fma(s.fma)) problem("/fma", "\"" + s.fma + "\" does not look like an FMA id", "FMA and digits, or leave it out");
        if (s.sources.empty()) problem("/sources", "names no source", "every claim needs one");
    }
}

void check_shapes(const Content& content)
{
    if (content.model_ids.empty()) return;
    const std::set<StructureId> shapes(content.model_ids.begin(), content.model_ids.end());
    for (const StructureId& id : shapes) {
        if (!content.catalogue.find(id)) content.note("model", id.text(), "has a shape but no record", did_you_mean(id.text(), content.catalogue.ids()));
    }
    std::set<StructureId> named;
    for (const Condition& c : content.knowledge.conditions) {
        for (const ConditionStructure& s : c.structures) {
            if (s.role == Role::referred || shapes.contains(s.id) || !named.insert(s.id).second) continue;
            content.note(file_of("conditions", c.id.text()), "/structures", "\"" + s.id.text() + "\" has no shape, so nothing lights up for it");
        }
    }
}

}  // namespace

void structures(const Content& content)
{
    check_records(content);
    check_shapes(content);
}

void sources(const Content& content)
{
    for (const Source& source : content.catalogue.sources()) {
        if (source.cite.empty()) content.problem("sources.json", source.id.text(), "has no citation");
        if (!source.doi.empty() && !looks_like_doi(source.doi)) content.problem("sources.json", source.id.text(), "\"" + source.doi + "\" does not look like a DOI", "10.…/…, without https://doi.org/");
    }
}

}  // namespace genu::check
