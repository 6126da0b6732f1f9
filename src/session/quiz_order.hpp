#pragma once
// "Put these in order", measured on the leg: from the skin of the hollow inwards, or from the inner to the outer side.
#include <string>
#include <vector>

#include "session/library.hpp"

namespace genu {

/// "depth:20": what lies behind one another 20 mm above the knee; "across:20": side by side there.
std::vector<std::string> order_items(const Library& library);

/// The structures of an item in their true order; fewer than 3 where the model has no clear order there.
std::vector<std::string> structures_in_order(const Library& library, const std::string& item);

/// The measured places, for the answer: "Tibial nerve 12 mm, popliteal vein 19 mm".
std::string order_reason(const Library& library, const std::string& item);

}  // namespace genu
