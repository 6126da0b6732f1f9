#include "ui/tab_order.hpp"

#include <algorithm>

namespace genu {

void TabOrder::begin_frame(unsigned focused, int step)
{
    last_.swap(now_);
    now_.clear();
    wanted_ = 0;
    if (step == 0 || last_.empty()) return;
    const bool popup = std::any_of(last_.begin(), last_.end(), [](const Stop& s) { return s.in_popup; });
    std::vector<unsigned> stops;
    for (const Stop& s : last_) {
        if (s.in_popup == popup && (stops.empty() || stops.back() != s.id)) stops.push_back(s.id);
    }
    const auto at = std::find(stops.begin(), stops.end(), focused);
    if (at == stops.end()) wanted_ = step > 0 ? stops.front() : stops.back();
    else if (step > 0) wanted_ = at + 1 == stops.end() ? stops.front() : *(at + 1);
    else wanted_ = at == stops.begin() ? stops.back() : *(at - 1);
}

bool TabOrder::add(unsigned id, bool in_popup)
{
    if (id == 0) return false;
    now_.push_back({id, in_popup});
    return id == wanted_;
}

}  // namespace genu
