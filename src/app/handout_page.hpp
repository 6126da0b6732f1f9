#pragma once
// The page for the patient as HTML text.
#include <map>
#include <span>
#include <string>

#include "session/build_frame.hpp"

namespace genu {

/// Bytes as letters, for pictures inside a page.
std::string base64(std::span<const std::byte> bytes);

/// Text that means itself inside HTML.
std::string html_escaped(const std::string& text);

struct HandoutPicture {
    std::vector<std::byte> png;   ///< empty: the page says that it has no picture
    Legend legend;
    std::map<ExerciseId, std::vector<std::byte>> exercises;  ///< those that could be drawn
};

/// Self-contained: nothing is fetched when it is opened.
std::string handout_page(const Library& library, const Condition& condition, const HandoutPicture& picture, const std::string& css);

}  // namespace genu
