#include "base/result.hpp"

#include <iterator>

namespace genu {

std::string to_text(const Problem& problem)
{
    std::string text;
    for (const std::string* part : {&problem.file, &problem.place}) {
        if (!part->empty()) text += *part + ": ";
    }
    text += problem.message;
    if (!problem.hint.empty()) text += "\n  " + problem.hint;
    return text;
}

std::string to_text(const Problems& problems)
{
    std::string text;
    for (const Problem& problem : problems) text += (text.empty() ? "" : "\n") + to_text(problem);
    return text;
}

void append(Problems& to, Problems from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace genu
