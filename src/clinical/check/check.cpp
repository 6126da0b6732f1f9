#include "clinical/check/checks.hpp"

namespace genu {

namespace check {

void Content::problem(std::string file, std::string place, std::string message, std::string hint) const
{
    report.problems.push_back({std::move(file), std::move(place), std::move(message), std::move(hint)});
}

void Content::note(std::string file, std::string place, std::string message, std::string hint) const
{
    report.notes.push_back({std::move(file), std::move(place), std::move(message), std::move(hint)});
}

std::string file_of(const std::string& folder, const std::string& id) { return folder + "/" + id.substr(id.find('.') + 1) + ".json"; }

}  // namespace check

ContentReport check_content(const Knowledge& knowledge, const Catalogue& catalogue, const std::vector<StructureId>& model_ids)
{
    ContentReport report;
    const check::Content content{knowledge, catalogue, model_ids, report};
    check::conditions(content);
    check::findings(content);
    check::red_flags(content);
    check::exercises(content);
    check::plain_texts(content);
    check::structures(content);
    check::sources(content);
    check::reviews(content);
    return report;
}

}  // namespace genu
