#pragma once
// Ids are content, not enums: stable lower-case words with a kind prefix ("muscle.popliteus").
#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace genu {

template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}
    explicit Id(const char* text) : text_(text) {}

    static Id none() { return Id{}; }
    bool is_none() const { return text_.empty(); }
    const std::string& text() const { return text_; }
    /// The part before the first dot: "muscle" of "muscle.popliteus".
    std::string_view kind() const { return std::string_view(text_).substr(0, text_.find('.')); }

    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;

private:
    std::string text_;
};

using StructureId = Id<struct StructureTag>;
using ConditionId = Id<struct ConditionTag>;
using FindingId = Id<struct FindingTag>;      ///< symptoms, gate questions and modifiers: "symptom.…"
using RedFlagId = Id<struct RedFlagTag>;
using ExerciseId = Id<struct ExerciseTag>;
using SourceId = Id<struct SourceTag>;
using MythId = Id<struct MythTag>;
using TourId = Id<struct TourTag>;

}  // namespace genu

template <class Tag>
struct std::hash<genu::Id<Tag>> {
    std::size_t operator()(const genu::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
