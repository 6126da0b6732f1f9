// Reads all files first, so that every id is known before any reference to it is judged.
#include <algorithm>

#include "clinical/load/context.hpp"

namespace genu {

namespace {

using load::Context;
using load::Document;

struct Documents {
    Document symptoms, red_flags, joints, views, rarer_causes;
    std::vector<Document> conditions, exercises, myths, tours;
};

Document read_document(const fs::path& assets, const fs::path& relative, const std::string& language, Problems& problems)
{
    Result<Json> json = read_content(assets, relative, language);
    if (!json) {
        append(problems, json.problems());
        return {relative.string(), Json()};
    }
    return {relative.string(), std::move(json).value()};
}

std::vector<Document> read_folder(const fs::path& assets, const std::string& folder, const std::string& language, Problems& problems)
{
    std::vector<Document> documents;
    for (const fs::path& file : content_files(assets, folder)) {
        Document document = read_document(assets, file, language, problems);
        if (document.json.is_object()) documents.push_back(std::move(document));
        else if (!document.json.is_null()) problems.push_back({file.string(), "", "must be one record", "a file begins with \"{\""});
    }
    return documents;
}

std::string id_in(const Json& record)
{
    const auto found = record.is_object() ? record.find("id") : record.end();
    return record.is_object() && found != record.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

void note_id(Context& context, const std::string& kind, const Json& record, const std::string& file)
{
    const std::string id = id_in(record);
    std::vector<std::string>& ids = context.known[kind];
    if (id.empty()) return;
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) context.problems.push_back({file, id, "has more than one record", "remove one of them"});
    else ids.push_back(id);
}

void note_ids(Context& context, const std::string& kind, const Document& document, const std::string& list)
{
    if (!document.json.is_object() || !document.json.contains(list) || !document.json[list].is_array()) return;
    for (const Json& record : document.json[list]) note_id(context, kind, record, document.file);
}

void note_views(Context& context, const Document& document)
{
    for (const JsonView& view : context.view(document).at("views").items()) context.known["view"].push_back(view.text("name"));
}

void note_joints(Context& context, const Document& document)
{
    const JsonView joints = context.view(document).at("joints");
    for (const auto& [name, joint] : joints.members()) {
        const std::vector<JsonView> range = joint.at("range_deg").items();
        if (range.size() == 2) context.joint_range_deg[name] = {range[0].as_number(), range[1].as_number()};
        else joint.complain("range_deg must hold the least and the greatest angle");
    }
}

template <class Item, class Read>
std::vector<Item> read_each(const Context& context, const std::vector<Document>& documents, Read read)
{
    std::vector<Item> items;
    for (const Document& document : documents) items.push_back(read(context, context.view(document)));
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
    return items;
}

Documents read_documents(const fs::path& assets, const std::string& language, Problems& problems)
{
    const auto file = [&](const char* relative) { return read_document(assets, relative, language, problems); };
    const auto folder = [&](const char* relative) { return read_folder(assets, relative, language, problems); };
    return {file("symptoms.json"), file("red_flags.json"), file("anatomy/joints.json"), file("views/standard.json"), file("rarer_causes.json"),
            folder("conditions"), folder("exercises"), folder("myths"), folder("tours")};
}

void note_all_ids(Context& context, const Documents& documents)
{
    note_ids(context, "group", documents.symptoms, "groups");
    note_ids(context, "symptom", documents.symptoms, "findings");
    note_ids(context, "red_flag", documents.red_flags, "rules");
    for (const Document& document : documents.conditions) note_id(context, "condition", document.json, document.file);
    for (const Document& document : documents.exercises) note_id(context, "exercise", document.json, document.file);
    for (const Document& document : documents.myths) note_id(context, "myth", document.json, document.file);
    for (const Document& document : documents.tours) note_id(context, "tour", document.json, document.file);
    note_ids(context, "cause", documents.rarer_causes, "entries");
    if (!documents.joints.json.is_null()) note_joints(context, documents.joints);
    if (!documents.views.json.is_null()) note_views(context, documents.views);
}

}  // namespace

Result<Knowledge> Knowledge::load(const fs::path& assets, const std::string& language, const Catalogue& catalogue)
{
    Problems problems;
    const Documents documents = read_documents(assets, language, problems);
    Context context{catalogue, problems, {}, {}};
    note_all_ids(context, documents);

    Knowledge knowledge;
    if (!documents.symptoms.json.is_null()) {
        const JsonView symptoms = context.view(documents.symptoms);
        symptoms.only({"groups", "findings"});
        for (const JsonView& item : symptoms.at("groups").items()) {
            item.only({"id", "name"});
            knowledge.groups.push_back({load::filled_text(item, "id"), load::filled_text(item, "name")});
        }
        for (const JsonView& item : symptoms.at("findings").items()) knowledge.findings.push_back(load::finding(context, item));
    }
    if (!documents.red_flags.json.is_null()) load::red_flags(context, context.view(documents.red_flags), knowledge);
    knowledge.conditions = read_each<Condition>(context, documents.conditions, load::condition);
    knowledge.exercises = read_each<Exercise>(context, documents.exercises, load::exercise);
    knowledge.myths = read_each<Myth>(context, documents.myths, load::myth);
    knowledge.tours = read_each<Tour>(context, documents.tours, load::tour);
    if (!documents.rarer_causes.json.is_null()) {
        const JsonView causes = context.view(documents.rarer_causes);
        causes.only({"entries"});
        for (const JsonView& item : causes.at("entries").items()) knowledge.rarer_causes.push_back(load::rarer_cause(context, item));
    }
    if (!problems.empty()) return problems;
    return knowledge;
}

}  // namespace genu
