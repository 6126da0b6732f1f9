#pragma once
// A view as text, for sessions and saved views: everything that undo brings back, in words and degrees a person can read.
#include "base/json.hpp"
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

Json to_json(const ViewState& view);

/// Members that are missing keep their first value, so that files of other versions open too. A wrong type is a problem; an
/// id that the library does not know is left out.
Result<ViewState> view_from_json(const Json& json, const Library& library, const std::string& file);

}  // namespace genu
