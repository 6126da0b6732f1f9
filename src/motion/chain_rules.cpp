#include "motion/chain_rules.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/suggest.hpp"
#include "motion/body_names.hpp"
#include "motion/read.hpp"

namespace genu {

namespace {

ChainEnd read_end(const JsonView& at)
{
    ChainEnd end;
    if (at.raw().is_object()) {
        at.only({"tied_to"});
        end.kind = ChainEnd::Kind::tied;
        end.tied_to = StructureId(at.text("tied_to"));
        return end;
    }
    const std::string word = at.as_text();
    if (word == "free") end.kind = ChainEnd::Kind::free;
    else if (word != "bound") at.complain("must be \"bound\", \"free\" or {\"tied_to\": id}", did_you_mean(word, {"bound", "free"}));
    return end;
}

}  // namespace

const ChainRule& ChainRules::rule(const StructureId& id) const
{
    static const ChainRule usual;
    const auto found = rules.find(id);
    return found == rules.end() ? usual : found->second;
}

bool ChainRules::is_string(const StructureId& id) const
{
    return std::find(kinds.begin(), kinds.end(), id.kind()) != kinds.end() && std::find(left_out.begin(), left_out.end(), id) == left_out.end();
}

Result<ChainRules> ChainRules::load(const fs::path& assets)
{
    const fs::path file = assets / "anatomy" / "chains.json";
    const Result<Json> json = read_json(file);
    if (!json) return json.problems();
    Problems problems;
    const JsonView root(*json, file.string(), "", problems);
    root.only({"note", "kinds", "left_out", "hold", "chains", "obstacles", "creases"});
    ChainRules rules;
    rules.kinds = root.texts("kinds");
    for (const std::string& id : root.texts("left_out")) rules.left_out.emplace_back(id);
    rules.hold.fill(1);
    for (const auto& [name, value] : root.at("hold").members()) {
        if (name == "along_bone") {
            rules.held = value.as_number();
            continue;
        }
        if (const auto body = motion_body_from_name(name)) rules.hold[static_cast<std::size_t>(*body)] = value.as_number();
        else value.complain("unknown body \"" + name + "\"", did_you_mean(name, motion_body_names()));
    }
    for (const JsonView& item : root.at("chains").items()) {
        item.only({"id", "start", "end", "hold", "gives_from", "broad", "keeps_off", "note"});
        ChainRule rule;
        if (const auto start = item.find("start")) rule.start = read_end(*start);
        if (const auto end = item.find("end")) rule.end = read_end(*end);
        if (item.has("hold")) rule.hold = item.number("hold");
        rule.gives_from = item.number_or("gives_from", 0);
        rule.is_broad = item.flag_or("broad", false);
        for (const std::string& id : item.texts("keeps_off")) rule.keeps_off.emplace_back(id);
        if (!rules.rules.emplace(StructureId(item.text("id")), rule).second) item.complain("is listed twice");
    }
    for (const JsonView& item : root.at("obstacles").items()) {
        item.only({"body", "from", "to", "radius", "note"});
        const auto body = motion_body_from_name(item.text("body"));
        if (!body) item.complain("unknown body", did_you_mean(item.text("body"), motion_body_names()));
        else rules.obstacles.push_back({*body, read_point_m(item.at("from")), read_point_m(item.at("to")), item.number("radius") * 1e-3});
    }
    for (const JsonView& item : root.at("creases").items()) {
        item.only({"above", "below", "at", "reach", "share_above", "parts_strings", "note"});
        const auto above = motion_body_from_name(item.text("above")), below = motion_body_from_name(item.text("below"));
        if (!above || !below) item.complain("unknown body", did_you_mean(item.text(above ? "below" : "above"), motion_body_names()));
        else rules.creases.push_back({*above, *below, read_point_m(item.at("at")), item.number("reach") * 1e-3, item.number_or("share_above", 0.5), item.flag_or("parts_strings", false)});
    }
    if (!problems.empty()) return problems;
    return rules;
}

}  // namespace genu
