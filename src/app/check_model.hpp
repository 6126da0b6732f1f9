#pragma once
// Rules on the model and on what the content does with it, beyond what the clinical rules can see.
#include "clinical/check.hpp"
#include "session/library.hpp"

namespace genu {

/// Numbers that no renderer can use, surfaces turned inside out, a leg that is upside down, back to front or a left one.
Problems check_model(const Model& model, const std::string& file);

/// Tour commands that the program could not follow.
Problems check_scenes(const Library& library);

}  // namespace genu
