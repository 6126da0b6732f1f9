#pragma once
// Reading the specification's fields; used only by the files that read it.
#include "base/json.hpp"
#include "builder/spec.hpp"

namespace genu::builder {

Vec3 read_point(const JsonView& view);
std::vector<double> read_numbers(const JsonView& view);
/// Exactly `count` numbers, else a complaint and zeros.
std::vector<double> read_row(const JsonView& view, std::size_t count, const std::string& meaning);
/// The object's member as a row of that many numbers.
std::vector<double> read_row(const JsonView& view, const std::string& key, std::size_t count, const std::string& meaning);

Shape read_shape(const JsonView& view, double radial_scale);
WrapShape read_wrap(const JsonView& view);
void read_rig(const JsonView& view, StructureSpec& structure);

/// Where structures hold to bones, and which nerve feels for which skin.
void read_attachments(const JsonView& view, LegSpec& leg);
void read_territories(const JsonView& view, LegSpec& leg);
void check_attachments(const LegSpec& leg, Problems& problems);

}  // namespace genu::builder
