#include "ui/label_layout.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace genu {

namespace {

constexpr float kLeastReach = 16;  // of a leader line

bool inside(const LabelArea& area, glm::vec2 p)
{
    return p.x >= area.low.x && p.x <= area.high.x && p.y >= area.low.y && p.y <= area.high.y;
}

float side_of(glm::vec2 a, glm::vec2 b, glm::vec2 p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

bool cross(const PlacedLabel& a, const PlacedLabel& b)
{
    return side_of(a.start, a.anchor, b.start) * side_of(a.start, a.anchor, b.anchor) < 0 &&
           side_of(b.start, b.anchor, a.start) * side_of(b.start, b.anchor, a.anchor) < 0;
}

/// The strong ones, then the nearest: what lies behind is not seen anyway.
void thin_out(std::vector<std::size_t>& column, const std::vector<LabelWish>& wishes, std::size_t most)
{
    if (column.size() <= most) return;
    std::stable_sort(column.begin(), column.end(), [&](std::size_t a, std::size_t b) {
        return wishes[a].strong != wishes[b].strong ? wishes[a].strong : wishes[a].depth < wishes[b].depth;
    });
    column.resize(most);
}

struct Column { bool left = false; float top = 0, edge = 0; };

/// Words of two lines need more.
float row_of(const LabelWish& wish, const LabelArea& area) { return std::max(area.row, wish.size.y + 0.38f * area.row); }

void keep_what_fits(std::vector<std::size_t>& members, const std::vector<LabelWish>& wishes, const LabelArea& area, float room)
{
    const auto needed = [&] {
        float sum = 0;
        for (const std::size_t i : members) sum += row_of(wishes[i], area);
        return sum;
    };
    thin_out(members, wishes, area.most_per_column);
    while (!members.empty() && needed() > room) thin_out(members, wishes, members.size() - 1);
}

/// In this order from above. Each wants the height of its anchor; they push one another down, then the last ones push
/// back up.
std::vector<PlacedLabel> stacked(const std::vector<std::size_t>& members, const std::vector<LabelWish>& wishes, const LabelArea& area, const Column& column)
{
    std::vector<float> y;
    float free = column.top;
    for (const std::size_t i : members) {
        y.push_back(std::max(wishes[i].anchor.y - 0.5f * row_of(wishes[i], area), free));
        free = y.back() + row_of(wishes[i], area);
    }
    float limit = area.high.y;
    for (std::size_t k = y.size(); k-- > 0; limit = y[k]) y[k] = std::min(y[k], limit - row_of(wishes[members[k]], area));

    std::vector<PlacedLabel> placed;
    for (std::size_t k = 0; k < members.size(); ++k) {
        const LabelWish& wish = wishes[members[k]];
        const float x = column.left ? column.edge - wish.size.x : column.edge;
        const float row = row_of(wish, area);
        placed.push_back({members[k], {x, y[k] + 0.5f * (row - wish.size.y)}, {column.edge, y[k] + 0.5f * row}, wish.anchor});
    }
    return placed;
}

std::vector<PlacedLabel> fill_column(std::vector<std::size_t> members, const std::vector<LabelWish>& wishes, const LabelArea& area, const Column& column)
{
    keep_what_fits(members, wishes, area, area.high.y - column.top);
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) { return wishes[a].anchor.y < wishes[b].anchor.y; });
    std::vector<PlacedLabel> placed = stacked(members, wishes, area, column);
    // Two whose lines cross change places, which shortens both lines; so this ends.
    const auto crossing = [&]() -> std::optional<std::pair<std::size_t, std::size_t>> {
        for (std::size_t a = 0; a < placed.size(); ++a) {
            for (std::size_t b = a + 1; b < placed.size(); ++b) {
                if (cross(placed[a], placed[b])) return std::pair(a, b);
            }
        }
        return std::nullopt;
    };
    for (std::size_t pass = 0; pass < members.size() * members.size(); ++pass) {
        const auto pair = crossing();
        if (!pair) break;
        std::swap(members[pair->first], members[pair->second]);
        placed = stacked(members, wishes, area, column);
    }
    return placed;
}

}  // namespace

std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, const LabelArea& area)
{
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (inside(area, wishes[i].anchor)) seen.push_back(i);
    }
    if (seen.empty()) return {};
    std::stable_sort(seen.begin(), seen.end(), [&](std::size_t a, std::size_t b) { return wishes[a].anchor.x < wishes[b].anchor.x; });
    const auto widest = [&](const std::vector<std::size_t>& column) {
        float width = 0;
        for (const std::size_t i : column) width = std::max(width, wishes[i].size.x);
        return width;
    };
    const auto half = seen.begin() + static_cast<std::ptrdiff_t>((seen.size() + 1) / 2);
    std::vector<std::size_t> left(seen.begin(), half), right(half, seen.end());
    // Words must not lie on what they name: where one side is too narrow for its column, the other takes all.
    const float first_x = wishes[seen.front()].anchor.x, last_x = wishes[seen.back()].anchor.x;
    const auto fits_left = [&](const auto& column) { return area.low.x + widest(column) + kLeastReach <= first_x; };
    const auto fits_right = [&](const auto& column) { return last_x + kLeastReach + widest(column) <= area.high.x; };
    if (!fits_left(left) && fits_right(seen)) {
        right = seen;
        left.clear();
    } else if (!fits_right(right) && fits_left(seen)) {
        left = seen;
        right.clear();
    }
    const Column l{true, area.left_top, std::max(first_x - area.reach, area.low.x + widest(left))};
    const Column r{false, area.right_top, std::min(last_x + area.reach, area.high.x - widest(right))};

    std::vector<PlacedLabel> placed = fill_column(left, wishes, area, l);
    const std::vector<PlacedLabel> other = fill_column(right, wishes, area, r);
    placed.insert(placed.end(), other.begin(), other.end());
    return placed;
}

}  // namespace genu
