#pragma once
// The parts of the window, one function each. They lay out; what they say they read, what they do they emit.
#include "ui/context.hpp"

namespace genu {

void draw_welcome(PanelContext& ui, const RectPt& rect);
void draw_top_bar(PanelContext& ui, const RectPt& rect);
void draw_rail(PanelContext& ui, const Layout& layout);
void draw_explore_panel(PanelContext& ui, const RectPt& rect);
void draw_explain_panel(PanelContext& ui, const RectPt& rect);
/// Parts of the learn panel: the section plane and its presets; style, paint and perspective.
void draw_section_tools(PanelContext& ui);
void draw_picture_tools(PanelContext& ui);
void draw_learn_panel(PanelContext& ui, const RectPt& rect);
void draw_motion_panel(PanelContext& ui, const RectPt& rect);
void draw_card(PanelContext& ui, const RectPt& rect);
void draw_timeline(PanelContext& ui, const RectPt& rect);
void draw_red_flag_banner(PanelContext& ui, const RectPt& picture);
void draw_tour_bar(PanelContext& ui, const RectPt& picture);
void draw_message(PanelContext& ui, const RectPt& picture);
void draw_search_results(PanelContext& ui, const RectPt& field);

/// Labels, legend, scale bar, orientation words and the selected line, on the picture itself. `low` and `high` bound
/// the picture in ImGui coordinates.
void draw_picture_overlay(PanelContext& ui, ImVec2 low, ImVec2 high, bool interactive, bool second_half = false);

/// What moves and tilts the section plane, in the picture; and where the plane lies, in words.
void draw_section_handle(PanelContext& ui, ImVec2 low, ImVec2 high);
std::string section_reading(const PanelContext& ui);
bool is_section_preset(const ViewState& view, const SectionPreset& preset);

/// What the keyboard does while no text field has the focus.
void handle_shortcuts(PanelContext& ui);

/// Lines, arrows and words that were put on the picture.
void draw_notes(PanelContext& ui, ImVec2 low, ImVec2 high);
/// What a drag draws, over the picture, while notes are made.
void draw_notes_bar(PanelContext& ui, const RectPt& picture);
/// The name of what each half shows, while two conditions are compared.
void draw_half_title(PanelContext& ui, ImVec2 low, ImVec2 high);
void draw_compare_card(PanelContext& ui);
/// The square of a legend's entry; and the whole legend as lines of a panel.
void draw_swatch(const PanelContext& ui, ImDrawList& list, ImVec2 low, const LegendEntry& entry);
void draw_legend_lines(PanelContext& ui, const Legend& legend);
void draw_condition_actions(PanelContext& ui, const Condition& condition);
void draw_compare_popup(PanelContext& ui);
void draw_shelf_popup(PanelContext& ui);
void draw_picture_popup(PanelContext& ui);
void draw_mirror_popup(PanelContext& ui);
void draw_about_popup(PanelContext& ui);

/// A window in the middle of the program with a title, a scrolling body and a way out. Draw between begin and end only if
/// begin says true; `wanted` opens it.
bool begin_popup(PanelContext& ui, const char* id, const std::string& title, const std::string& intro, bool& wanted, float width_pt, float height_pt, float foot_pt = 52);
void end_popup(PanelContext& ui);

// Parts of panels that have a file of their own.
void draw_explore_safety(PanelContext& ui);
void draw_explore_where(PanelContext& ui);
void draw_explore_questions(PanelContext& ui);
void draw_explore_results(PanelContext& ui);
void draw_explore_today(PanelContext& ui);
void draw_beneath(PanelContext& ui);
void draw_quiz(PanelContext& ui);
void draw_condition_tab(PanelContext& ui, const Condition& condition, int tab);
void draw_condition_card(PanelContext& ui, const Condition& condition);
void draw_structure_card(PanelContext& ui, const StructureId& id);
void draw_structure_tree(PanelContext& ui);
void draw_myths(PanelContext& ui);
void draw_rarer_causes(PanelContext& ui, const std::vector<const RarerCause*>& causes);
/// Opens the list of conditions at this cause, with its card below it.
void show_rarer_cause(PanelContext& ui, const std::string& id);
void draw_sources(PanelContext& ui, const std::vector<SourceId>& sources);
void draw_evidence(PanelContext& ui, const Evidence& evidence);
void draw_review_note(PanelContext& ui, const std::string& review);
void draw_settings_popup(PanelContext& ui);
void draw_help_popup(PanelContext& ui);
void open_help(PanelContext& ui);

/// Heading and first line of a panel, with the padding that all panels share; begins the scrolling body.
void begin_panel_body(PanelContext& ui, const std::string& title, const std::string& intro, float foot_pt = 0);
void end_panel_body(PanelContext& ui);

}  // namespace genu
