// "About this data": how much there is, how well supported, who has read it, whose it is.
#include "session/about.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

void counts(PanelContext& ui, const AboutData& about)
{
    const auto one = [&](const char* key, std::size_t count) { bullet(ui, filled(ui.word("about.", key), {std::to_string(count)}), "•", Ink::quiet); };
    text(ui, ui.word("about.what"), Type::strong);
    one("structures", about.structures);
    one("with_shape", about.with_shape);
    one("conditions", about.conditions);
    one("findings", about.findings);
    one("rules", about.rules);
    one("exercises", about.exercises);
    one("myths", about.myths);
    gap(ui, space::kInCard);
}

void support(PanelContext& ui, const AboutData& about)
{
    text(ui, ui.word("about.evidence"), Type::strong);
    text(ui, ui.word("about.evidence_note"), Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    for (const char* grade : {"high", "moderate", "low", "very_low", "textbook"}) {
        const auto found = about.evidence.find(grade);
        if (found != about.evidence.end()) bullet(ui, ui.word("evidence.", grade) + ": " + std::to_string(found->second), "•", Ink::quiet);
    }
    gap(ui, space::kInCard);
    text(ui, ui.word("about.review"), Type::strong);
    text(ui, filled(ui.word("about.review_count"), {std::to_string(about.reviewed), std::to_string(about.reviewed + about.not_reviewed)}));
    gap(ui, space::kInCard);
    text(ui, filled(ui.word("about.sources"), {std::to_string(about.sources)}), Type::strong);
    for (const char* how : {"full", "abstract", "secondary", "no"}) {
        const auto found = about.read.find(how);
        if (found != about.read.end()) bullet(ui, ui.word("sources.read.", how) + ": " + std::to_string(found->second), icon::kBook, Ink::quiet);
    }
    gap(ui, space::kHalf);
    if (!fold(ui, "all_sources", ui.word("about.all_sources"))) return;
    for (const Source& s : ui.library.catalogue.sources()) {
        text(ui, s.cite + (s.doi.empty() ? "" : " doi:" + s.doi), Type::label);
        if (!s.read.empty()) text(ui, ui.word("sources.read.", s.read), Type::label, Ink::quiet);
        gap(ui, space::kHalf);
    }
}

}  // namespace

void draw_about_popup(PanelContext& ui)
{
    if (!begin_popup(ui, "about", ui.word("about.title"), ui.word("app.disclaimer_long"), ui.memory.about_wanted, 600, 700)) return;
    const AboutData about = about_data(ui.library);
    text(ui, filled(ui.word("about.version"), {GENU_VERSION}), Type::label, Ink::quiet);
    gap(ui, space::kInCard);
    counts(ui, about);
    support(ui, about);
    gap(ui, space::kInCard);
    text(ui, ui.word("about.licences"), Type::strong);
    for (const char* key : {"program", "content", "shape", "libraries"}) bullet(ui, ui.word("about.licence.", key), icon::kFile, Ink::quiet);
    gap(ui, space::kInCard);
    text(ui, ui.word("about.private"), Type::strong);
    text(ui, ui.word("about.private_text"));
    end_popup(ui);
}

}  // namespace genu
