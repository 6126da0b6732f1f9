#include "base/json_schema.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <set>

#include "base/suggest.hpp"

namespace genu {

/// The schema and its patterns, compiled once.
struct JsonSchema::Rules {
    Json root;
    std::map<std::string, std::regex> patterns;
};

namespace {

const std::set<std::string> kChecked = {"type", "enum", "const", "required", "properties", "additionalProperties", "minProperties", "items", "minItems", "maxItems",
                                        "minLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "oneOf", "anyOf", "$ref"};
const std::set<std::string> kForReaders = {"$schema", "$id", "$defs", "definitions", "title", "description", "default", "examples"};

const Json* target_of(const Json& root, const std::string& reference)
{
    if (!reference.starts_with("#/")) return nullptr;
    const Json::json_pointer pointer(reference.substr(1));
    return root.contains(pointer) ? &root[pointer] : nullptr;
}

/// Reads a schema before it is used: keywords, references and patterns.
class SchemaReader {
public:
    SchemaReader(const Json& root, const std::string& file, std::map<std::string, std::regex>& patterns, Problems& problems)
        : root_(root), file_(file), patterns_(patterns), problems_(problems) {}

    void read(const Json& schema, const std::string& place)
    {
        if (schema.is_boolean()) return;
        if (!schema.is_object()) return complain(place, "must be an object, true or false");
        for (const auto& [key, value] : schema.items()) {
            const std::string here = place + "/" + key;
            if (key == "properties" || key == "$defs" || key == "definitions") {
                for (const auto& [name, member] : value.items()) read(member, here + "/" + name);
            } else if (key == "oneOf" || key == "anyOf") {
                for (std::size_t i = 0; i < value.size(); ++i) read(value[i], here + "/" + std::to_string(i));
            } else if (key == "items" || key == "additionalProperties") {
                read(value, here);
            } else if (key == "$ref") {
                if (!value.is_string() || !target_of(root_, value.get<std::string>())) complain(here, "refers to nothing in this file");
            } else if (key == "pattern") {
                compile(value, here);
            } else if (!kChecked.contains(key) && !kForReaders.contains(key)) {
                complain(here, "is a keyword that is not checked", did_you_mean(key, {kChecked.begin(), kChecked.end()}));
            }
        }
    }

private:
    void complain(std::string place, std::string message, std::string hint = {}) { problems_.push_back({file_, std::move(place), std::move(message), std::move(hint)}); }

    void compile(const Json& value, const std::string& place)
    {
        if (!value.is_string()) return complain(place, "must be text");
        try {
            patterns_.try_emplace(value.get<std::string>(), value.get<std::string>());
        } catch (const std::regex_error& error) {
            complain(place, "is no pattern", error.what());
        }
    }

    const Json& root_;
    const std::string& file_;
    std::map<std::string, std::regex>& patterns_;
    Problems& problems_;
};

bool has_type(const Json& value, const std::string& type)
{
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "null") return value.is_null();
    if (type == "integer") return value.is_number() && std::floor(value.get<double>()) == value.get<double>();
    return type == "number" && value.is_number();
}

const std::map<std::string, std::string> kTypeNames = {{"object", "an object { }"}, {"array", "a list [ ]"}, {"string", "text in quotes"}, {"boolean", "true or false"},
                                                       {"null", "null"}, {"integer", "a whole number"}, {"number", "a number"}};

std::string shown(const Json& value)
{
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > 60) {
        std::size_t end = 57;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;  // not inside a letter
        text = text.substr(0, end) + "…";
    }
    return text;
}

std::string listed(const Json& values)
{
    std::string text;
    for (const Json& value : values) text += (text.empty() ? "" : ", ") + shown(value);
    return text;
}

std::string in_words(double number)
{
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::size_t letters_in(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

class Checker {
public:
    Checker(const Json& root, const std::map<std::string, std::regex>& patterns, const std::string& file) : root_(root), patterns_(patterns), file_(file) {}

    Problems check(const Json& schema, const Json& value, const std::string& place)
    {
        Problems found;
        check(schema, value, place, found);
        return found;
    }

private:
    void check(const Json& schema, const Json& value, const std::string& place, Problems& found)
    {
        const auto complain = [&](std::string message, std::string hint = {}) { found.push_back({file_, place, std::move(message), std::move(hint)}); };
        if (schema.is_boolean()) {
            if (!schema.get<bool>()) complain("is not allowed here");
            return;
        }
        if (const auto reference = schema.find("$ref"); reference != schema.end()) check(*target_of(root_, reference->get<std::string>()), value, place, found);
        if (const auto type = schema.find("type"); type != schema.end() && !is_of(*type, value)) {
            return complain("is " + shown(value), "it must be " + wanted(*type));  // nothing further can be right
        }
        check_words(schema, value, complain);
        if (value.is_number()) check_number(schema, value.get<double>(), complain);
        if (value.is_string()) check_text(schema, value.get<std::string>(), complain);
        if (value.is_array()) check_list(schema, value, place, found, complain);
        if (value.is_object()) check_object(schema, value, place, found, complain);
        check_forms(schema, value, place, found, complain);
    }

    static bool is_of(const Json& type, const Json& value)
    {
        if (type.is_string()) return has_type(value, type.get<std::string>());
        return std::any_of(type.begin(), type.end(), [&](const Json& one) { return has_type(value, one.get<std::string>()); });
    }

    static std::string wanted(const Json& type)
    {
        const auto name = [](const Json& one) {
            const auto found = kTypeNames.find(one.get<std::string>());
            return found == kTypeNames.end() ? one.get<std::string>() : found->second;
        };
        if (type.is_string()) return name(type);
        std::string text;
        for (const Json& one : type) text += (text.empty() ? "" : " or ") + name(one);
        return text;
    }

    template <class Complain>
    static void check_words(const Json& schema, const Json& value, const Complain& complain)
    {
        if (const auto fixed = schema.find("const"); fixed != schema.end() && *fixed != value) complain("is " + shown(value), "it must be " + shown(*fixed));
        const auto words = schema.find("enum");
        if (words == schema.end() || std::find(words->begin(), words->end(), value) != words->end()) return;
        std::vector<std::string> known;
        for (const Json& word : *words) if (word.is_string()) known.push_back(word.get<std::string>());
        const std::string nearest = value.is_string() ? did_you_mean(value.get<std::string>(), known) : std::string{};
        complain(shown(value) + " is not known here", nearest.empty() ? "use one of: " + listed(*words) : nearest);
    }

    template <class Complain>
    static void check_number(const Json& schema, double value, const Complain& complain)
    {
        const auto limit = [&](const char* key) { return schema.contains(key) ? std::optional<double>(schema[key].get<double>()) : std::nullopt; };
        if (const auto least = limit("minimum"); least && value < *least) complain("is " + in_words(value), "at least " + in_words(*least));
        if (const auto most = limit("maximum"); most && value > *most) complain("is " + in_words(value), "at most " + in_words(*most));
        if (const auto least = limit("exclusiveMinimum"); least && value <= *least) complain("is " + in_words(value), "more than " + in_words(*least));
        if (const auto most = limit("exclusiveMaximum"); most && value >= *most) complain("is " + in_words(value), "less than " + in_words(*most));
    }

    template <class Complain>
    void check_text(const Json& schema, const std::string& text, const Complain& complain) const
    {
        if (schema.contains("minLength") && letters_in(text) < schema["minLength"].get<std::size_t>()) complain(text.empty() ? "is empty" : "is too short");
        const auto pattern = schema.find("pattern");
        if (pattern == schema.end() || std::regex_search(text, patterns_.at(pattern->get<std::string>()))) return;
        complain(shown(text) + " is not written as it must be", "it must match " + pattern->get<std::string>());
    }

    template <class Complain>
    void check_list(const Json& schema, const Json& list, const std::string& place, Problems& found, const Complain& complain)
    {
        const std::string count = "holds " + std::to_string(list.size()) + (list.size() == 1 ? " entry" : " entries");
        if (schema.contains("minItems") && list.size() < schema["minItems"].get<std::size_t>()) complain(count, "at least " + schema["minItems"].dump());
        if (schema.contains("maxItems") && list.size() > schema["maxItems"].get<std::size_t>()) complain(count, "at most " + schema["maxItems"].dump());
        const auto items = schema.find("items");
        if (items == schema.end()) return;
        for (std::size_t i = 0; i < list.size(); ++i) check(*items, list[i], place + "/" + std::to_string(i), found);
    }

    template <class Complain>
    void check_object(const Json& schema, const Json& object, const std::string& place, Problems& found, const Complain& complain)
    {
        static const Json none = Json::object();
        const Json& members = schema.contains("properties") ? schema["properties"] : none;
        const Json others = schema.value("additionalProperties", Json(true));
        std::vector<std::string> known;
        for (const auto& [name, member] : members.items()) known.push_back(name);
        for (const auto& [key, value] : object.items()) {
            if (members.contains(key)) check(members[key], value, place + "/" + key, found);
            else if (others == Json(false)) complain("unknown field \"" + key + "\"", did_you_mean(key, known));
            else check(others, value, place + "/" + key, found);
        }
        if (const auto required = schema.find("required"); required != schema.end()) {
            for (const Json& key : *required) {
                if (!object.contains(key.get<std::string>())) complain("\"" + key.get<std::string>() + "\" is missing");
            }
        }
        if (schema.contains("minProperties") && object.size() < schema["minProperties"].get<std::size_t>()) complain("holds too little", "at least " + schema["minProperties"].dump() + " fields");
    }

    /// oneOf and anyOf. Of several forms that do not fit, the one that comes nearest is explained.
    template <class Complain>
    void check_forms(const Json& schema, const Json& value, const std::string& place, Problems& found, const Complain& complain)
    {
        for (const char* key : {"oneOf", "anyOf"}) {
            const auto forms = schema.find(key);
            if (forms == schema.end()) continue;
            std::vector<Problems> tried;
            for (const Json& form : *forms) tried.push_back(check(form, value, place));
            const auto fitting = std::count_if(tried.begin(), tried.end(), [](const Problems& problems) { return problems.empty(); });
            if (fitting > 1 && key == std::string("oneOf")) complain("can be read in " + std::to_string(fitting) + " ways", "leave out what belongs to the other");
            if (fitting > 0) continue;
            std::size_t nearest = 0;
            for (std::size_t i = 1; i < tried.size(); ++i) {
                if (distance((*forms)[i], value, tried[i]) < distance((*forms)[nearest], value, tried[nearest])) nearest = i;
            }
            append(found, tried[nearest]);
        }
    }

    /// A form whose fixed words ("kind") are those of the value is meant, however much else is wrong.
    static std::size_t distance(const Json& form, const Json& value, const Problems& problems)
    {
        std::size_t far = problems.size();
        if (!form.is_object() || !form.contains("properties") || !value.is_object()) return far;
        for (const auto& [name, member] : form["properties"].items()) {
            if (member.is_object() && member.contains("const") && value.contains(name) && value[name] != member["const"]) far += 1000;
        }
        return far;
    }

    const Json& root_;
    const std::map<std::string, std::regex>& patterns_;
    const std::string& file_;
};

}  // namespace

Result<JsonSchema> JsonSchema::make(Json schema, const std::string& file)
{
    auto rules = std::make_shared<Rules>();
    rules->root = std::move(schema);
    Problems problems;
    SchemaReader(rules->root, file, rules->patterns, problems).read(rules->root, "");
    if (!problems.empty()) return problems;
    return JsonSchema(std::move(rules));
}

Result<JsonSchema> JsonSchema::read(const fs::path& path)
{
    Result<Json> json = read_json(path);
    if (!json) return json.problems();
    return make(std::move(json).value(), path.string());
}

Problems JsonSchema::check(const Json& json, const std::string& file) const { return Checker(rules_->root, rules_->patterns, file).check(rules_->root, json, ""); }

}  // namespace genu
