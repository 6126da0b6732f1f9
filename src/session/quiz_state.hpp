#pragma once
// One question of the quiz as plain data.
#include <cstdint>
#include <string>
#include <vector>

namespace genu {

/// Click it; choose its name; put in order; what works or tests it; what points away from a condition.
enum class QuizKind : std::uint8_t { find_it, name_it, order, loads, points_away };
inline constexpr int kQuizKinds = 5;
const char* name_of(QuizKind kind);

/// A question that is open or has been answered. Everything shown is derived from it and the library, in any language.
struct QuizState {
    QuizKind kind = QuizKind::find_it;
    std::uint32_t seed = 0;
    int number = 0;                        ///< questions before this one
    std::string item;                      ///< what is asked about: an id; for order "depth:+20" or "across:-10" (mm)
    std::vector<std::string> choices;      ///< ids, or "condition.x#1" for a condition's test
    std::vector<int> right;                ///< index of the right choice; for order all of them in the right order
    std::vector<int> given;                ///< what was answered so far
    std::vector<std::string> asked;        ///< items asked in this run
    int right_count = 0, answered_count = 0;

    bool is_answered() const { return given.size() >= right.size(); }
    bool is_right() const { return given == right; }
    std::string key() const { return std::string(name_of(kind)) + "/" + item; }
    bool operator==(const QuizState&) const = default;
};

}  // namespace genu
