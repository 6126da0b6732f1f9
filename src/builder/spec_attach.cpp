#include <algorithm>

#include "base/suggest.hpp"
#include "builder/spec_fields.hpp"

namespace genu::builder {

namespace {

constexpr std::size_t kMostNames = 255;  // they are counted in a byte, and 255 means nobody

AttachmentArea read_area(const JsonView& view, double from, double to)
{
    view.only({"bone", "from", "to", "sweep", "within_mm", "note"});
    AttachmentArea area;
    area.bone = StructureId(view.text("bone"));
    area.from = view.number_or("from", from);
    area.to = view.number_or("to", to);
    area.sweep = static_cast<int>(view.number_or("sweep", -1));
    area.within_mm = view.number_or("within_mm", 1.5);
    if (!(area.from >= 0 && area.from < area.to && area.to <= 1)) view.complain("\"from\" and \"to\" must be places along the structure, 0 to 1, in this order");
    if (!(area.within_mm > 0 && area.within_mm <= 5)) view.complain("\"within_mm\" must lie between 0 and 5");
    return area;
}

std::vector<AttachmentArea> read_areas(const JsonView& view, const char* key, double from, double to)
{
    std::vector<AttachmentArea> areas;
    const auto list = view.find(key);
    if (!list) return areas;
    for (const JsonView& item : list->items()) areas.push_back(read_area(item, from, to));
    return areas;
}

std::vector<TerritoryRow> read_band(const JsonView& view)
{
    std::vector<TerritoryRow> band;
    for (const JsonView& item : view.items()) {
        const std::vector<double> row = read_row(item, 3, "y, from and to in degrees");
        band.push_back({row[0], row[1], row[2]});
        if (band.size() > 1 && !(band.back().y < band[band.size() - 2].y)) item.complain("must lie below the row before it");
        if (!(row[1] < row[2] && row[2] - row[1] <= 360)) item.complain("must run from the smaller to the larger angle, at most once round");
    }
    if (band.size() < 2) view.complain("needs two rows or more");
    return band;
}

TerritoryPatch read_patch(const JsonView& view)
{
    view.only({"centre", "radii", "facing", "note"});
    TerritoryPatch patch{read_point(view.at("centre")), read_point(view.at("radii")), std::nullopt};
    if (!(patch.radii.x > 0 && patch.radii.y > 0 && patch.radii.z > 0)) view.complain("\"radii\" must be greater than 0");
    if (const auto facing = view.find("facing")) {
        const Vec3 direction = read_point(*facing);
        if (glm::length(direction) > 0.5) patch.facing = glm::normalize(direction);
        else facing->complain("must be a direction of about length 1");
    }
    return patch;
}

}  // namespace

void read_attachments(const JsonView& view, LegSpec& leg)
{
    for (const JsonView& item : view.items()) {
        item.only({"owner", "origin", "insertion", "note"});
        AttachmentSpec spec;
        spec.owner = StructureId(item.text("owner"));
        spec.file = item.file();
        spec.origin = read_areas(item, "origin", 0, 0.15);
        spec.insertion = read_areas(item, "insertion", 0.85, 1);
        if (spec.origin.empty() && spec.insertion.empty()) item.complain("has neither \"origin\" nor \"insertion\"");
        leg.attachments.push_back(std::move(spec));
    }
    std::stable_sort(leg.attachments.begin(), leg.attachments.end(), [](const auto& a, const auto& b) { return a.owner < b.owner; });
}

void read_territories(const JsonView& view, LegSpec& leg)
{
    leg.territory_source = view.text("territory_source");
    for (const JsonView& item : view.at("territories").items()) {
        item.only({"nerve", "bands", "patches", "note"});
        TerritorySpec spec;
        spec.nerve = StructureId(item.text("nerve"));
        spec.file = item.file();
        if (const auto bands = item.find("bands")) for (const JsonView& band : bands->items()) spec.bands.push_back(read_band(band));
        if (const auto patches = item.find("patches")) for (const JsonView& patch : patches->items()) spec.patches.push_back(read_patch(patch));
        if (spec.bands.empty() && spec.patches.empty()) item.complain("has neither \"bands\" nor \"patches\"");
        leg.territories.push_back(std::move(spec));
    }
    std::stable_sort(leg.territories.begin(), leg.territories.end(), [](const auto& a, const auto& b) { return a.nerve < b.nerve; });
}

void check_attachments(const LegSpec& leg, Problems& problems)
{
    std::vector<std::string> ids;
    for (const StructureSpec& structure : leg.structures) ids.push_back(structure.id.text());
    const auto check = [&](const StructureId& id, const std::string& file, const std::string& place) {
        if (!leg.find(id)) problems.push_back({file, place, "unknown structure \"" + id.text() + "\"", did_you_mean(id.text(), ids)});
    };
    for (std::size_t i = 0; i < leg.attachments.size(); ++i) {
        const AttachmentSpec& spec = leg.attachments[i];
        check(spec.owner, spec.file, "attachments/owner");
        if (i > 0 && spec.owner == leg.attachments[i - 1].owner) problems.push_back({spec.file, spec.owner.text(), "has its attachments described twice", ""});
        for (const auto* areas : {&spec.origin, &spec.insertion}) {
            for (const AttachmentArea& area : *areas) check(area.bone, spec.file, spec.owner.text() + "/bone");
        }
    }
    for (const TerritorySpec& spec : leg.territories) check(spec.nerve, spec.file, "territories/nerve");
    const auto too_many = [&](std::size_t count, const char* what) {
        if (count > kMostNames) problems.push_back({"", what, "are more than " + std::to_string(kMostNames), ""});
    };
    too_many(leg.attachments.size(), "attachments");
    too_many(leg.territories.size(), "territories");
}

}  // namespace genu::builder
