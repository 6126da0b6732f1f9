#pragma once
// What every panel gets for one frame: the state to read, the words, the look, and where commands and rectangles go.
#include <string>

#include "ui/fonts.hpp"
#include "ui/layout.hpp"
#include "ui/memory.hpp"
#include "ui/theme.hpp"
#include "ui/ui.hpp"

namespace genu {

struct PanelContext {
    const AppState& state;
    const Library& library;
    const Frame& frame;
    UiMemory& memory;
    UiOutput& out;
    const Palette& colours;
    const Fonts& fonts;
    float unit = 1;      ///< ImGui coordinates per point
    float to_px = 1;     ///< framebuffer pixels per ImGui coordinate
    std::string panel;   ///< the part of the window drawn now
    float inset = 0;     ///< kept free at the right of the current column, in ImGui coordinates
    ImU32 ground = 0;    ///< the surface drawn on now
    const UiInput* input = nullptr;

    float pt(float points) const { return points * unit; }
    bool clinical() const { return state.settings.clinical_register; }
    const std::string& word(const std::string& key) const { return library.texts(key); }
    /// word("band.", "fits_well")
    const std::string& word(const char* family, const std::string& member) const { return library.texts(family + member); }
    void emit(Command command);
    /// For each alternative of Command; out of line, since a variant of some fifty in every panel halves the speed of the compiler.
    template <class C> void emit(C command);
    /// Notes where a widget was drawn; what is scrolled out of sight is left out.
    void record(const char* kind, const std::string& label, ImVec2 low, ImVec2 high, bool enabled = true);
    /// The same for what is drawn on the picture, outside of any window.
    void record_unclipped(const char* kind, const std::string& label, ImVec2 low, ImVec2 high, bool enabled = true);
    /// Width left for content in the current column.
    float width() const;
};

/// A window without any decoration, filling `rect`. Draw between begin and end only if begin says true.
bool begin_region(PanelContext& ui, const char* name, RectPt rect, ImU32 ground, bool scrolls);
void end_region(PanelContext& ui);

/// A scrolling part of the current region that takes `height` (0: what is left).
void begin_scroll(PanelContext& ui, const char* id, float height);
void end_scroll();

}  // namespace genu
