#include "app/text_page.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace genu {

namespace {

// Characters, not bytes: continuation bytes of UTF-8 do not count.
std::size_t width_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string padded(const std::string& text, std::size_t width)
{
    const std::size_t has = width_of(text);
    return has < width ? text + std::string(width - has, ' ') : text;
}

}  // namespace

std::string wrapped(const std::string& text, const std::string& first, std::size_t indent)
{
    std::string out, line = first;
    bool line_is_empty = true;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (!line_is_empty && width_of(line) + 1 + width_of(word) > kPageWidth) {
            out += line + '\n';
            line = std::string(indent, ' ');
            line_is_empty = true;
        }
        line += (line_is_empty ? "" : " ") + word;
        line_is_empty = false;
    }
    return out + line + '\n';
}

void TextPage::title(const std::string& text)
{
    const std::string lines = wrapped(text);
    out_ += lines + std::string(std::min(kPageWidth, width_of(lines) - 1), '=') + '\n';
}

void TextPage::heading(const std::string& text) { out_ += '\n' + wrapped(text); }

void TextPage::line(const std::string& text) { out_ += text + '\n'; }

void TextPage::bullet(const std::string& text, std::size_t depth)
{
    const std::size_t indent = 2 + 4 * depth;
    out_ += wrapped(text, std::string(indent, ' ') + "- ", indent + 2);
}

void TextPage::field(const std::string& name, const std::string& text)
{
    if (!text.empty()) out_ += wrapped(name + ": " + text, "  ", 4);
}

std::string table(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string out;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) line += i + 1 < row.size() ? padded(row[i], widths[i] + 2) : row[i];
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

std::string decimal(double value, int places)
{
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    const std::string shown = text;
    const bool is_zero = shown.find_first_of("123456789") == std::string::npos;
    return is_zero && shown.starts_with('-') ? shown.substr(1) : shown;
}

std::string comma_list(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    return text;
}

}  // namespace genu
