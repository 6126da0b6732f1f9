#pragma once
// Every widget of Genu. Each takes a stable id and the word to show, draws itself in the look of theme.hpp, and notes
// where it lies, so that a script or a test finds it by its word.
#include <string>
#include <vector>

#include "ui/context.hpp"
#include "ui/icons.hpp"

namespace genu {

enum class Ink : std::uint8_t { text, quiet, accent, on_warning };
ImU32 colour_of(const PanelContext& ui, Ink ink);

// --- words ---------------------------------------------------------------------------------------------------------
/// Wrapped to the width of the column, line height 1.4.
void text(PanelContext& ui, const std::string& words, Type type = Type::body, Ink ink = Ink::text);
/// One line, cut with "…" where it does not fit `width` (0: the column's).
void line(PanelContext& ui, const std::string& words, Type type = Type::label, Ink ink = Ink::quiet, float width = 0);
/// Words at the left, their figure at the right edge of the column, so that figures below each other line up.
void value_line(PanelContext& ui, const std::string& words, const std::string& value);
/// Words that act: accent colour, underlined under the pointer.
bool link(PanelContext& ui, const char* id, const std::string& words, Type type = Type::body);
/// A short word in a frame, such as a tier or an evidence grade.
void chip(PanelContext& ui, const std::string& words, Ink ink = Ink::quiet);
void chip_filled(PanelContext& ui, const std::string& words, ImU32 fill);
void bullet(PanelContext& ui, const std::string& words, const char* sign, Ink sign_ink = Ink::quiet, Type type = Type::body);

/// Height of wrapped text in ImGui coordinates.
float text_height(const PanelContext& ui, const std::string& words, Type type, float width);
ImVec2 word_size(const PanelContext& ui, const std::string& words, Type type);
/// Draws without layout or record.
void draw_words(const PanelContext& ui, ImDrawList& list, ImVec2 at, const std::string& words, Type type, ImU32 colour, float wrap_width = 0);
std::string shortened(const PanelContext& ui, const std::string& words, Type type, float width);

// --- space ---------------------------------------------------------------------------------------------------------
void gap(PanelContext& ui, float points);
/// Starts the next thing on the same line if `width` still fits there, else on a new line.
void flow(PanelContext& ui, float width, float gap_pt = space::kInControl);
void hairline(PanelContext& ui);

/// A raised surface round what is drawn while it lives, with padding and rounded corners.
class Card {
public:
    explicit Card(PanelContext& ui, float padding_pt = space::kInCard);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

private:
    PanelContext& ui_;
    ImDrawListSplitter splitter_;
    ImVec2 start_;
    float width_, padding_, inset_before_;
    ImU32 ground_before_;
};

// --- things to press -----------------------------------------------------------------------------------------------
enum class ButtonLook : std::uint8_t { ghost, outline, filled, on_warning };
struct ButtonStyle {
    ButtonLook look = ButtonLook::outline;
    const char* icon = icon::kNone;
    bool active = false;       ///< pressed in: what it names is on
    bool enabled = true;
    float width_pt = 0;        ///< 0: as wide as its word
    float height_pt = space::kControl;
    std::string hint = {};     ///< tooltip, after 600 ms
};
bool button(PanelContext& ui, const char* id, const std::string& word, const ButtonStyle& style = {});
float button_width(const PanelContext& ui, const std::string& word, const char* icon);

bool checkbox(PanelContext& ui, const char* id, const std::string& words, bool on);
bool toggle(PanelContext& ui, const char* id, const std::string& words, bool on, const std::string& hint = {});

struct RowStyle {
    const char* icon = icon::kNone;
    std::string note = {};      ///< second line, quiet
    std::string badge = {};     ///< at the right
    bool selected = false;
    bool enabled = true;
    ImU32 swatch = 0;           ///< a dot of colour before the words
    std::string lead = {};      ///< a letter or number before the words, in a column of its own
};
/// A line of a list over the whole column.
bool row(PanelContext& ui, const char* id, const std::string& title, const RowStyle& style = {});

/// Choices side by side of which one is on. True when another was pressed; `chosen` then holds it.
bool segmented(PanelContext& ui, const char* id, const std::vector<std::string>& words, int& chosen, float width = 0, const std::string& hint = {});
/// Tabs that wrap onto a second line where they do not fit.
bool tabs(PanelContext& ui, const char* id, const std::vector<std::string>& words, int& chosen);

/// A heading that folds what follows. Returns whether it is open.
bool fold(PanelContext& ui, const char* id, const std::string& words, const std::string& badge = {}, bool open_at_first = false);

// --- values --------------------------------------------------------------------------------------------------------
struct SliderEdit { bool changed = false, began = false, ended = false; };
/// `words` stand above at the left, `value_words` at the right.
SliderEdit slider(PanelContext& ui, const char* id, const std::string& words, const std::string& value_words, double& value,
                  double low, double high, bool enabled = true);
/// The bare track: for the timeline. `marks` are values shown as ticks.
SliderEdit track(PanelContext& ui, const char* id, const std::string& words, double& value, double low, double high, float width,
                 const std::vector<double>& marks, bool enabled = true);

/// How far along, as words and as a bar.
void progress_bar(PanelContext& ui, const std::string& words, float share);

struct InputEdit { bool changed = false, entered = false, active = false; };
InputEdit input(PanelContext& ui, const char* id, const std::string& hint, std::string& value, float width, bool focus = false, const char* sign = icon::kSearch);

/// The tooltip of the widget drawn last: shown once the pointer has rested on it.
void tooltip(PanelContext& ui, const char* id, const std::string& words);

/// Draws the ring that shows where the keyboard is, round the widget drawn last.
void focus_ring(const PanelContext& ui, ImVec2 low, ImVec2 high);
/// An area that is pressed by the pointer, or by Space or Enter while it has the ring.
bool pressable(const char* id, ImVec2 size);

}  // namespace genu
