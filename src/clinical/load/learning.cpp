// Myths and tours: what is told rather than asked.
#include "clinical/load/context.hpp"

namespace genu::load {

Myth myth(const Context& context, const JsonView& at)
{
    at.only({"id", "claim", "verdict", "article_ref", "right", "structures", "view", "pose", "sources", "review"});
    Myth m;
    m.id = own_id<MythId>(at, true);
    m.claim = filled_text(at, "claim");
    m.verdict = word_of(at, "verdict", {"wrong", "risk", "partly"});
    m.article_ref = at.text_or("article_ref", "");
    m.right = read_registers(at, "right");
    m.structures = known_ids<StructureId>(context, at, "structures");
    m.view = at.text_or("view", "posterior");
    require_known(context, "view", m.view, at);
    m.pose_deg = pose_of(context, at, "pose");
    m.sources = known_ids<SourceId>(context, at, "sources");
    m.review = at.text_or("review", "not_reviewed");
    return m;
}

Tour tour(const Context& context, const JsonView& at)
{
    at.only({"id", "name", "steps", "sources"});
    Tour t;
    t.id = own_id<TourId>(at, true);
    t.name = filled_text(at, "name");
    for (const JsonView& item : at.at("steps").items()) {
        item.only({"title", "caption", "commands"});
        TourStep step{filled_text(item, "title"), read_registers(item, "caption"), Json::array()};
        for (const JsonView& command : item.at("commands").items()) {
            filled_text(command, "do");
            step.commands.push_back(command.raw());
        }
        t.steps.push_back(std::move(step));
    }
    t.sources = known_ids<SourceId>(context, at, "sources");
    if (t.steps.empty()) at.complain("a tour needs at least one step");
    return t;
}

}  // namespace genu::load
