#pragma once
// The catalogue of structures: what each is called, where it lies in the layers, and what is known about it.
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.hpp"
#include "base/id.hpp"
#include "base/json.hpp"

namespace genu {

/// How well a statement is supported, as a word and a sentence. Shown beside the claim.
struct Evidence {
    std::string grade;  ///< high, moderate, low, very_low or textbook
    std::string text;
};

/// The same thing said twice: for a reader at home and for a professional.
struct TwoRegisters {
    std::string plain;
    std::string clinical;
    const std::string& in(bool clinical_register) const { return clinical_register ? clinical : plain; }
};

struct Source {
    SourceId id;
    std::string cite;
    std::string kind;
    std::string doi;   ///< empty where not certain
    std::string read;  ///< how much of it was read: full, abstract, secondary or no
    std::string note;
};

/// Layers from outside in, as numbers 0…9; their names are in text/<language>.json ("layer.0" …).
inline constexpr int kLayerCount = 10;

struct Structure {
    StructureId id;
    std::string name;      ///< English Terminologia Anatomica, or the chosen language's
    std::string latin;
    std::vector<std::string> synonyms;
    std::string fma;       ///< empty where not verified
    std::string group;
    int layer = 9;
    bool schematic = false;
    std::string plain;     ///< one line: what it does for you
    std::vector<std::pair<std::string, std::string>> facts;  ///< "origin" → text, in the order of the file
    std::vector<StructureId> supplied_by;
    std::vector<StructureId> supplies;
    Evidence evidence;
    std::vector<SourceId> sources;
    std::string review;    ///< "not_reviewed" until a clinician has read it

    std::string kind() const { return std::string(id.kind()); }
};

class Catalogue {
public:
    static Result<Catalogue> load(const fs::path& assets, const std::string& language);

    const std::vector<Structure>& structures() const { return structures_; }
    const std::vector<Source>& sources() const { return sources_; }
    const Structure* find(const StructureId& id) const;
    const Source* find(const SourceId& id) const;
    /// The structure's name, or the id's text when there is no record.
    std::string name(const StructureId& id) const;
    std::vector<std::string> ids() const;
    /// Complaints about ids that have no record, with a suggestion.
    void require(const StructureId& id, const JsonView& at) const;
    void require(const SourceId& id, const JsonView& at) const;

private:
    std::vector<Structure> structures_;
    std::vector<Source> sources_;
    std::unordered_map<StructureId, std::size_t> structure_index_;
    std::unordered_map<SourceId, std::size_t> source_index_;
};

/// Reads a content file and lays the language's translation over it (assets/text/<language>/<same path>): objects are
/// merged member by member, arrays of objects with "id" by id, everything else is replaced. "en" is the base.
Result<Json> read_content(const fs::path& assets, const fs::path& relative, const std::string& language);

/// All *.json below assets/<folder>, as paths relative to assets.
std::vector<fs::path> content_files(const fs::path& assets, const std::string& folder);

TwoRegisters read_registers(const JsonView& at, const std::string& key);
Evidence read_evidence(const JsonView& at);

template <class IdType>
std::vector<IdType> read_ids(const JsonView& at, const std::string& key)
{
    std::vector<IdType> ids;
    for (std::string& text : at.texts(key)) ids.emplace_back(std::move(text));
    return ids;
}

/// Interface text by key, in one language with English behind it. A missing key shows itself.
class Texts {
public:
    static Result<Texts> load(const fs::path& assets, const std::string& language);
    const std::string& operator()(const std::string& key) const;
    const std::string& language() const { return language_; }
    const std::map<std::string, std::string>& all() const { return by_key_; }

private:
    std::string language_ = "en";
    std::map<std::string, std::string> by_key_;
};

}  // namespace genu
