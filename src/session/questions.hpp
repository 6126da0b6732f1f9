#pragma once
// Which plain question to ask next: the one that tells most between the causes that still fit.
#include <vector>

#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

inline constexpr std::size_t kMostPlainQuestions = 10;

/// Findings that share one answer, such as the age groups; empty name: a question of its own.
struct PlainQuestion { std::vector<FindingId> findings; };

/// True when it was answered with yes, no or "not sure".
bool is_answered(const ViewState& view, const FindingId& id);
/// Questions of the plain round answered so far.
std::size_t plain_answered(const AppState& state, const Library& library);
/// The rest, the most telling first. Deterministic; findings of place and safety questions are asked elsewhere.
std::vector<PlainQuestion> plain_questions(const AppState& state, const Library& library);
/// Safety questions still to be asked, in their order; "not sure" counts as asked.
std::vector<FindingId> safety_questions(const AppState& state, const Library& library);

}  // namespace genu
