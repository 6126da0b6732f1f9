#include <iostream>

#include "app/picture.hpp"

namespace genu {

void report(const Problems& problems)
{
    for (const Problem& problem : problems) std::cerr << "genu: " << to_text(problem) << '\n';
    std::cerr.flush();
}

}  // namespace genu
