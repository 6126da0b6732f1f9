#pragma once
// Text for a terminal: wrapped paragraphs, bullets and tables, by characters rather than bytes.
#include <string>
#include <utility>
#include <vector>

namespace genu {

inline constexpr std::size_t kPageWidth = 88;

/// The text in lines of at most `kPageWidth` characters, each after `indent` blanks, the first after `first`.
std::string wrapped(const std::string& text, const std::string& first = "", std::size_t indent = 0);

class TextPage {
public:
    void title(const std::string& text);                        ///< underlined
    void heading(const std::string& text);                      ///< an empty line before it
    void line(const std::string& text = "");
    void paragraph(const std::string& text) { if (!text.empty()) out_ += wrapped(text); }
    void bullet(const std::string& text, std::size_t depth = 0);
    void field(const std::string& name, const std::string& text);  ///< "name: text"; nothing when the text is empty
    const std::string& text() const { return out_; }

private:
    std::string out_;
};

/// Columns as wide as their widest entry; the first row is the header.
std::string table(const std::vector<std::vector<std::string>>& rows);

/// A number with so many decimals, without "-0".
std::string decimal(double value, int places);

/// "a, b, c" without the empty ones.
std::string comma_list(const std::vector<std::string>& parts);

}  // namespace genu
