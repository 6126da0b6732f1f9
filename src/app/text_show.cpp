// genu show: one item as text that can be read aloud, in both registers; or everything known about it as JSON.
#include <iostream>

#include "app/record_json.hpp"
#include "app/show_sheet.hpp"
#include "app/text.hpp"

namespace genu {

namespace {

bool show_item(Sheet& sheet, const Library& library, const std::string& id)
{
    const Knowledge& k = library.knowledge;
    if (const Structure* s = library.catalogue.find(StructureId(id))) return sheet.show(*s), true;
    if (const Condition* c = k.find(ConditionId(id))) return sheet.show(*c), true;
    if (const Finding* f = k.find(FindingId(id))) return sheet.show(*f), true;
    if (const RedFlagRule* r = k.find(RedFlagId(id))) return sheet.show(*r), true;
    if (const Exercise* e = k.find(ExerciseId(id))) return sheet.show(*e), true;
    if (const Myth* m = k.find(MythId(id))) return sheet.show(*m), true;
    if (const Tour* t = k.find(TourId(id))) return sheet.show(*t), true;
    if (const RarerCause* c = k.find(CauseId(id))) return sheet.show(*c), true;
    if (const Source* s = library.catalogue.find(SourceId(id))) return sheet.show(*s), true;
    if (const StandardView* v = library.view(id)) return sheet.show(*v), true;
    if (const auto axis = joint_axis_from_name(id)) return sheet.show(*axis), true;
    return false;
}

}  // namespace

int run_show(const Options& options)
{
    const Result<Library> library = load_content_and_model(options.picture);
    if (!library) return fail(library.problems());
    if (options.json) {
        const auto json = record_json(*library, options.what);
        if (!json) return fail({unknown_id(*library, options.what, "genu show")});
        std::cout << json->dump(1) << '\n';
    } else {
        Sheet sheet(*library);
        if (!show_item(sheet, *library, options.what)) return fail({unknown_id(*library, options.what, "genu show")});
        std::cout << sheet.text();
    }
    return std::cout.flush() ? kExitDone : kExitOther;
}

}  // namespace genu
