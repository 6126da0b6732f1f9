#pragma once
// The small language of the red-flag rules: finding ids joined by and, or, not and brackets.
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"

namespace genu {

class Expression {
public:
    /// An error says where in the text it went wrong.
    static Result<Expression> parse(const std::string& text);

    bool holds(const std::function<bool(const FindingId&)>& is_ticked) const;
    /// The ticked findings that make it true (no finding named under `not`): the reason to show.
    std::vector<FindingId> because(const std::function<bool(const FindingId&)>& is_ticked) const;
    std::vector<FindingId> findings() const;
    /// Findings whose tick can make it false.
    std::vector<FindingId> lowering() const;

    /// One way to make it true: these ticked, those not.
    struct Way {
        std::set<FindingId> ticked, unticked;
        bool operator==(const Way&) const = default;
    };
    /// All smallest ways, none containing another, none contradicting itself. Empty: it can never hold.
    std::vector<Way> ways() const;

private:
    struct Node { enum class Kind { finding, negation, conjunction, disjunction } kind; FindingId id; std::vector<std::size_t> children; };
    friend class ExpressionParser;
    bool holds(std::size_t node, const std::function<bool(const FindingId&)>& is_ticked) const;
    void collect_reasons(std::size_t node, const std::function<bool(const FindingId&)>& is_ticked, std::vector<FindingId>& reasons) const;
    std::vector<Way> ways(std::size_t node, bool wanted) const;
    std::vector<Node> nodes_;
    std::size_t root_ = 0;
};

}  // namespace genu
