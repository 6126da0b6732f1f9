#pragma once
// Errors from outside (files, options, shader text) travel as values: every problem found, not only the first.
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/assert.hpp"

namespace genu {

/// One thing wrong with something from outside, told to the person who can mend it.
struct Problem {
    std::string file;     ///< what was read: a path, "command line", …; may be empty
    std::string place;    ///< where in it: a JSON path, a line, an option; may be empty
    std::string message;  ///< what is wrong, as a sentence
    std::string hint;     ///< how to mend it; may be empty

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// "file: place: message" and the hint on a line of its own.
std::string to_text(const Problem& problem);
std::string to_text(const Problems& problems);
void append(Problems& to, Problems from);

/// A value, or all the problems that kept it from being made.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::move(value)) {}
    Result(Problem problem) : content_(Problems{std::move(problem)}) {}
    Result(Problems problems) : content_(std::move(problems)) {}

    bool ok() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return ok(); }

    T& value() & { GENU_ASSERT(ok()); return std::get<T>(content_); }
    const T& value() const& { GENU_ASSERT(ok()); return std::get<T>(content_); }
    T&& value() && { GENU_ASSERT(ok()); return std::get<T>(std::move(content_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Problems& problems() const { GENU_ASSERT(!ok()); return std::get<Problems>(content_); }

private:
    std::variant<T, Problems> content_;
};

/// For work that makes nothing: `return Done{};`
struct Done {};

}  // namespace genu
