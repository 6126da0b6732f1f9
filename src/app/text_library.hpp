#pragma once
// What the text commands share: loading without a model, names by id, and what to say to an unknown id.
#include <string>
#include <vector>

#include "app/options.hpp"
#include "session/library.hpp"

namespace genu {

/// Content only.
Result<Library> load_content(const PictureOptions& options);

/// Content, and the model where there is one to read. A model that was asked for by name must be readable; the built
/// one may be missing: a note on standard error says so.
Result<Library> load_content_and_model(const PictureOptions& options);

/// Every id that `genu show` knows.
std::vector<std::string> all_ids(const Library& library);

Problem unknown_id(const Library& library, const std::string& id, const std::string& where, const std::string& what = "id");

/// An interface text, or the fall-back where the language file has no such key.
std::string text_or(const Library& library, const std::string& key, const std::string& fallback);

/// The plain or clinical words of a finding; its id where it is unknown.
std::string words_of(const Library& library, const FindingId& id, bool clinical);

/// What an id of any kind is called.
std::string name_of(const Library& library, const std::string& id);

int fail(const Problems& problems, int code = kExitBadInput);  ///< reports, gives the code back

}  // namespace genu
