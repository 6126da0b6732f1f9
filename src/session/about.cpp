#include "session/about.hpp"

#include <algorithm>

namespace genu {

AboutData about_data(const Library& library)
{
    AboutData about;
    const Knowledge& k = library.knowledge;
    const auto& structures = library.catalogue.structures();
    about.structures = structures.size();
    about.with_shape = static_cast<std::size_t>(std::count_if(structures.begin(), structures.end(), [&](const Structure& s) { return library.has_shape(s.id); }));
    about.conditions = k.conditions.size();
    about.findings = k.findings.size();
    about.rules = k.rules.size();
    about.exercises = k.exercises.size();
    about.myths = k.myths.size();
    about.sources = library.catalogue.sources().size();
    const auto graded = [&](const auto& records) { for (const auto& r : records) ++about.evidence[r.evidence.grade]; };
    graded(structures);
    graded(k.conditions);
    graded(k.exercises);
    const auto reviewed = [&](const auto& records) { for (const auto& r : records) ++(r.review == "not_reviewed" ? about.not_reviewed : about.reviewed); };
    reviewed(structures);
    reviewed(k.conditions);
    reviewed(k.exercises);
    reviewed(k.myths);
    reviewed(k.rarer_causes);
    for (const Source& s : library.catalogue.sources()) ++about.read[s.read];
    return about;
}

}  // namespace genu
