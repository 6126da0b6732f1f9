#include "builder/spec_fields.hpp"

namespace genu::builder {

namespace {

WrapSpan read_span(const JsonView& view)
{
    view.only({"close_mm", "blur_mm", "note"});
    WrapSpan span{view.number("close_mm"), view.number("blur_mm")};
    if (span.close_mm < 0 || span.close_mm > 40 || span.blur_mm < 0 || span.blur_mm > 20) view.complain("\"close_mm\" must lie between 0 and 40, \"blur_mm\" between 0 and 20");
    return span;
}

Vec3 read_radii(const JsonView& view)
{
    const Vec3 radii = read_point(view);
    if (glm::any(glm::lessThanEqual(radii, Vec3(0)))) view.complain("radii must be above 0");
    return glm::max(radii, Vec3(0.1));
}

void check_falling(const JsonView& view, const std::vector<std::array<double, 2>>& rows)
{
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i][0] >= rows[i - 1][0]) view.items()[i].complain("does not lie below the row before");
    }
}

std::vector<std::array<double, 2>> read_pairs(const JsonView& view, const std::string& key, const std::string& meaning)
{
    std::vector<std::array<double, 2>> rows;
    const auto found = view.find(key);
    if (!found) return rows;
    for (const JsonView& item : found->items()) {
        const std::vector<double> row = read_row(item, 2, meaning);
        rows.push_back({row[0], row[1]});
    }
    check_falling(*found, rows);
    return rows;
}

std::vector<WrapRow> read_rows(const JsonView& view)
{
    std::vector<WrapRow> rows;
    std::vector<std::array<double, 2>> heights;
    for (const JsonView& item : view.items()) {
        const std::vector<double> row = read_row(item, 4, "height, thickness, share of the fat, coarse 0…1");
        rows.push_back({row[0], row[1], row[2], row[3]});
        heights.push_back({row[0], 0});
    }
    check_falling(view, heights);
    if (rows.empty()) {
        view.complain("needs a row");
        rows.emplace_back();
    }
    return rows;
}

WrapPad read_pad(const JsonView& view)
{
    view.only({"place", "centre", "radii", "thickness_mm", "share", "coarse", "note"});
    WrapPad pad;
    pad.centre = read_point(view.at("centre"));
    pad.radii = read_radii(view.at("radii"));
    pad.thickness_mm = view.number("thickness_mm");
    pad.share = view.number("share");
    pad.coarse = view.number("coarse");
    if (pad.coarse < 0 || pad.coarse > 1) view.complain("\"coarse\" must lie between 0 and 1");
    return pad;
}

WrapCrease read_crease(const JsonView& view)
{
    view.only({"place", "line", "depth_mm", "width_mm", "note"});
    WrapCrease crease;
    for (const JsonView& point : view.at("line").items()) crease.line.push_back(read_point(point));
    if (crease.line.size() < 2) view.complain("\"line\" needs two points or more");
    crease.depth_mm = view.number("depth_mm");
    crease.width_mm = view.number("width_mm");
    if (crease.width_mm <= 0) view.complain("\"width_mm\" must be above 0");
    return crease;
}

WrapBlush read_blush(const JsonView& view)
{
    view.only({"place", "centre", "radii", "blood", "note"});
    const WrapBlush blush{read_point(view.at("centre")), read_radii(view.at("radii")), view.number("blood")};
    if (blush.blood < 0 || blush.blood > 1) view.complain("\"blood\" must lie between 0 and 1");
    return blush;
}

WrapFoot read_foot(const JsonView& view)
{
    view.only({"below_mm", "voxel_mm", "fine", "coarse", "note"});
    return {view.number("below_mm"), view.number_or("voxel_mm", 1), read_span(view.at("fine")), read_span(view.at("coarse"))};
}

}  // namespace

WrapShape read_wrap(const JsonView& view)
{
    view.only({"kind", "note", "without", "voxel_mm", "cover_mm", "fine", "coarse", "rows", "pads", "fills", "girths", "creases", "blood", "blushes", "foot", "waist_mm", "ground_mm", "midline", "edge_mm", "triangle_edges"});
    WrapShape wrap;
    if (view.has("without")) for (const std::string& id : view.texts("without")) wrap.without.push_back(StructureId(id));
    wrap.voxel_mm = view.number_or("voxel_mm", wrap.voxel_mm);
    if (!(wrap.voxel_mm >= 0.5 && wrap.voxel_mm <= 5)) view.complain("\"voxel_mm\" must lie between 0.5 and 5");
    wrap.cover_mm = view.number_or("cover_mm", wrap.cover_mm);
    wrap.fine = read_span(view.at("fine"));
    wrap.coarse = read_span(view.at("coarse"));
    wrap.rows = read_rows(view.at("rows"));
    if (const auto pads = view.find("pads")) for (const JsonView& item : pads->items()) wrap.pads.push_back(read_pad(item));
    if (const auto fills = view.find("fills")) {
        for (const JsonView& item : fills->items()) {
            item.only({"place", "centre", "radii", "note"});
            wrap.fills.push_back({read_point(item.at("centre")), read_radii(item.at("radii")), 0, 0, 0});
        }
    }
    wrap.girths = read_pairs(view, "girths", "height, girth");
    if (view.has("triangle_edges")) wrap.triangle_edges = read_pairs(view, "triangle_edges", "height, length");
    for (const auto& row : wrap.triangle_edges) if (!(row[1] >= 1)) view.at("triangle_edges").complain("lengths must be 1 or more");
    if (wrap.triangle_edges.empty()) wrap.triangle_edges = {{0, 6}};
    if (const auto creases = view.find("creases")) for (const JsonView& item : creases->items()) wrap.creases.push_back(read_crease(item));
    wrap.blood = view.number_or("blood", wrap.blood);
    if (const auto blushes = view.find("blushes")) for (const JsonView& item : blushes->items()) wrap.blushes.push_back(read_blush(item));
    if (const auto foot = view.find("foot")) wrap.foot = read_foot(*foot);
    wrap.waist_mm = view.number_or("waist_mm", wrap.waist_mm);
    wrap.ground_mm = view.number_or("ground_mm", wrap.ground_mm);
    wrap.midline = read_pairs(view, "midline", "height, least x");
    wrap.edge_mm = view.number_or("edge_mm", wrap.edge_mm);
    if (!(wrap.edge_mm > 0)) view.complain("\"edge_mm\" must be above 0");
    return wrap;
}

}  // namespace genu::builder
