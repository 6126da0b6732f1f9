#include "ui/fonts.hpp"

#include <algorithm>
#include <cmath>

#include "base/files.hpp"
#include "ui/imgui_compat.hpp"

namespace genu {

namespace {

// ImGui counts a font's size from ascender to descender, designers count the em. For Inter that is 1.21 em.
constexpr float kLinePerEm = 1.21f;

// Latin with its extensions, Greek, punctuation, arrows, and the few signs that figures need.
const ImWchar kText[] = {0x0020, 0x024f, 0x0370, 0x03ff, 0x1e00, 0x1eff, 0x2010, 0x2027, 0x2030, 0x203a, 0x20ac, 0x20ac, 0x2190, 0x2193,
                         0x2212, 0x2212, 0x2248, 0x2248, 0x2260, 0x2265, 0};
// Titles and doors are large: only the letters that titles use.
const ImWchar kTitle[] = {0x0020, 0x017f, 0x0391, 0x03c9, 0x2010, 0x2027, 0};
const ImWchar kIcons[] = {0xf000, 0xf2e0, 0};
const ImWchar kDoorIcons[] = {0xf0f0, 0xf0f0, 0xf19d, 0xf19d, 0xf25a, 0xf25a, 0};  // of the three doors
constexpr const char* kIconFont = "fonts-font-awesome/fonts/fontawesome-webfont.ttf";

fs::path find_icon_font()
{
    for (const char* share : {"/usr/share/", "/usr/local/share/"}) {
        std::error_code error;
        const fs::path path = fs::path(share) / kIconFont;
        if (fs::exists(path, error)) return path;
    }
    return {};
}

ImFontConfig config(float size)
{
    ImFontConfig c;
    // Sub-pixel positions matter for small text only; large glyphs would just fill the atlas.
    c.OversampleH = size < 30 ? 2 : 1;
    c.OversampleV = 1;
    c.PixelSnapH = false;
    return c;
}

ImFont* add(const fs::path& path, const fs::path& icons, Type type, float scale, const ImWchar* ranges, const ImWchar* icon_ranges = kIcons)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const float size = std::max(6.0f, std::round(em_pt(type) * kLinePerEm * scale));
    ImFontConfig text = config(size);
    ImFont* font = nullptr;
    if (path.empty()) {
        text.SizePixels = size;
        font = atlas.AddFontDefault(&text);
    } else {
        font = atlas.AddFontFromFileTTF(path.string().c_str(), size, &text, ranges);
    }
    if (font && !icons.empty()) {
        ImFontConfig merged = config(size);
        merged.MergeMode = true;
        merged.OversampleH = 1;
        const float icon_size = std::round(size * 0.86f);
        merged.GlyphOffset.y = std::round(size * 0.02f);
        merged.GlyphMinAdvanceX = std::round(icon_size * 1.15f);
        atlas.AddFontFromFileTTF(icons.string().c_str(), icon_size, &merged, icon_ranges);
    }
    return font;
}

}  // namespace

ImFont* Fonts::of(Type type) const
{
    switch (type) {
        case Type::label: return label;
        case Type::body: return body;
        case Type::strong: return strong;
        case Type::title: return title;
        case Type::door: return door;
    }
    return body;
}

float em_pt(Type type)
{
    switch (type) {
        case Type::label: return 13;
        case Type::body: return 16;
        case Type::strong: return 16;
        case Type::title: return 20;
        case Type::door: return 28;
    }
    return 16;
}

Fonts load_fonts(float scale, std::string& warning)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    const fs::path regular = find_font(false), semibold = find_font(true), icons = find_icon_font();
    if (regular.empty()) warning = "no font with Latin and Greek letters was found; install the package fonts-inter";
    Fonts fonts;
    fonts.body = add(regular, icons, Type::body, scale, kText);
    fonts.label = add(regular, icons, Type::label, scale, kText);
    fonts.strong = add(semibold, {}, Type::strong, scale, kTitle);
    fonts.title = add(semibold, {}, Type::title, scale, kTitle);
    fonts.door = add(semibold, icons, Type::door, scale, kTitle, kDoorIcons);
    fonts.has_icons = !icons.empty();
    atlas.Build();
    return fonts;
}

}  // namespace genu
