#pragma once
// What colour means in a picture, and which structures it singles out.
#include <string>
#include <unordered_map>
#include <vector>

#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// What a structure's colour says in this picture.
struct Emphasis {
    glm::vec3 colour{0};
    float strength = 0;
    float glow = 0;
    Pattern pattern = Pattern::none;
};
using Emphases = std::unordered_map<StructureId, Emphasis>;

/// The tissue that a structure is drawn as: its kind but for the skin and for what is called fascia and is as stout as a tendon.
std::string tissue_of(const StructureId& id);

/// One channel, one meaning.
enum class Meaning { tissue, role, band, strain, trace, myth, quiz };
Meaning meaning_of(const AppState& state);
Emphases emphases_of(const AppState& state, const Library& library);

/// Whether some structures are singled out and the others step back.
bool is_scene(Meaning meaning, const Emphases& emphases);

/// The nerves of a trace that feel for a part of the skin. A root's own part is another one: none of them.
std::vector<StructureId> felt_territories(const AppState& state, const Library& library);
/// Whether the skin is painted with the territories of all of its nerves.
bool shows_territories(const AppState& state, const Library& library);

/// "A" to "D" at the structures among which one is to be found; else nothing.
std::string quiz_letter(const AppState& state, const StructureId& id);

/// Place in a list; -1: not in it.
int place_of(const std::vector<StructureId>& ids, const StructureId& id);

}  // namespace genu
