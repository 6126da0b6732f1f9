#pragma once
// How long the window may sleep before its next step: an idle one sleeps until something happens. Also what `genu bench` runs.
namespace genu {

struct WindowState {
    bool is_moving = false;   ///< a camera flies or an exercise plays
    bool is_lively = false;   ///< panels still settle after the last event
    bool is_sharp = true;     ///< the picture at rest has been drawn in full
    bool is_refining = false; ///< not yet, but its first look has: the others follow at once
    bool has_errands = false; ///< work goes on beside the window
    bool has_to_keep = false; ///< something waits to be written
};

struct Waiting {
    enum class Kind { not_at_all, a_while, until_something_happens };
    Kind kind = Kind::not_at_all;
    double seconds = 0;       ///< of a_while
    bool operator==(const Waiting&) const = default;
};

inline constexpr double kSettleSeconds = 0.3;   ///< after this without a change the picture is drawn at full quality, look by look
inline constexpr double kKeepSeconds = 1;       ///< between looks at what waits to be written
inline constexpr double kErrandSeconds = 0.2;   ///< between looks at work that goes on beside the window
inline constexpr int kFramesAfterInput = 3;     ///< panels need a few frames to settle after the last event

constexpr Waiting waiting(const WindowState& now)
{
    if (now.is_moving || now.is_lively) return {};
    if (!now.is_sharp && now.is_refining) return {};
    if (!now.is_sharp) return {Waiting::Kind::a_while, kSettleSeconds};
    if (now.has_errands) return {Waiting::Kind::a_while, kErrandSeconds};
    if (now.has_to_keep) return {Waiting::Kind::a_while, kKeepSeconds};
    return {Waiting::Kind::until_something_happens, 0};
}

}  // namespace genu
