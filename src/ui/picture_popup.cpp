// "Picture": what is shown as a picture or a film in a file, of any size.
#include <algorithm>
#include <cstdlib>

#include "session/picture_name.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

struct Size { int width = 0, height = 0; };
constexpr int kSmallest = 16, kOwn = 4;
constexpr double kTurnSeconds[] = {4, 8, 16};
constexpr double kRates[] = {12, 24, 30};

Size size_of(const PanelContext& ui)
{
    const PictureForm& form = ui.memory.picture;
    constexpr Size sizes[] = {{0, 0}, {1920, 1080}, {3840, 2160}, {1600, 1200}};
    if (form.size == 0) return {std::max(ui.out.picture_px.width + ui.out.second_px.width, kSmallest), std::max(ui.out.picture_px.height, kSmallest)};
    if (form.size < kOwn) return sizes[form.size];
    return {std::atoi(form.width.c_str()), std::atoi(form.height.c_str())};
}

bool is_possible(Size s) { return std::min(s.width, s.height) >= kSmallest && std::max(s.width, s.height) <= kLargestPicture; }

void heading(PanelContext& ui, const char* key)
{
    gap(ui, 12);
    text(ui, ui.word(key), Type::strong);
    gap(ui, space::kHalf);
}

void size_part(PanelContext& ui)
{
    PictureForm& form = ui.memory.picture;
    heading(ui, "picture.size");
    segmented(ui, "size", {ui.word("picture.size.screen"), ui.word("picture.size.hd"), ui.word("picture.size.4k"), ui.word("picture.size.slide"), ui.word("picture.size.own")}, form.size);
    gap(ui, space::kInControl);
    if (form.size == kOwn) {
        const float field = ui.pt(120);
        input(ui, "width", ui.word("picture.width"), form.width, field, false, icon::kNone);
        ImGui::SameLine(0, ui.pt(space::kInControl));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.pt(7));
        line(ui, "×", Type::label, Ink::quiet, ui.pt(12));
        ImGui::SameLine(0, ui.pt(space::kInControl));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.pt(7));
        input(ui, "height", ui.word("picture.height"), form.height, field, false, icon::kNone);
        gap(ui, space::kHalf);
    }
    const Size s = size_of(ui);
    if (is_possible(s)) text(ui, filled(ui.word("picture.pixels"), {std::to_string(s.width), std::to_string(s.height)}), Type::label, Ink::quiet);
    else text(ui, filled(ui.word("picture.size_range"), {std::to_string(kSmallest), std::to_string(kLargestPicture)}), Type::label, Ink::accent);
}

void look_part(PanelContext& ui)
{
    PictureForm& form = ui.memory.picture;
    heading(ui, "learn.style");
    int style = static_cast<int>(ui.state.view.style);
    if (segmented(ui, "style", {ui.word("style.atlas"), ui.word("style.print"), ui.word("style.safe")}, style)) ui.emit(cmd::SetStyle{static_cast<Style>(style)});
    gap(ui, space::kInControl);
    if (toggle(ui, "names", ui.word("picture.names"), form.names, ui.word("picture.names_hint"))) form.names = !form.names;
    if (toggle(ui, "legend", ui.word("picture.legend"), form.legend)) form.legend = !form.legend;
    const bool can_be_clear = !form.film || form.kind == FilmKind::pictures || form.kind == FilmKind::webp;
    if (can_be_clear && toggle(ui, "transparent", ui.word("picture.transparent"), form.transparent)) form.transparent = !form.transparent;
}

bool can_make(const SystemMeans& around, FilmKind kind)
{
    if (kind == FilmKind::pictures) return true;
    return kind == FilmKind::webp ? around.makes_webp : around.makes_mp4;
}

/// What moves, how fast, and as what it is kept.
void film_part(PanelContext& ui)
{
    PictureForm& form = ui.memory.picture;
    const Exercise* exercise = ui.library.knowledge.find(ui.state.view.exercise);
    const bool has_exercise = exercise && !exercise->keyframes.empty();
    if (!has_exercise) form.exercise = false;
    heading(ui, "film.what");
    if (row(ui, "turn", ui.word("film.turn"), {.selected = !form.exercise})) form.exercise = false;
    const std::string note = has_exercise ? filled(ui.word("film.lasts"), {figure(exercise->duration_s())}) : ui.word("film.choose_first");
    if (row(ui, "exercise", has_exercise ? exercise->name : ui.word("film.exercise"), {.note = note, .selected = form.exercise, .enabled = has_exercise})) form.exercise = true;
    if (!form.exercise) {
        std::vector<std::string> words;
        for (const double s : kTurnSeconds) words.push_back(filled(ui.word("film.seconds"), {figure(s)}));
        gap(ui, space::kInControl);
        segmented(ui, "length", words, form.length);
    }
    gap(ui, space::kInControl);
    std::vector<std::string> rates;
    for (const double r : kRates) rates.push_back(filled(ui.word("film.rate"), {figure(r)}));
    segmented(ui, "rate", rates, form.rate);

    heading(ui, "film.kind");
    constexpr FilmKind kinds[] = {FilmKind::mp4, FilmKind::webp, FilmKind::gif, FilmKind::pictures};
    if (!form.kind_chosen) form.kind = *std::find_if(std::begin(kinds), std::end(kinds), [&](FilmKind k) { return can_make(ui.state.around, k); });
    for (const FilmKind kind : kinds) {
        const bool can = can_make(ui.state.around, kind);
        const std::string needs = can ? ui.word("film.kind_note.", name_of(kind)) : ui.word(kind == FilmKind::webp ? "film.needs_webp" : "film.needs_ffmpeg");
        if (row(ui, name_of(kind), ui.word("film.kind.", name_of(kind)), {.note = needs, .selected = form.kind == kind, .enabled = can})) form.kind = kind, form.kind_chosen = true;
    }
}

void path_part(PanelContext& ui)
{
    PictureForm& form = ui.memory.picture;
    const std::string name = form.film ? film_name(ui.state.view, form.kind) : picture_name(ui.state.view);
    const std::string suggestion = ui.state.around.pictures_folder.empty() ? name : ui.state.around.pictures_folder + "/" + name;
    if (form.path == form.suggested) form.path = suggestion;
    form.suggested = suggestion;
    heading(ui, "picture.where");
    input(ui, "path", suggestion, form.path, ui.width(), false, icon::kNone);
    gap(ui, space::kHalf);
    text(ui, ui.word("picture.where_note"), Type::label, Ink::quiet);
}

PictureWish picture_wish(const PanelContext& ui)
{
    const PictureForm& form = ui.memory.picture;
    const Size s = size_of(ui);
    return {form.path, s.width, s.height, form.names, form.legend, form.transparent, ui.state.view.style};
}

void do_it(PanelContext& ui)
{
    const PictureForm& form = ui.memory.picture;
    if (!form.film) return ui.emit(cmd::WritePicture{picture_wish(ui)});
    FilmWish film{picture_wish(ui), form.kind, form.exercise, kTurnSeconds[form.length], kRates[form.rate]};
    if (form.kind == FilmKind::gif || form.kind == FilmKind::mp4) film.picture.transparent = false;
    ui.emit(cmd::WriteFilm{film});
}

/// The button, or how far the work has come; and what came of the last one.
void work_part(PanelContext& ui)
{
    const AppState& s = ui.state;
    gap(ui, space::kInCard);
    if (!s.busy.empty()) {
        progress_bar(ui, s.busy_share < 0 ? s.busy : s.busy + " " + filled(ui.word("picture.share"), {figure(100 * s.busy_share)}), static_cast<float>(std::max(s.busy_share, 0.0)));
        gap(ui, space::kInControl);
        if (button(ui, "cancel", ui.word("word.cancel"), {.icon = icon::kClose})) ui.emit(cmd::CancelWork{});
        return;
    }
    const bool film = ui.memory.picture.film;
    if (button(ui, "write", ui.word(film ? "film.write" : "picture.write"), {.look = ButtonLook::filled, .icon = film ? icon::kFilm : icon::kCamera, .enabled = is_possible(size_of(ui))})) do_it(ui);
    if (s.message.empty()) return;
    gap(ui, space::kInControl);
    text(ui, s.message, Type::label);
}

}  // namespace

void draw_picture_popup(PanelContext& ui)
{
    PictureForm& form = ui.memory.picture;
    if (!begin_popup(ui, "picture_file", ui.word("picture.title"), ui.word("picture.intro"), ui.memory.picture_wanted, 560, 700)) return;
    int part = form.film ? 1 : 0;
    if (segmented(ui, "part", {ui.word("picture.tab.picture"), ui.word("picture.tab.film")}, part)) form.film = part == 1;
    if (form.film) film_part(ui);
    size_part(ui);
    look_part(ui);
    path_part(ui);
    work_part(ui);
    end_popup(ui);
}

}  // namespace genu
