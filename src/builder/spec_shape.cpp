#include <algorithm>
#include <cmath>

#include "builder/spec_fields.hpp"

namespace genu::builder {

namespace {

// "ends", "footprints" and the like come along with measured figures; the builder does not use them.
const std::vector<std::string> kAlways = {"kind", "note", "source", "licence", "group", "ends", "footprints"};

std::vector<std::string> with_always(std::vector<std::string> known)
{
    known.insert(known.end(), kAlways.begin(), kAlways.end());
    return known;
}

std::optional<Vec3> read_reference(const JsonView& view)
{
    const auto found = view.find("ref");
    if (!found) return std::nullopt;
    const std::string name = found->as_text();
    if (name == "x") return Vec3(1, 0, 0);
    if (name == "y") return Vec3(0, 1, 0);
    if (name == "z") return Vec3(0, 0, 1);
    found->complain("must be \"x\", \"y\" or \"z\"");
    return std::nullopt;
}

Vec3 read_axis(const JsonView& view, const std::string& key)
{
    const Vec3 axis = read_point(view.at(key));
    const double length = glm::length(axis);
    if (length > 0.5) return axis / length;
    if (view.has(key)) view.at(key).complain("must be a direction of about length 1");
    return {0, 1, 0};
}

int read_order(const JsonView& view)
{
    const double order = view.number_or("order", 1);
    if (order >= 1 && order <= 16) return static_cast<int>(order);
    view.complain("\"order\" must lie between 1 and 16");
    return 1;
}

OutlineRow read_outline(const JsonView& view, std::vector<double> row, std::size_t from, double scale)
{
    OutlineRow outline(row.begin() + static_cast<std::ptrdiff_t>(from), row.end());
    if (outline[0] <= 0 || outline[1] < 0) view.complain("half-widths must be above 0");
    for (std::size_t k = 0; k < outline.size(); ++k) {
        const bool is_angle = k == 2 || k == 3;
        if (!is_angle) outline[k] *= scale;
    }
    return outline;
}

std::vector<TendonRow> read_tendon(const JsonView& view)
{
    std::vector<TendonRow> rows;
    if (const auto tendon = view.find("tendon")) {
        for (const JsonView& item : tendon->items()) {
            const std::vector<double> row = read_row(item, 3, "position, share, direction");
            if (row[0] < 0 || row[0] > 1 || row[1] < 0 || row[1] > 1) item.complain("position and share must lie between 0 and 1");
            rows.push_back({row[0], row[1], row[2]});
        }
        const auto by_position = [](const TendonRow& a, const TendonRow& b) { return a.position < b.position; };
        if (!std::is_sorted(rows.begin(), rows.end(), by_position)) tendon->complain("positions must not fall");
    }
    return rows;
}

std::vector<PennationRow> read_pennation(const JsonView& view)
{
    std::vector<PennationRow> rows;
    const auto pennation = view.find("pennation");
    if (!pennation) return rows;
    for (const JsonView& item : pennation->items()) {
        const std::vector<double> row = read_numbers(item);
        if (row.size() != 2 && row.size() != 3) {
            item.complain("needs 2 numbers (position, angle) or 3 (position, angle, direction of the raphe)");
            continue;
        }
        if (row[0] < 0 || row[0] > 1 || std::abs(row[1]) > 90) item.complain("position must lie between 0 and 1, angle between -90 and 90");
        if (!rows.empty() && row[0] < rows.back().position) item.complain("positions must not fall");
        if (!rows.empty() && rows.back().raphe_deg.has_value() != (row.size() == 3)) item.complain("either all rows name a raphe or none");
        rows.push_back({row[0], row[1], row.size() == 3 ? std::optional<double>(row[2]) : std::nullopt});
    }
    return rows;
}

std::vector<FascicleRow> read_fascicles(const JsonView& view)
{
    std::vector<FascicleRow> rows;
    const auto fascicles = view.find("fascicles");
    if (!fascicles) return rows;
    if (view.has("pennation")) fascicles->complain("takes the place of \"pennation\": give one of the two");
    for (const JsonView& item : fascicles->items()) {
        const std::vector<double> row = read_row(item, 4, "position and a direction x, y, z");
        const Vec3 direction(row[1], row[2], row[3]);
        const double length = glm::length(direction);
        if (row[0] < 0 || row[0] > 1) item.complain("position must lie between 0 and 1");
        if (!rows.empty() && row[0] < rows.back().position) item.complain("positions must not fall");
        if (length < 0.5) item.complain("must name a direction of about length 1");
        rows.push_back({row[0], length < 0.5 ? Vec3(0, -1, 0) : direction / length});
    }
    return rows;
}

std::vector<InscriptionRow> read_inscriptions(const JsonView& view)
{
    std::vector<InscriptionRow> rows;
    const auto inscriptions = view.find("inscriptions");
    if (!inscriptions) return rows;
    for (const JsonView& item : inscriptions->items()) {
        const std::vector<double> row = read_row(item, 4, "position, tilt, direction, half of the width");
        if (row[0] < 0 || row[0] > 1 || row[3] <= 0) item.complain("position must lie between 0 and 1, the width above 0");
        rows.push_back({row[0], row[1], row[2], row[3]});
    }
    return rows;
}

void check_stations(const JsonView& view, const SweepShape& sweep)
{
    if (sweep.stations.size() < 2) view.complain("needs two stations or more");
    for (std::size_t i = 1; i < sweep.stations.size(); ++i) {
        if (glm::distance(sweep.stations[i].centre, sweep.stations[i - 1].centre) < 1e-3) {
            view.at("stations").items()[i].complain("lies on the station before it");
        }
    }
}

std::optional<std::array<double, 2>> read_cap(const JsonView& view)
{
    if (!view.has("cap")) return std::nullopt;
    const std::vector<double> cap = read_row(view, "cap", 2, "length of the first and the last dome");
    if (cap[0] < 0 || cap[1] < 0) view.at("cap").complain("must not be negative");
    return std::array{cap[0], cap[1]};
}

SweepShape read_sweep(const JsonView& view, double scale)
{
    view.only(with_always({"mode", "ref", "order", "cap", "stations", "axis", "hub", "tendon", "pennation", "fascicles", "inscriptions", "wall_mm"}));
    SweepShape sweep;
    const std::string mode = view.text_or("mode", "curve");
    if (mode == "axis") {
        sweep.mode = SweepShape::Mode::axis;
        sweep.axis = read_axis(view, "axis");
    } else if (mode == "fan") {
        sweep.mode = SweepShape::Mode::fan;
        const std::vector<double> hub = read_row(view, "hub", 2, "x and z of the vertical axis");
        sweep.hub = {hub[0], hub[1]};
    } else if (mode != "curve") {
        view.complain("\"mode\" must be \"curve\", \"axis\" or \"fan\"");
    }
    sweep.reference = read_reference(view).value_or(Vec3(1, 0, 0));
    const auto order = static_cast<std::size_t>(read_order(view));
    for (const JsonView& item : view.at("stations").items()) {
        const std::vector<double> row = read_row(item, 3 + 4 * order, "x, y, z, a, b, angle, phase and 4 for each further harmonic");
        sweep.stations.push_back({{row[0], row[1], row[2]}, read_outline(item, row, 3, scale)});
    }
    check_stations(view, sweep);
    sweep.cap = read_cap(view).value_or(std::array{0.0, 0.0});
    sweep.wall_mm = view.number_or("wall_mm", 0);
    if (view.has("wall_mm") && !(sweep.wall_mm >= 0.2 && sweep.wall_mm <= 10)) view.complain("\"wall_mm\" must lie between 0.2 and 10");
    sweep.tendon = read_tendon(view);
    sweep.pennation = read_pennation(view);
    sweep.fascicles = read_fascicles(view);
    sweep.inscriptions = read_inscriptions(view);
    return sweep;
}

SweepShape read_tube(const JsonView& view, double scale)
{
    view.only(with_always({"stations", "cap", "ref", "tendon", "order"}));
    SweepShape sweep;
    bool is_flat = false;
    for (const JsonView& item : view.at("stations").items()) {
        std::vector<double> row = read_numbers(item);
        if (row.size() == 6) {
            is_flat = true;
            row.push_back(0);
        } else if (row.size() == 4) {
            row.insert(row.end(), {row[3], 0, 0});
        } else {
            item.complain("needs 4 numbers (x, y, z, radius) or 6 (x, y, z, a, b, angle)");
            row = {0, 0, 0, 1, 1, 0, 0};
        }
        sweep.stations.push_back({{row[0], row[1], row[2]}, read_outline(item, row, 3, scale)});
    }
    check_stations(view, sweep);
    sweep.reference = read_reference(view);
    if (is_flat && !sweep.reference) view.complain("flattened stations need \"ref\", the axis their angle is measured from");
    if (!sweep.stations.empty()) sweep.cap = {sweep.stations.front().outline[1], sweep.stations.back().outline[1]};
    sweep.cap = read_cap(view).value_or(sweep.cap);
    sweep.tendon = read_tendon(view);
    return sweep;
}

SliceShape read_slices(const JsonView& view, double scale)
{
    view.only(with_always({"axis", "ref", "order", "lo", "hi", "slices"}));
    SliceShape shape;
    shape.axis = read_axis(view, "axis");
    shape.reference = read_reference(view).value_or(Vec3(1, 0, 0));
    if (std::abs(glm::dot(shape.axis, shape.reference)) > 0.999) view.complain("\"ref\" must not lie along \"axis\"");
    const auto order = static_cast<std::size_t>(read_order(view));
    for (const JsonView& item : view.at("slices").items()) {
        item.only({"h", "loops", "note"});
        Slice slice;
        slice.height = item.number("h");
        for (const JsonView& loop : item.at("loops").items()) {
            const std::vector<double> row = read_row(loop, 2 + 4 * order, "u, w, a, b, angle, phase and 4 for each further harmonic");
            slice.loops.push_back({{row[0], row[1]}, read_outline(loop, row, 2, scale)});
        }
        if (slice.loops.empty()) item.complain("needs a loop");
        if (!shape.slices.empty() && slice.height <= shape.slices.back().height) item.complain("heights \"h\" must rise");
        shape.slices.push_back(std::move(slice));
    }
    if (shape.slices.size() < 2) {
        view.complain("needs two slices or more");
        return shape;
    }
    shape.low = view.number_or("lo", shape.slices.front().height);
    shape.high = view.number_or("hi", shape.slices.back().height);
    if (shape.low > shape.slices.front().height) view.complain("\"lo\" must not lie above the first slice");
    if (shape.high < shape.slices.back().height) view.complain("\"hi\" must not lie below the last slice");
    return shape;
}

BlendShape read_blend(const JsonView& view, double scale)
{
    view.only(with_always({"zones", "parts"}));
    BlendShape blend;
    for (const JsonView& part : view.at("parts").items()) {
        if (part.text("kind") != "slices") part.complain("only \"slices\" can be blended");
        else blend.parts.push_back(read_slices(part, scale));
    }
    for (const JsonView& item : view.at("zones").items()) {
        const std::vector<double> zone = read_row(item, 2, "where the fade begins and ends");
        if (!(zone[0] < zone[1])) item.complain("must begin below its end");
        blend.zones.push_back({zone[0], zone[1]});
    }
    if (blend.zones.size() + 1 != blend.parts.size()) view.complain("needs one zone fewer than parts");
    return blend;
}

ShellField::Seen read_seen(const JsonView& view)
{
    const std::string seen = view.text("seen");
    if (seen == "from_behind") return ShellField::Seen::from_behind;
    if (seen == "rolled") return ShellField::Seen::rolled;
    if (seen != "from_above" && !seen.empty()) view.complain("unknown \"seen\": \"" + seen + "\"", "known: from_above, from_behind, rolled");
    return ShellField::Seen::from_above;
}

ShellField read_shell_field(const JsonView& view)
{
    view.only({"seen", "hub", "hub_radius_mm", "within", "border", "thickness", "edge_mm", "swells", "note"});
    ShellField field;
    field.seen = read_seen(view);
    if (field.seen == ShellField::Seen::rolled) {
        const std::vector<double> hub = read_row(view, "hub", 2, "y and z of the axis");
        field.hub = {hub[0], hub[1]};
        field.hub_radius_mm = view.number("hub_radius_mm");
    }
    if (view.has("within")) {
        const std::vector<double> within = read_row(view, "within", 2, "from and to along the line of sight");
        field.within = {within[0], within[1]};
    }
    for (const JsonView& item : view.at("border").items()) {
        const std::vector<double> point = read_row(item, 2, "a point of the border");
        field.border.emplace_back(point[0], point[1]);
    }
    if (field.border.size() < 3) view.complain("\"border\" needs three points or more");
    field.thickness = view.number("thickness");
    field.edge_mm = view.number_or("edge_mm", 4);
    if (field.thickness <= 0 || field.edge_mm <= 0 || field.hub_radius_mm <= 0) view.complain("thickness, edge and radius must be above 0");
    if (const auto swells = view.find("swells")) {
        for (const JsonView& item : swells->items()) {
            const std::vector<double> row = read_row(item, 4, "u, v, radius, how much thicker");
            if (row[2] <= 0) item.complain("radius must be above 0");
            field.swells.push_back({{row[0], row[1]}, row[2], row[3]});
        }
    }
    return field;
}

ShellShape read_shell(const JsonView& view)
{
    view.only(with_always({"bone", "patches", "fields"}));
    ShellShape shell;
    shell.bone = StructureId(view.text("bone"));
    if (const auto fields = view.find("fields")) for (const JsonView& item : fields->items()) shell.fields.push_back(read_shell_field(item));
    if (shell.fields.empty() && !view.has("patches")) view.complain("needs \"fields\" or \"patches\"");
    const auto patches = view.find("patches");
    if (!patches) return shell;
    for (const JsonView& item : patches->items()) {
        item.only({"centre", "radii", "thickness", "note"});
        ShellPatch patch;
        patch.centre = read_point(item.at("centre"));
        patch.radii = read_point(item.at("radii"));
        patch.thickness = item.number("thickness");
        if (glm::any(glm::lessThanEqual(patch.radii, Vec3(0))) || patch.thickness <= 0) item.complain("radii and thickness must be above 0");
        shell.patches.push_back(patch);
    }
    return shell;
}

void read_into(const JsonView& view, double scale, Shape& shape)
{
    const std::string kind = view.text("kind");
    if (kind == "sweep") shape.sweeps.push_back(read_sweep(view, scale));
    else if (kind == "tube") shape.sweeps.push_back(read_tube(view, scale));
    else if (kind == "slices") shape.blocks.push_back({{read_slices(view, scale)}, {}});
    else if (kind == "blend") shape.blocks.push_back(read_blend(view, scale));
    else if (kind == "shell_of") shape.shells.push_back(read_shell(view));
    else if (kind == "wrap") shape.wrap = read_wrap(view);
    else if (kind == "parts") {
        view.only(with_always({"parts"}));
        const std::vector<JsonView> parts = view.at("parts").items();
        if (parts.empty() && view.has("parts")) view.complain("\"parts\" is empty");
        for (const JsonView& part : parts) read_into(part, scale, shape);
    } else if (!kind.empty()) {
        view.complain("unknown kind \"" + kind + "\"", "known kinds: sweep, tube, slices, blend, shell_of, wrap, parts");
    }
}

}  // namespace

Shape read_shape(const JsonView& view, double radial_scale)
{
    Shape shape;
    read_into(view, radial_scale, shape);
    return shape;
}

}  // namespace genu::builder
