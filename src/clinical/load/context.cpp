#include "clinical/load/context.hpp"

#include <algorithm>
#include <cmath>

#include "base/suggest.hpp"

namespace genu::load {

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string whole(double value) { return std::to_string(std::lround(value)); }

}  // namespace

void require_known(const Context& context, const std::string& kind, const std::string& id, const JsonView& at)
{
    const auto found = context.known.find(kind);
    static const std::vector<std::string> none;
    const std::vector<std::string>& ids = found == context.known.end() ? none : found->second;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) at.complain("unknown " + kind + " \"" + id + "\"", did_you_mean(id, ids));
}

std::string filled_text(const JsonView& at, const std::string& key)
{
    const JsonView value = at.at(key);
    std::string text = value.as_text();
    if (at.has(key) && text.find_first_not_of(" \t\n") == std::string::npos && !value.raw().is_number()) value.complain("is empty", "write it, or say why it is unknown");
    return text;
}

std::string word_of(const JsonView& at, const std::string& key, const std::vector<std::string>& words)
{
    const JsonView value = at.at(key);
    const std::string word = value.as_text();
    if (at.has(key) && std::find(words.begin(), words.end(), word) == words.end()) {
        const std::string suggestion = did_you_mean(word, words);
        value.complain("\"" + word + "\" is not known here", suggestion.empty() ? "use one of: " + joined(words) : suggestion);
    }
    return word;
}

TwoRegisters registers_or_empty(const JsonView& at, const std::string& key)
{
    return at.has(key) ? read_registers(at, key) : TwoRegisters{};
}

Urgency urgency_of(const JsonView& at, const std::string& name)
{
    if (const auto urgency = urgency_from_name(name)) return *urgency;
    at.complain("unknown urgency \"" + name + "\"", "use emergency_now, same_day, urgent_days or routine");
    return Urgency::routine;
}

std::map<std::string, double> pose_of(const Context& context, const JsonView& at, const std::string& key)
{
    std::map<std::string, double> pose;
    const auto found = at.find(key);
    if (!found) return pose;
    std::vector<std::string> joints;
    for (const auto& [joint, range] : context.joint_range_deg) joints.push_back(joint);
    for (const auto& [joint, value] : found->members()) {
        const double angle = value.as_number();
        const auto range = context.joint_range_deg.find(joint);
        if (range == context.joint_range_deg.end()) {
            value.complain("unknown joint \"" + joint + "\"", did_you_mean(joint, joints));
        } else if (angle < range->second.first || angle > range->second.second) {
            value.complain(whole(angle) + " degrees is beyond the joint's range",
                           "from " + whole(range->second.first) + " to " + whole(range->second.second));
        }
        pose[joint] = angle;
    }
    return pose;
}

Expression expression_of(const Context& context, const JsonView& at)
{
    Result<Expression> parsed = Expression::parse(at.as_text());
    if (!parsed) {
        for (const Problem& problem : parsed.problems()) at.complain(problem.place + ": " + problem.message, problem.hint);
        return {};
    }
    for (const FindingId& id : parsed->findings()) require(context, id, at);
    return std::move(parsed).value();
}

}  // namespace genu::load
