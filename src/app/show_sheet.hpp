#pragma once
// One item as text that can be read aloud, in both registers.
#include "app/text_library.hpp"
#include "app/text_page.hpp"

namespace genu {

class Sheet {
public:
    explicit Sheet(const Library& library) : library_(library) {}

    void show(const Structure& s);
    void show(const Condition& c);
    void show(const Finding& f);
    void show(const RedFlagRule& rule);
    void show(const Exercise& e);
    void show(const Myth& m);
    void show(const RarerCause& c);
    void show(const Tour& tour);
    void show(const Source& s);
    void show(const StandardView& v);
    void show(JointAxis axis);
    const std::string& text() const { return page_.text(); }

private:
    const std::string& t(const std::string& key) const { return library_.texts(key); }
    std::string named(const std::string& id) const { return name_of(library_, id) + " [" + id + "]"; }
    template <class List>
    void id_list(const std::string& heading, const List& ids)
    {
        if (!ids.empty()) page_.heading(heading);
        for (const auto& id : ids) page_.bullet(named(id.text()));
    }
    void title(const std::string& name, const std::string& id, const std::vector<std::string>& also = {});
    void registers(const TwoRegisters& text);
    void words(const std::string& heading, const std::vector<std::pair<std::string, std::string>>& fields, const std::string& prefix);
    void tests(const Condition& c);
    void rarer_beside(const ConditionId& id);
    void exercises_of(const Condition& c);
    void conditions_with(const StructureId& id);
    void conditions_for(const FindingId& id);
    void close(const Evidence& evidence, const std::vector<SourceId>& sources, const std::string& review);
    void sources(const std::vector<SourceId>& list);

    const Library& library_;
    TextPage page_;
};

}  // namespace genu
