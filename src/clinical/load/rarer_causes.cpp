// Causes too rare for a record of their own.
#include "clinical/load/context.hpp"

namespace genu::load {

RarerCause rarer_cause(const Context& context, const JsonView& at)
{
    at.only({"id", "name", "synonyms", "icd10", "plain", "clinical", "apart", "beside", "structures", "red_flags", "urgency", "who", "sources", "review"});
    RarerCause cause;
    cause.id = own_id<CauseId>(at, false);
    cause.name = filled_text(at, "name");
    for (const JsonView& code : at.at("icd10").items()) {
        code.only({"code", "system", "note"});
        cause.icd10.push_back({filled_text(code, "code"), word_of(code, "system", {"WHO", "CM"}), code.text_or("note", "")});
    }
    cause.plain = filled_text(at, "plain");
    cause.clinical = filled_text(at, "clinical");
    cause.synonyms = at.texts("synonyms");
    cause.apart = read_registers(at, "apart");
    cause.beside = known_ids<ConditionId>(context, at, "beside");
    if (cause.beside.empty()) at.complain("is beside no condition", "name those it is taken for: it is shown there");
    cause.structures = known_ids<StructureId>(context, at, "structures");
    cause.red_flags = known_ids<RedFlagId>(context, at, "red_flags");
    cause.urgency = urgency_of(at.at("urgency"), at.text("urgency"));
    cause.who = filled_text(at, "who");
    cause.sources = known_ids<SourceId>(context, at, "sources");
    if (cause.sources.empty()) at.complain("names no source", "add at least one id from sources.json");
    cause.review = at.text_or("review", "not_reviewed");
    return cause;
}

}  // namespace genu::load
