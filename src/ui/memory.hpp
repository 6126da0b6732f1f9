#pragma once
// What the panels themselves remember between frames: open folds, filters, the pointer's patience. Nothing here changes
// the picture, so none of it is a command or an undo step.
#include <map>
#include <set>
#include <string>

#include <imgui.h>

#include "session/app_state.hpp"
#include "ui/tab_order.hpp"

namespace genu {

enum class LearnTab : std::uint8_t { leg, quiz, myths };

/// What is set for the next picture or film.
struct PictureForm {
    bool film = false;
    int size = 1;                               ///< as on the screen, 1920 × 1080, 3840 × 2160, 1600 × 1200, its own
    std::string width = "1920", height = "1080";  ///< as typed
    bool names = true, legend = true, transparent = false;
    FilmKind kind = FilmKind::pictures;
    bool kind_chosen = false;                   ///< else the first that this system can make
    bool exercise = false;
    int length = 1, rate = 1;                   ///< which of the choices
    std::string path, suggested;                ///< the path follows the suggestion until it is edited
};

struct UiMemory {
    std::set<std::string> open;                 ///< unfolded parts, by their id path
    int condition_tab = 0;                      ///< kept from one condition to the next, so that they compare
    std::string explain_filter, tree_filter;
    std::string wanted_finding;                 ///< explore: bring this one into sight
    std::string wanted_cause;                   ///< explain: bring this one into sight
    LearnTab learn_tab = LearnTab::leg;
    bool tree_by_system = false;
    std::string quiz_reason, quiz_reason_of;    ///< kept while its question is shown: some are measured on the leg

    bool panel_visible = true;                  ///< in this frame's layout
    int motion_part = 0;                        ///< motion: exercises, joints or the plot
    int plot_joint = 6;                         ///< motion: the joint along the plot's axis, as in JointAxis
    bool plot_shows_arm = false;                ///< motion: moment arm instead of length
    std::string typed_joint, typed_deg;         ///< motion: the joint whose angle is being typed, and what is typed
    int held_joint = -1;                        ///< the ring that is dragged in the picture
    ImVec2 section_from{0, 0};                  ///< of the section's handle: where in the picture the knob was taken, how far beside the pointer the tip was
    double section_from_mm = 0;
    glm::vec3 section_hinge{0};                 ///< the point round which the plane is tilted now
    bool strip_in_timeline = false;             ///< last frame: a narrow timeline has no room for it, the panel shows it
    bool card_before_panel = true;              ///< which was asked for last
    bool card_shows_condition = true;
    StructureId last_selected;
    ConditionId last_condition;

    bool search_open = false;
    bool search_wants_focus = false;
    int search_row = 0;
    bool search_entered = false, search_active = false;
    std::string search_text;                    ///< what the field holds; follows AppState::search

    std::string hovered_widget;
    double hovered_since_s = 0;
    bool hover_seen = false;                    ///< this frame; the patience starts anew when the pointer leaves
    bool settings_wanted = false, help_wanted = false;
    bool shelf_wanted = false, picture_wanted = false, compare_wanted = false, mirror_wanted = false, about_wanted = false;
    PictureForm picture;
    std::string view_name, view_note;           ///< typed for a view that is to be saved
    std::string renaming;                       ///< the saved view whose name is edited
    std::string compare_filter;
    std::string note_text;                      ///< of the note that is written now
    int note_index = -1;
    bool shows_names = true, shows_legend = true;  ///< on the picture: not in every picture in a file
    float banner_words_pt = 120;
    float banner_bottom = 0;                    ///< ImGui coordinates; labels keep below it
    std::string focus_panel;                    ///< asked for by F6
    int focus_index = 0;
    TabOrder tabs;
    bool was_welcome = false;                   ///< last frame
    unsigned key_slider = 0;                    ///< the slider that arrow keys move now
    bool key_slider_seen = false;               ///< this frame
    bool keys_turn = false;                     ///< arrow keys turn the picture now

    bool is_open(const std::string& id) const { return open.count(id) != 0; }
    void toggle(const std::string& id) { if (!open.erase(id)) open.insert(id); }
};

}  // namespace genu
