#pragma once
// Questions made from the same content and the same leg as everything else; nothing is listed by hand.
#include <string>
#include <vector>

#include "session/library.hpp"
#include "session/progress.hpp"
#include "session/quiz_state.hpp"

namespace genu {

/// Everything that can be asked; for find it and the order only what the model has a shape of.
std::vector<std::string> quiz_items(const Library& library, QuizKind kind);

/// The next question: what is due first, in the lowest box first, then what was never asked. Fills item, choices and
/// right. False when there is nothing to ask.
bool next_question(QuizState& quiz, const Library& library, const Progress& progress, int today);

/// Why the answer is right, from the record it was made from; may be empty.
std::string quiz_reason(const Library& library, const QuizState& quiz, bool clinical);
std::string choice_words(const Library& library, const QuizState& quiz, std::size_t choice, bool clinical);
/// The structures that the answer is about, to be lit.
std::vector<StructureId> quiz_structures(const Library& library, const QuizState& quiz);

/// The height above the knee of an "order" item, in metres.
double order_height_m(const std::string& item);

}  // namespace genu
