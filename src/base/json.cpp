#include "base/json.hpp"

#include <algorithm>

#include "base/suggest.hpp"

namespace genu {

namespace {

const Json kNull;

std::string line_and_column(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n');
    const auto column = before.size() - (start == std::string_view::npos ? 0 : start);
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& file)
{
    try {
        return Json::parse(text.begin(), text.end(), nullptr, true, true);
    } catch (const Json::parse_error& error) {
        return Problem{file, line_and_column(text, error.byte), "is not valid JSON",
                       "often a missing comma, quote or bracket just before this place"};
    }
}

Result<Json> read_json(const fs::path& path)
{
    Result<std::string> text = read_text(path);
    if (!text) return text.problems();
    return parse_json(*text, path.string());
}

bool JsonView::has(const std::string& key) const { return value_->is_object() && value_->contains(key); }

JsonView JsonView::at(const std::string& key) const
{
    if (auto found = find(key)) return *found;
    complain("\"" + key + "\" is missing");
    return {kNull, file_, place_ + "/" + key, *problems_};
}

std::optional<JsonView> JsonView::find(const std::string& key) const
{
    if (!has(key)) return std::nullopt;
    return JsonView{(*value_)[key], file_, place_ + "/" + key, *problems_};
}

std::vector<JsonView> JsonView::items() const
{
    std::vector<JsonView> views;
    if (value_->is_null()) return views;
    if (!value_->is_array()) {
        complain("must be an array");
        return views;
    }
    for (std::size_t i = 0; i < value_->size(); ++i) views.push_back({(*value_)[i], file_, place_ + "/" + std::to_string(i), *problems_});
    return views;
}

std::vector<std::pair<std::string, JsonView>> JsonView::members() const
{
    std::vector<std::pair<std::string, JsonView>> views;
    if (value_->is_null()) return views;
    if (!value_->is_object()) {
        complain("must be an object");
        return views;
    }
    for (const auto& [key, value] : value_->items()) views.emplace_back(key, JsonView{value, file_, place_ + "/" + key, *problems_});
    return views;
}

std::string JsonView::text(const std::string& key) const { return at(key).as_text(); }

std::string JsonView::text_or(const std::string& key, std::string fallback) const
{
    const auto found = find(key);
    return found ? found->as_text() : fallback;
}

double JsonView::number(const std::string& key) const { return at(key).as_number(); }

double JsonView::number_or(const std::string& key, double fallback) const
{
    const auto found = find(key);
    return found ? found->as_number() : fallback;
}

bool JsonView::flag_or(const std::string& key, bool fallback) const
{
    const auto found = find(key);
    if (!found) return fallback;
    if (found->raw().is_boolean()) return found->raw().get<bool>();
    found->complain("must be true or false");
    return fallback;
}

std::vector<std::string> JsonView::texts(const std::string& key) const
{
    std::vector<std::string> result;
    if (const auto found = find(key)) {
        for (const JsonView& item : found->items()) result.push_back(item.as_text());
    }
    return result;
}

std::string JsonView::as_text() const
{
    if (value_->is_string()) return value_->get<std::string>();
    if (!value_->is_null()) complain("must be text");
    return {};
}

double JsonView::as_number() const
{
    if (value_->is_number()) return value_->get<double>();
    if (!value_->is_null()) complain("must be a number");
    return 0.0;
}

void JsonView::only(const std::vector<std::string>& known) const
{
    if (!value_->is_object()) return;
    for (const auto& [key, value] : value_->items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            complain("unknown field \"" + key + "\"", did_you_mean(key, known));
        }
    }
}

void JsonView::complain(std::string message, std::string hint) const
{
    problems_->push_back({file_, place_, std::move(message), std::move(hint)});
}

}  // namespace genu
