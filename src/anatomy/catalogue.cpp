#include "anatomy/catalogue.hpp"

#include <algorithm>

#include "base/suggest.hpp"

namespace genu {

namespace {

Structure read_structure(const JsonView& at)
{
    at.only({"id", "name", "synonyms", "fma", "group", "layer", "side_note", "schematic", "plain", "facts", "supplied_by",
             "supplies", "evidence", "sources", "review"});
    Structure s;
    s.id = StructureId(at.text("id"));
    const JsonView name = at.at("name");
    s.name = name.text("en");
    s.latin = name.text_or("la", "");
    s.synonyms = at.texts("synonyms");
    s.fma = at.text_or("fma", "");
    s.group = at.text("group");
    s.layer = static_cast<int>(at.number("layer"));
    if (s.layer < 0 || s.layer >= kLayerCount) at.complain("layer must be 0 (skin) to 9 (bones)");
    s.schematic = at.flag_or("schematic", false);
    s.plain = at.text("plain");
    if (const auto facts = at.find("facts")) {
        for (const auto& [key, value] : facts->members()) {
            if (value.raw().is_array()) {
                std::string joined;
                for (const JsonView& item : value.items()) joined += (joined.empty() ? "" : ", ") + item.as_text();
                s.facts.emplace_back(key, joined);
            } else {
                s.facts.emplace_back(key, value.as_text());
            }
        }
    }
    s.supplied_by = read_ids<StructureId>(at, "supplied_by");
    s.supplies = read_ids<StructureId>(at, "supplies");
    s.evidence = read_evidence(at);
    s.sources = read_ids<SourceId>(at, "sources");
    s.review = at.text_or("review", "not_reviewed");
    return s;
}

Source read_source(const JsonView& at)
{
    at.only({"id", "cite", "kind", "doi", "read", "note", "url"});
    return {SourceId(at.text("id")), at.text("cite"), at.text_or("kind", ""), at.text_or("doi", ""), at.text_or("read", "no"),
            at.text_or("note", "")};
}

bool is_array_with_ids(const Json& value)
{
    return value.is_array() && !value.empty() && value.front().is_object() && value.front().contains("id");
}

void lay_over(Json& base, const Json& patch)
{
    for (const auto& [key, value] : patch.items()) {
        Json& target = base[key];
        if (value.is_object() && target.is_object()) {
            lay_over(target, value);
        } else if (is_array_with_ids(value) && target.is_array()) {
            for (const Json& item : value) {
                const auto found = std::find_if(target.begin(), target.end(), [&](const Json& t) { return t.value("id", "") == item.value("id", " "); });
                if (found != target.end()) lay_over(*found, item);
            }
        } else {
            target = value;
        }
    }
}

template <class Item, class Key>
void index_items(std::vector<Item>& items, std::unordered_map<Key, std::size_t>& index, Problems& problems)
{
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!index.emplace(items[i].id, i).second) problems.push_back({"assets", items[i].id.text(), "has more than one record", "remove one of them"});
    }
}

}  // namespace

Result<Json> read_content(const fs::path& assets, const fs::path& relative, const std::string& language)
{
    Result<Json> base = read_json(assets / relative);
    const fs::path translation = assets / "text" / language / relative;
    std::error_code error;
    if (!base || language == "en" || !fs::exists(translation, error)) return base;
    Result<Json> patch = read_json(translation);
    if (!patch) return patch;
    lay_over(*base, *patch);
    return base;
}

std::vector<fs::path> content_files(const fs::path& assets, const std::string& folder)
{
    std::vector<fs::path> files;
    for (const fs::path& path : files_below(assets / folder, ".json")) files.push_back(path.lexically_relative(assets));
    return files;
}

TwoRegisters read_registers(const JsonView& at, const std::string& key)
{
    const JsonView both = at.at(key);
    if (both.raw().is_string()) return {both.as_text(), both.as_text()};
    return {both.text("plain"), both.text("clinical")};
}

Evidence read_evidence(const JsonView& at)
{
    const auto found = at.find("evidence");
    if (!found) return {"textbook", ""};
    found->only({"grade", "text"});
    Evidence evidence{found->text("grade"), found->text_or("text", "")};
    static const std::vector<std::string> grades = {"high", "moderate", "low", "very_low", "textbook"};
    if (std::find(grades.begin(), grades.end(), evidence.grade) == grades.end()) {
        found->complain("unknown evidence grade \"" + evidence.grade + "\"", "use high, moderate, low, very_low or textbook");
    }
    return evidence;
}

Result<Catalogue> Catalogue::load(const fs::path& assets, const std::string& language)
{
    Catalogue catalogue;
    Problems problems;
    const auto read_all = [&](const fs::path& relative, const char* key, auto read, auto& into) {
        Result<Json> json = read_content(assets, relative, language);
        if (!json) return append(problems, json.problems());
        const JsonView root(*json, relative.string(), "", problems);
        for (const JsonView& item : root.at(key).items()) into.push_back(read(item));
    };
    read_all("sources.json", "sources", read_source, catalogue.sources_);
    for (const fs::path& file : content_files(assets, "anatomy/structures")) read_all(file, "structures", read_structure, catalogue.structures_);
    if (catalogue.structures_.empty()) problems.push_back({(assets / "anatomy/structures").string(), "", "holds no structures", "check GENU_ASSETS"});
    index_items(catalogue.sources_, catalogue.source_index_, problems);
    index_items(catalogue.structures_, catalogue.structure_index_, problems);
    for (const Structure& s : catalogue.structures_) {
        const auto missing = [&](const std::string& id, const std::vector<std::string>& known) {
            problems.push_back({"anatomy/structures", s.id.text(), "unknown id \"" + id + "\"", did_you_mean(id, known)});
        };
        for (const SourceId& id : s.sources) if (!catalogue.find(id)) missing(id.text(), {});
        for (const StructureId& id : s.supplied_by) if (!catalogue.find(id)) missing(id.text(), catalogue.ids());
        for (const StructureId& id : s.supplies) if (!catalogue.find(id)) missing(id.text(), catalogue.ids());
    }
    if (!problems.empty()) return problems;
    return catalogue;
}

const Structure* Catalogue::find(const StructureId& id) const
{
    const auto found = structure_index_.find(id);
    return found == structure_index_.end() ? nullptr : &structures_[found->second];
}

const Source* Catalogue::find(const SourceId& id) const
{
    const auto found = source_index_.find(id);
    return found == source_index_.end() ? nullptr : &sources_[found->second];
}

std::string Catalogue::name(const StructureId& id) const
{
    const Structure* s = find(id);
    return s ? s->name : id.text();
}

std::vector<std::string> Catalogue::ids() const
{
    std::vector<std::string> ids;
    for (const Structure& s : structures_) ids.push_back(s.id.text());
    return ids;
}

void Catalogue::require(const StructureId& id, const JsonView& at) const
{
    if (!find(id)) at.complain("unknown structure \"" + id.text() + "\"", did_you_mean(id.text(), ids()));
}

void Catalogue::require(const SourceId& id, const JsonView& at) const
{
    if (find(id)) return;
    std::vector<std::string> known;
    for (const Source& source : sources_) known.push_back(source.id.text());
    at.complain("unknown source \"" + id.text() + "\"", did_you_mean(id.text(), known));
}

Result<Texts> Texts::load(const fs::path& assets, const std::string& language)
{
    Texts texts;
    texts.language_ = language;
    for (const std::string& lang : {std::string("en"), language}) {
        Result<Json> json = read_json(assets / "text" / (lang + ".json"));
        if (!json) return json.problems();
        for (const auto& [key, value] : json->items()) {
            if (value.is_string()) texts.by_key_[key] = value.get<std::string>();
        }
    }
    return texts;
}

const std::string& Texts::operator()(const std::string& key) const
{
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) return found->second;
    // Kept for the program's life so that a reference can be given; only unknown keys come here.
    static std::map<std::string, std::string> unknown;
    return unknown.try_emplace(key, key).first->second;
}

}  // namespace genu
