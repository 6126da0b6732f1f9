#pragma once
// What has been learnt, in boxes after Leitner: an answer that was right moves its question one box up and it comes back
// later, a wrong one goes back to the first box. Plain data; src/app/progress_file.hpp keeps it.
#include <map>
#include <string>

#include "base/json.hpp"

namespace genu {

inline constexpr int kLastBox = 5;

struct LearntItem {
    int box = 1;          ///< 1 … kLastBox
    int due_day = 0;      ///< days since 1970-01-01: asked again from then on
    int right = 0, wrong = 0;
    bool operator==(const LearntItem&) const = default;
};

struct Progress {
    std::map<std::string, LearntItem> items;   ///< by question: "name_it/muscle.popliteus"
    bool operator==(const Progress&) const = default;

    void note(const std::string& key, bool right, int today);
    int in_box(int box) const;
    int due(int today) const;
};

/// Days until a question in this box is asked again.
int days_until_due(int box);

Json to_json(const Progress& progress);
Result<Progress> progress_from_json(const Json& json, const std::string& file);

}  // namespace genu
