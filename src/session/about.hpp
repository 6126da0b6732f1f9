#pragma once
// What is known about Genu's own data: how much there is, how well it is supported, what was read and what was reviewed.
#include <map>
#include <string>

#include "session/library.hpp"

namespace genu {

struct AboutData {
    std::size_t structures = 0, with_shape = 0, conditions = 0, findings = 0, rules = 0, exercises = 0, myths = 0, sources = 0;
    std::map<std::string, std::size_t> evidence;   ///< records by grade: structures, conditions and exercises
    std::map<std::string, std::size_t> read;       ///< sources by how far they were read
    std::size_t reviewed = 0, not_reviewed = 0;    ///< records that a clinician has read, and the others
};

AboutData about_data(const Library& library);

}  // namespace genu
