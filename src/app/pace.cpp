#include "app/pace.hpp"

namespace genu {

namespace {

constexpr int kFramesToJudge = 4;      // the first ones compile and upload
constexpr double kStutter_s = 0.050;   // twenty pictures a second
constexpr double kEasy_s = 0.010;      // at half size: the whole picture takes about four times as long
constexpr double kIdle_s = 0.004;
constexpr double kTooRich_s = 0.014;

}  // namespace

Quality Pace::moving() const
{
    switch (level_) {
        case Level::half: return {1, true, false, true, false, true};
        case Level::rich: return {1, true, true, false, true};
        case Level::plain: break;
    }
    return Quality::moving();
}

void Pace::change(Level level)
{
    level_ = level;
    frames_ = 0;
}

void Pace::took(double seconds)
{
    average_s_ = frames_ == 0 ? seconds : 0.7 * average_s_ + 0.3 * seconds;
    if (++frames_ < kFramesToJudge) return;
    switch (level_) {
        case Level::half:
            if (average_s_ < kEasy_s) change(Level::plain);
            break;
        case Level::plain:
            if (average_s_ > kStutter_s) change(Level::half);
            else if (average_s_ < kIdle_s) change(Level::rich);
            break;
        case Level::rich:
            if (average_s_ > kTooRich_s) change(Level::plain);
            break;
    }
}

}  // namespace genu
