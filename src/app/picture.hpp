#pragma once
// Pictures without a window: the same state, frame, renderer and panels as the window's.
#include <memory>

#include "app/options.hpp"
#include "base/image.hpp"
#include "session/update.hpp"

namespace genu {

/// The commands that the options stand for, in the order in which a person would give them; all unknown ids reported.
Result<Commands> commands_from(const PictureOptions& options, const Library& library);

/// Draws off screen. Made once, used for any number of pictures.
class Studio {
public:
    /// A Problem here means that no OpenGL could be used.
    static Result<std::unique_ptr<Studio>> create(const Library& library, const ProgramFiles& files, double ui_scale, bool few_pictures = false);
    virtual ~Studio() = default;
    /// Any size: what is larger than the graphics card can draw is drawn in parts.
    virtual Result<Image> draw(const AppState& state, glm::ivec2 size, bool panels) = 0;
    /// For all pictures from now on.
    struct Extras {
        bool names = true;         ///< at structures, and notes
        bool legend = true;        ///< and scale and directions
        bool transparent = false;  ///< no background
        bool tells = false;        ///< a picture drawn in parts says on standard error how far it is
    };
    virtual void set_extras(Extras extras) = 0;
    /// Without labels, legend and scale.
    virtual Result<Image> draw_leg_only(const AppState& state, glm::ivec2 size) = 0;
    /// Where the leg goes in a canvas of this size with panels round it.
    virtual PixelRect picture_rect(const AppState& state, glm::ivec2 size) = 0;
    /// Seconds that one frame of the leg alone takes (frame data, drawing, waiting until it is done).
    /// As while it moves, or in full as at rest.
    virtual double seconds_to_draw(const AppState& state, glm::ivec2 size, bool full = false) = 0;
    /// Seconds that one more look at a picture at rest takes; 0 when it has had all.
    virtual double seconds_to_look(const AppState& state, glm::ivec2 size) = 0;
    /// One step of a window of this size: panels and leg, drawn only where they changed.
    struct Step { bool draws = false, is_refining = false, is_sharp = false; };  ///< the leg was drawn; and is at rest; and for good
    virtual Step step(const AppState& state, glm::ivec2 size) = 0;
    virtual double seconds_to_pick(const AppState& state, glm::ivec2 size) = 0;
    virtual std::string gl() const = 0;
};

int run_screenshot(const PictureOptions& options);                 ///< exit code
int run_sequence(const Options& options);
int run_tour(const fs::path& folder, const PictureOptions& options);
int run_bench(const PictureOptions& options, const BenchOptions& bench, bool json);
/// Opens the window; without a display says so and draws the tour to PNG files instead.
int run_window(const PictureOptions& options);

/// Each problem on standard error.
void report(const Problems& problems);

}  // namespace genu
