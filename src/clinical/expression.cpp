#include "clinical/expression.hpp"

#include <algorithm>

namespace genu {

/// Recursive descent: or < and < not < ( ), a finding.
class ExpressionParser {
public:
    explicit ExpressionParser(const std::string& text) : text_(text) { next(); }

    Result<Expression> run()
    {
        const std::size_t root = disjunction();
        if (problem_.message.empty() && !word_.empty()) fail("\"" + word_ + "\" is left over", "join findings with \"and\" or \"or\"");
        if (!problem_.message.empty()) return problem_;
        expression_.root_ = root;
        return std::move(expression_);
    }

private:
    using Kind = Expression::Node::Kind;
    static constexpr int kDeepest = 64;  // far beyond what a reader could check; keeps wild input off the stack

    std::size_t disjunction() { return chain("or", Kind::disjunction, [this] { return conjunction(); }); }
    std::size_t conjunction() { return chain("and", Kind::conjunction, [this] { return negation(); }); }

    template <class Part>
    std::size_t chain(const char* joint, Kind kind, Part part)
    {
        std::vector<std::size_t> children{part()};
        while (word_ == joint && problem_.message.empty()) {
            next();
            children.push_back(part());
        }
        return children.size() == 1 ? children.front() : add(kind, FindingId{}, std::move(children));
    }

    std::size_t negation()
    {
        if (word_ != "not") return atom();
        next();
        if (++depth_ > kDeepest) return fail("is nested too deeply", "split the rule");
        const std::size_t child = negation();
        --depth_;
        return add(Kind::negation, FindingId{}, {child});
    }

    std::size_t atom()
    {
        if (word_ == "(") {
            next();
            if (++depth_ > kDeepest) return fail("is nested too deeply", "split the rule");
            const std::size_t inside = disjunction();
            --depth_;
            if (word_ != ")") return fail("a bracket is not closed", "add \")\"");
            next();
            return inside;
        }
        if (word_.empty()) return fail("ends where a finding is expected", "");
        if (word_ == "and" || word_ == "or" || word_ == ")") return fail("\"" + word_ + "\" stands where a finding is expected", "");
        if (word_.find('.') == std::string::npos) return fail("\"" + word_ + "\" is not a finding id", "write ids in full: symptom." + word_);
        const std::string id = word_;
        next();
        return add(Kind::finding, FindingId(id), {});
    }

    std::size_t add(Kind kind, FindingId id, std::vector<std::size_t> children)
    {
        expression_.nodes_.push_back({kind, std::move(id), std::move(children)});
        return expression_.nodes_.size() - 1;
    }

    std::size_t fail(std::string message, std::string hint)
    {
        if (problem_.message.empty()) problem_ = {"", "character " + std::to_string(word_start_ + 1), std::move(message), std::move(hint)};
        word_.clear();
        at_ = text_.size();
        return add(Kind::finding, FindingId{}, {});
    }

    void next()
    {
        at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
        word_start_ = at_;
        if (at_ < text_.size() && (text_[at_] == '(' || text_[at_] == ')')) ++at_;
        else at_ = std::min(text_.find_first_of(" \t\r\n()", at_), text_.size());
        word_ = text_.substr(word_start_, at_ - word_start_);
    }

    const std::string& text_;
    std::size_t at_ = 0;
    std::size_t word_start_ = 0;
    std::string word_;
    int depth_ = 0;
    Expression expression_;
    Problem problem_;
};

Result<Expression> Expression::parse(const std::string& text) { return ExpressionParser(text).run(); }

bool Expression::holds(std::size_t index, const std::function<bool(const FindingId&)>& is_ticked) const
{
    const Node& node = nodes_[index];
    const auto child_holds = [&](std::size_t child) { return holds(child, is_ticked); };
    switch (node.kind) {
        case Node::Kind::finding: return is_ticked(node.id);
        case Node::Kind::negation: return !child_holds(node.children.front());
        case Node::Kind::conjunction: return std::all_of(node.children.begin(), node.children.end(), child_holds);
        case Node::Kind::disjunction: return std::any_of(node.children.begin(), node.children.end(), child_holds);
    }
    return false;
}

bool Expression::holds(const std::function<bool(const FindingId&)>& is_ticked) const
{
    return !nodes_.empty() && holds(root_, is_ticked);
}

std::vector<FindingId> Expression::findings() const
{
    std::vector<FindingId> found;
    for (const Node& node : nodes_) {
        if (node.kind == Node::Kind::finding && std::find(found.begin(), found.end(), node.id) == found.end()) found.push_back(node.id);
    }
    return found;
}

void Expression::collect_reasons(std::size_t index, const std::function<bool(const FindingId&)>& is_ticked, std::vector<FindingId>& reasons) const
{
    const Node& node = nodes_[index];
    if (node.kind == Node::Kind::negation || !holds(index, is_ticked)) return;
    if (node.kind == Node::Kind::finding && std::find(reasons.begin(), reasons.end(), node.id) == reasons.end()) reasons.push_back(node.id);
    for (const std::size_t child : node.children) collect_reasons(child, is_ticked, reasons);
}

std::vector<FindingId> Expression::because(const std::function<bool(const FindingId&)>& is_ticked) const
{
    std::vector<FindingId> reasons;
    if (!nodes_.empty()) collect_reasons(root_, is_ticked, reasons);
    return reasons;
}

}  // namespace genu
