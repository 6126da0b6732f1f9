#pragma once
// Everything known about one item as JSON, with what other records say about it.
#include <optional>

#include "session/library.hpp"

namespace genu {

/// None where no item has this id.
std::optional<OrderedJson> record_json(const Library& library, const std::string& id);

}  // namespace genu
