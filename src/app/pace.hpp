#pragma once
// How well the leg may be drawn while it moves, chosen by how long the last frames took on this machine: half as large
// where turning would stutter, with shadows where there is time to spare. At rest the picture is always drawn in full.
#include "render/renderer.hpp"

namespace genu {

class Pace {
public:
    Quality moving() const;
    /// Seconds that a frame took at `moving()`.
    void took(double seconds);

private:
    enum class Level : std::uint8_t { half, plain, rich };
    void change(Level level);

    Level level_ = Level::plain;
    double average_s_ = 0;
    int frames_ = 0;  ///< since the level changed
};

}  // namespace genu
