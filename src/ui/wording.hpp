#pragma once
// Names and figures as the reader sees them: register, language and Latin setting in one place.
#include <string>
#include <vector>

#include "ui/context.hpp"

namespace genu {

/// "Question {0} of {1}" with its places filled.
std::string filled(std::string pattern, const std::vector<std::string>& values);

/// With a true minus sign; `sign` puts a plus before what is greater than zero.
std::string figure(double value, int decimals = 0, bool sign = false);

std::string structure_name(const PanelContext& ui, const StructureId& id);
std::string finding_words(const PanelContext& ui, const FindingId& id);
std::string joint_words(const PanelContext& ui, const std::string& joint);
std::string condition_name(const PanelContext& ui, const ConditionId& id);
/// With a capital first letter, for a word that stands alone.
std::string as_title(std::string words);
std::string joined(const std::vector<std::string>& parts, const std::string& between = ", ");

/// True when every word of `filter` begins or lies in one of `names`, whatever the case.
bool matches(const std::string& filter, const std::vector<std::string>& names);

}  // namespace genu
