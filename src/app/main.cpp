#include "base/heap.hpp"
#include "app/options.hpp"
#include "app/picture.hpp"
#include "app/text.hpp"

int main(int argc, char** argv)
{
    using namespace genu;
    keep_freed_memory();
    const ParsedOptions parsed = parse_options(argc, argv);
    if (!parsed.options) return parsed.exit_code;
    const Options& options = *parsed.options;
    switch (options.task) {
        case Options::Task::list: return run_list(options);
        case Options::Task::show: return run_show(options);
        case Options::Task::assess: return run_assess(options);
        case Options::Task::pose: return run_pose(options);
        case Options::Task::check: return run_check(options);
        case Options::Task::handout: return run_handout(options);
        case Options::Task::bench: return run_bench(options.picture, {options.frames, options.sizes}, options.json);
        case Options::Task::sequence: return run_sequence(options);
        case Options::Task::tour: return run_tour(options.output, options.picture);
        case Options::Task::picture:
            if (options.picture.describe) return run_describe(options);
            return options.picture.screenshot.empty() ? run_window(options.picture) : run_screenshot(options.picture);
    }
    return kExitOther;
}
