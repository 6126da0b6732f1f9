#pragma once
// State → picture, as plain data that tests can compare without a GPU.
#include <string>
#include <vector>

#include "session/app_state.hpp"
#include "session/library.hpp"
#include "session/strain_scale.hpp"

namespace genu {

Frame build_frame(const AppState& state, const Library& library);

/// What colour means in this picture, line by line. Empty: colours are tissues.
struct LegendEntry { glm::vec3 colour; Pattern pattern = Pattern::none; std::string text; bool operator==(const LegendEntry&) const = default; };
struct Legend { std::string title; std::vector<LegendEntry> entries; };
Legend build_legend(const AppState& state, const Library& library);

/// One bar of the "what lengthens" strip.
struct LengthBar { StructureId id; double length_mm = 0, change_mm = 0, strain = 0; bool nerve = false; };
/// The structures that the strip follows, with their change from standing in the pose shown now.
std::vector<LengthBar> length_bars(const AppState& state, const Library& library);

/// "selected: …" line: always says what is selected, or how to select.
std::string selected_line(const AppState& state, const Library& library);

}  // namespace genu
