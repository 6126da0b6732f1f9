#pragma once
// The small language of the red-flag rules: finding ids joined by and, or, not and brackets.
#include <functional>
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

private:
    struct Node { enum class Kind { finding, negation, conjunction, disjunction } kind; FindingId id; std::vector<std::size_t> children; };
    friend class ExpressionParser;
    std::vector<Node> nodes_;
    std::size_t root_ = 0;
};

}  // namespace genu
