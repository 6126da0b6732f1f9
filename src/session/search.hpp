#pragma once
// Finding a structure, condition, finding, exercise or myth by what people type.
#include <string>
#include <vector>

#include "session/library.hpp"

namespace genu {

struct SearchHit { std::string id, name, why; int score = 0; };  ///< why: the synonym or field that matched

/// Best first; first letters of words are enough ("bc" finds Baker's cyst); tolerant of case, word order, and a misspelling in each word of four letters or more.
std::vector<SearchHit> search(const Library& library, const std::string& text, std::size_t most = 30);

}  // namespace genu
