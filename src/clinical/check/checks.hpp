#pragma once
// One function for each kind of rule; each adds to the report.
#include "clinical/check.hpp"

namespace genu::check {

struct Content {
    const Knowledge& knowledge;
    const Catalogue& catalogue;
    const std::vector<StructureId>& model_ids;
    ContentReport& report;

    void problem(std::string file, std::string place, std::string message, std::string hint = {}) const;
    void note(std::string file, std::string place, std::string message, std::string hint = {}) const;
};

/// "conditions/popliteal_cyst.json" of condition.popliteal_cyst.
std::string file_of(const std::string& folder, const std::string& id);

void conditions(const Content& content);
void findings(const Content& content);
void red_flags(const Content& content);
void exercises(const Content& content);
void plain_texts(const Content& content);
void structures(const Content& content);
void sources(const Content& content);
void reviews(const Content& content);

}  // namespace genu::check
