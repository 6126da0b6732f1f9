#include "session/questions.hpp"

#include <algorithm>
#include <map>

namespace genu {

namespace {

constexpr double kBase = 0.15;            // no cause is out of the question
constexpr double kBeneathReachM = 0.03;   // what lies deeper under a painted spot is not raised by it

bool is_gate(const Library& library, const FindingId& id)
{
    const std::vector<FindingId>& gate = library.knowledge.gate;
    return std::find(gate.begin(), gate.end(), id) != gate.end();
}

bool is_plain(const Library& library, const Finding& f)
{
    return f.kind != "gate" && f.group != "place" && !f.counts_only_in_rules && !is_gate(library, f.id);
}

/// How far a cause fits what is known so far.
double fit_of(const AppState& state, const Condition& c)
{
    double fit = kBase;
    for (const ConditionFinding& f : c.findings) if (state.view.answers.ticked.contains(f.id)) fit += f.weight;
    for (const AgainstFinding& f : c.against) if (state.view.answers.ticked.contains(f.id)) fit -= 2;
    for (const Beneath& b : state.beneath) {
        const bool involved = std::any_of(c.structures.begin(), c.structures.end(), [&](const ConditionStructure& s) { return s.id == b.id && s.role == Role::primary; });
        if (involved && b.depth_m < kBeneathReachM) fit += 0.5;
    }
    return std::max(fit, 0.0);
}

/// What an answer to each finding would say, summed over the causes that fit.
std::map<FindingId, double> tellings(const AppState& state, const Library& library)
{
    std::map<FindingId, double> value;
    for (const Condition& c : library.knowledge.conditions) {
        if (c.contrast) continue;
        const double fit = fit_of(state, c);
        for (const ConditionFinding& f : c.findings) value[f.id] += fit * f.weight;
        for (const AgainstFinding& f : c.against) value[f.id] += fit;
        for (const Finding& f : library.knowledge.findings) {
            const auto names = [&](const std::vector<ConditionId>& ids) { return std::find(ids.begin(), ids.end(), c.id) != ids.end(); };
            if (names(f.raises) || names(f.lowers)) value[f.id] += fit;
        }
    }
    return value;
}

}  // namespace

bool is_answered(const ViewState& view, const FindingId& id)
{
    return view.answers.ticked.contains(id) || view.answers.denied.contains(id) || view.skipped.contains(id);
}

std::size_t plain_answered(const AppState& state, const Library& library)
{
    std::set<std::string> asked;
    for (const Finding& f : library.knowledge.findings) {
        if (is_plain(library, f) && is_answered(state.view, f.id)) asked.insert(f.one_of.empty() ? f.id.text() : f.one_of);
    }
    return asked.size();
}

std::vector<PlainQuestion> plain_questions(const AppState& state, const Library& library)
{
    std::map<FindingId, double> value = tellings(state, library);
    std::vector<PlainQuestion> questions;
    std::vector<double> worth;
    std::map<std::string, std::size_t> shared;
    for (const Finding& f : library.knowledge.findings) {
        if (!is_plain(library, f)) continue;
        if (!f.asked_if.is_none() && !state.view.answers.ticked.contains(f.asked_if)) continue;
        if (const auto known = shared.find(f.one_of); !f.one_of.empty() && known != shared.end()) {
            questions[known->second].findings.push_back(f.id);
            worth[known->second] += value[f.id];
            continue;
        }
        if (!f.one_of.empty()) shared[f.one_of] = questions.size();
        questions.push_back({{f.id}});
        worth.push_back(value[f.id]);
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto& ids = questions[i].findings;
        const bool open = std::none_of(ids.begin(), ids.end(), [&](const FindingId& id) { return is_answered(state.view, id); });
        if (open && worth[i] > 0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
    std::vector<PlainQuestion> sorted;
    for (const std::size_t i : order) sorted.push_back(questions[i]);
    return sorted;
}

std::vector<FindingId> safety_questions(const AppState& state, const Library& library)
{
    std::vector<FindingId> open;
    // Before the first answer nothing has been assessed, and that must not look like done.
    const bool assessed = state.view.answers != Answers{};
    for (const FindingId& id : assessed ? state.assessment.open_gate : library.knowledge.gate) {
        const Finding* finding = library.knowledge.find(id);
        const bool due = finding && (assessed || finding->asked_if.is_none());
        if (due && !state.view.skipped.contains(id)) open.push_back(id);
    }
    return open;
}

}  // namespace genu
