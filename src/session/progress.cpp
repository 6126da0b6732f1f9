#include "session/progress.hpp"

#include <algorithm>

namespace genu {

int days_until_due(int box)
{
    constexpr int days[] = {0, 1, 3, 7, 21};
    return days[std::clamp(box, 1, kLastBox) - 1];
}

void Progress::note(const std::string& key, bool right, int today)
{
    LearntItem& item = items[key];
    item.box = right ? std::min(item.box + 1, kLastBox) : 1;
    item.due_day = today + days_until_due(item.box);
    (right ? item.right : item.wrong) += 1;
}

int Progress::in_box(int box) const
{
    return static_cast<int>(std::count_if(items.begin(), items.end(), [&](const auto& entry) { return entry.second.box == box; }));
}

int Progress::due(int today) const
{
    return static_cast<int>(std::count_if(items.begin(), items.end(), [&](const auto& entry) { return entry.second.due_day <= today; }));
}

Json to_json(const Progress& progress)
{
    Json items = Json::object();
    for (const auto& [key, item] : progress.items) items[key] = {{"box", item.box}, {"due_day", item.due_day}, {"right", item.right}, {"wrong", item.wrong}};
    return {{"version", 1}, {"items", items}};
}

Result<Progress> progress_from_json(const Json& json, const std::string& file)
{
    Problems problems;
    const JsonView root(json, file, "", problems);
    if (root.number("version") != 1 && problems.empty()) root.at("version").complain("this file is of another version of Genu", "start the newer Genu, or move the file away to begin anew");
    Progress progress;
    for (const auto& [key, item] : root.at("items").members()) {
        item.only({"box", "due_day", "right", "wrong"});
        LearntItem learnt{static_cast<int>(item.number("box")), static_cast<int>(item.number("due_day")), static_cast<int>(item.number("right")), static_cast<int>(item.number("wrong"))};
        if (learnt.box < 1 || learnt.box > kLastBox) item.complain("box must be 1 to " + std::to_string(kLastBox));
        progress.items[key] = learnt;
    }
    if (!problems.empty()) return problems;
    return progress;
}

}  // namespace genu
