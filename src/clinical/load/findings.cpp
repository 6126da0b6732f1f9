#include "clinical/load/context.hpp"

namespace genu::load {

Finding finding(const Context& context, const JsonView& at)
{
    at.only({"id", "kind", "group", "plain", "clinical", "question", "asked_if", "counts_as", "counts_in", "one_of", "note",
             "structures", "raises", "lowers"});
    Finding f;
    f.id = own_id<FindingId>(at, false);
    f.kind = word_of(at, "kind", {"finding", "gate", "modifier"});
    f.group = filled_text(at, "group");
    require_known(context, "group", f.group, at.at("group"));
    f.plain = filled_text(at, "plain");
    f.clinical = filled_text(at, "clinical");
    f.question = at.text_or("question", "");
    if (const auto asked_if = at.find("asked_if"); asked_if && !asked_if->raw().is_null()) f.asked_if = known_id<FindingId>(context, *asked_if);
    f.counts_as = known_ids<FindingId>(context, at, "counts_as");
    if (at.has("counts_in")) f.counts_only_in_rules = word_of(at, "counts_in", {"both", "rules"}) == "rules";
    f.one_of = at.text_or("one_of", "");
    f.note = registers_or_empty(at, "note");
    f.structures = known_ids<StructureId>(context, at, "structures");
    f.raises = known_ids<ConditionId>(context, at, "raises");
    f.lowers = known_ids<ConditionId>(context, at, "lowers");
    return f;
}

}  // namespace genu::load
