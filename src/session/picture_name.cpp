#include "session/picture_name.hpp"

namespace genu {

namespace {

std::string about(const ViewState& view)
{
    const auto word = [](const std::string& id) { return id.substr(id.find('.') + 1); };
    if (!view.exercise.is_none()) return word(view.exercise.text());
    if (!view.condition.is_none()) return word(view.condition.text());
    if (!view.selected.is_none()) return word(view.selected.text());
    return "knee";
}

}  // namespace

std::string picture_name(const ViewState& view) { return about(view) + ".png"; }

std::string film_name(const ViewState& view, FilmKind kind) { return about(view) + (kind == FilmKind::pictures ? "_film" : std::string(".") + name_of(kind)); }

}  // namespace genu
