// genu list: one row an item, or an array of objects with id, name and a few more fields.
#include <iostream>

#include "app/text.hpp"
#include "app/text_library.hpp"
#include "app/text_page.hpp"

namespace genu {

namespace {

using Rows = std::vector<OrderedJson>;

Rows structures(const Library& library)
{
    Rows rows;
    const bool has_model = !library.model.meshes.empty();
    for (const Structure& s : library.catalogue.structures()) {
        OrderedJson row = {{"id", s.id.text()}, {"name", s.name}, {"latin", s.latin}, {"kind", s.kind()}, {"group", s.group}, {"layer", s.layer}, {"schematic", s.schematic}};
        row["has_shape"] = has_model ? OrderedJson(library.has_shape(s.id)) : OrderedJson();
        rows.push_back(row);
    }
    return rows;
}

Rows conditions(const Library& library)
{
    Rows rows;
    for (const Condition& c : library.knowledge.conditions) {
        rows.push_back({{"id", c.id.text()}, {"name", c.name}, {"tier", c.tier}, {"urgency", name_of(c.urgency)}, {"contrast", c.contrast}, {"review", c.review}});
    }
    return rows;
}

Rows symptoms(const Library& library)
{
    Rows rows;
    for (const Finding& f : library.knowledge.findings) {
        rows.push_back({{"id", f.id.text()}, {"name", f.plain}, {"clinical", f.clinical}, {"kind", f.kind}, {"group", f.group}});
    }
    return rows;
}

Rows red_flags(const Library& library)
{
    Rows rows;
    for (const RedFlagRule& rule : library.knowledge.rules) {
        OrderedJson urgencies = OrderedJson::array();
        for (auto it = rule.when.rbegin(); it != rule.when.rend(); ++it) urgencies.push_back(name_of(it->first));
        rows.push_back({{"id", rule.id.text()}, {"name", rule.name}, {"urgency", urgencies}});
    }
    return rows;
}

Rows exercises(const Library& library)
{
    Rows rows;
    for (const Exercise& e : library.knowledge.exercises) {
        rows.push_back({{"id", e.id.text()}, {"name", e.name}, {"kind", e.kind}, {"posture", e.posture}, {"clinician_only", e.clinician_only}, {"card_only", e.card_only}, {"duration_s", e.duration_s()}});
    }
    return rows;
}

Rows myths(const Library& library)
{
    Rows rows;
    for (const Myth& m : library.knowledge.myths) rows.push_back({{"id", m.id.text()}, {"name", m.claim}, {"verdict", m.verdict}});
    return rows;
}

Rows rarer_causes(const Library& library)
{
    Rows rows;
    for (const RarerCause& c : library.knowledge.rarer_causes) rows.push_back({{"id", c.id.text()}, {"name", c.name}, {"urgency", name_of(c.urgency)}});
    return rows;
}

Rows views(const Library& library)
{
    Rows rows;
    for (const StandardView& v : library.views) rows.push_back({{"id", v.name}, {"name", text_or(library, "view." + v.name, v.name)}});
    return rows;
}

Rows tours(const Library& library)
{
    Rows rows;
    for (const Tour& t : library.knowledge.tours) rows.push_back({{"id", t.id.text()}, {"name", t.name}, {"steps", t.steps.size()}});
    return rows;
}

Rows joints(const Library& library)
{
    Rows rows;
    for (int i = 0; i < kJointAxisCount; ++i) {
        const auto axis = static_cast<JointAxis>(i);
        const JointRange& range = library.skeleton.range(axis);
        const std::string id = name_of(axis);
        rows.push_back({{"id", id}, {"name", text_or(library, "joint." + id, id)}, {"low_deg", range.low_deg}, {"high_deg", range.high_deg}, {"source", range.source}});
    }
    return rows;
}

Rows rows_of(const std::string& kind, const Library& library)
{
    if (kind == "structures") return structures(library);
    if (kind == "conditions") return conditions(library);
    if (kind == "symptoms") return symptoms(library);
    if (kind == "red-flags") return red_flags(library);
    if (kind == "exercises") return exercises(library);
    if (kind == "myths") return myths(library);
    if (kind == "rarer-causes") return rarer_causes(library);
    if (kind == "views") return views(library);
    if (kind == "tours") return tours(library);
    return joints(library);
}

std::string cell(const Library& library, const OrderedJson& value)
{
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return library.texts(value.get<bool>() ? "word.yes" : "word.no");
    if (value.is_null()) return "?";
    if (!value.is_array()) return value.dump();
    std::vector<std::string> parts;
    for (const OrderedJson& part : value) parts.push_back(cell(library, part));
    return comma_list(parts);
}

// The id first, what is short after it, and the name last, where it may be as long as it likes.
std::string text_table(const Library& library, const Rows& rows)
{
    if (rows.empty()) return {};
    const std::vector<std::string> left_out = {"name", "latin", "clinical", "source"};
    std::vector<std::vector<std::string>> cells(1);
    for (const auto& [key, value] : rows.front().items()) if (std::find(left_out.begin(), left_out.end(), key) == left_out.end()) cells[0].push_back(key);
    for (const OrderedJson& row : rows) {
        std::vector<std::string> line;
        for (const std::string& key : cells[0]) line.push_back(cell(library, row.at(key)));
        line.push_back(row.at("name").get<std::string>());
        cells.push_back(line);
    }
    cells[0].push_back("name");
    return table(cells);
}

}  // namespace

int run_list(const Options& options)
{
    const Result<Library> library = options.what == "structures" ? load_content_and_model(options.picture) : load_content(options.picture);
    if (!library) return fail(library.problems());
    const Rows rows = rows_of(options.what, *library);
    if (options.json) std::cout << OrderedJson(rows).dump(1) << '\n';
    else std::cout << text_table(*library, rows);
    return std::cout.flush() ? kExitDone : kExitOther;
}

}  // namespace genu
