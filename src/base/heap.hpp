#pragma once

namespace genu {

/// Memory that was given back is kept for what comes next instead of being handed to the system and fetched again page by
/// page: loading a leg passes tens of megabytes from hand to hand, and that took a quarter of the time to the first picture.
/// What is fetched comes in large pages where the system has them (Linux, glibc). To be called before anything else.
void keep_freed_memory();

/// What loading has left over goes back to the system; for a program that stays open.
void give_back_freed_memory();

}  // namespace genu
