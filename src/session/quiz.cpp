#include "session/quiz.hpp"

#include <algorithm>
#include <functional>
#include <random>

#include "session/quiz_order.hpp"

namespace genu {

namespace {

constexpr std::size_t kChoices = 4;

using Random = std::minstd_rand;  // the same numbers on every system

std::size_t below(Random& random, std::size_t count) { return static_cast<std::size_t>(random() % std::max<std::size_t>(count, 1)); }

template <class T>
void shuffle(std::vector<T>& list, Random& random)
{
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(random, i)]);
}

Random random_for(const QuizState& quiz)
{
    std::uint32_t mixed = quiz.seed * 2654435761u + static_cast<std::uint32_t>(quiz.number) * 40503u + static_cast<std::uint32_t>(quiz.kind) * 977u + 1u;
    Random random(mixed);
    random.discard(7);  // the first numbers of neighbouring seeds are alike
    return random;
}

bool is_named_kind(std::string_view kind)
{
    static const std::vector<std::string_view> kinds = {"muscle", "nerve", "artery", "vein", "ligament", "tendon", "bone", "meniscus", "bursa"};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool lengthens_or_loads(const Exercise& e, const std::string& id, int level)
{
    const auto in = [&](const std::vector<LevelledStructure>& list) {
        return std::any_of(list.begin(), list.end(), [&](const LevelledStructure& s) { return s.id.text() == id && s.level >= level; });
    };
    return in(e.lengthens) || in(e.loads);
}

std::vector<const Exercise*> exercises_for(const Library& library, const std::string& id, bool working)
{
    std::vector<const Exercise*> found;
    for (const Exercise& e : library.knowledge.exercises) {
        if (e.lengthens.empty() && e.loads.empty()) continue;
        if (lengthens_or_loads(e, id, working ? 3 : 1) == working) found.push_back(&e);
    }
    return found;
}

bool has_primary(const Condition& c, const std::string& id)
{
    return std::any_of(c.structures.begin(), c.structures.end(), [&](const ConditionStructure& s) { return s.role == Role::primary && s.id.text() == id; });
}

bool involves(const Condition& c, const std::string& id)
{
    return std::any_of(c.structures.begin(), c.structures.end(), [&](const ConditionStructure& s) { return s.id.text() == id; });
}

/// The tests of conditions that are about the structure, or of those that have nothing to do with it.
std::vector<std::string> tests_for(const Library& library, const std::string& id, bool about)
{
    std::vector<std::string> found;
    for (const Condition& c : library.knowledge.conditions) {
        if (about ? !has_primary(c, id) : involves(c, id)) continue;
        for (std::size_t i = 0; i < c.tests.size(); ++i) found.push_back(c.id.text() + "#" + std::to_string(i));
    }
    return found;
}

const ClinicalTest* test_of(const Library& library, const std::string& choice)
{
    const std::size_t mark = choice.find('#');
    if (mark == std::string::npos) return nullptr;
    const Condition* c = library.knowledge.find(ConditionId(choice.substr(0, mark)));
    const auto index = static_cast<std::size_t>(std::stoul(choice.substr(mark + 1)));
    return c && index < c->tests.size() ? &c->tests[index] : nullptr;
}

std::string words_of_test(const Library& library, const std::string& choice)
{
    const ClinicalTest* test = test_of(library, choice);
    return test ? test->name : choice;
}

/// One right answer among `kChoices`, at a random place. Wrong ones that read like the right one or each other are left out.
bool one_of_four(QuizState& quiz, const std::string& right, std::vector<std::string> wrong, Random& random, const std::function<std::string(const std::string&)>& words)
{
    shuffle(wrong, random);
    std::vector<std::string> read = {words(right)};
    quiz.choices.clear();
    for (const std::string& id : wrong) {
        const std::string text = words(id);
        if (quiz.choices.size() + 1 == kChoices || std::find(read.begin(), read.end(), text) != read.end()) continue;
        read.push_back(text);
        quiz.choices.push_back(id);
    }
    if (quiz.choices.empty()) return false;
    const std::size_t at = below(random, quiz.choices.size() + 1);
    quiz.choices.insert(quiz.choices.begin() + static_cast<std::ptrdiff_t>(at), right);
    quiz.right = {static_cast<int>(at)};
    return true;
}

glm::vec3 middle_of(const Library& library, const StructureId& id)
{
    for (std::size_t i = 0; i < library.model.meshes.size(); ++i) if (library.model.meshes[i].id == id) return library.mesh_bounds[i].centre();
    return glm::vec3(0);
}

/// The nearest first: four that fit into one picture.
void by_distance(const Library& library, const StructureId& from, std::vector<std::string>& ids)
{
    const glm::vec3 here = middle_of(library, from);
    std::stable_sort(ids.begin(), ids.end(), [&](const std::string& a, const std::string& b) {
        return glm::distance(middle_of(library, StructureId(a)), here) < glm::distance(middle_of(library, StructureId(b)), here);
    });
}

/// Structures that could be taken for this one: of the same kind, those of the same region first.
std::vector<std::string> look_alikes(const Library& library, const Structure& s, bool with_shape, Random& random)
{
    std::vector<std::string> near, far;
    for (const Structure& other : library.catalogue.structures()) {
        if (other.id == s.id || other.kind() != s.kind() || (with_shape && !library.has_shape(other.id))) continue;
        (other.group == s.group ? near : far).push_back(other.id.text());
    }
    shuffle(near, random);
    shuffle(far, random);
    if (with_shape) by_distance(library, s.id, near);
    near.resize(std::min(near.size(), kChoices - 1));
    while (near.size() + 1 < kChoices && !far.empty()) {
        near.push_back(far.back());
        far.pop_back();
    }
    return near;
}

bool fill(QuizState& quiz, const Library& library, Random& random)
{
    const auto name = [&](const std::string& id) { return library.catalogue.name(StructureId(id)); };
    const Structure* record = library.catalogue.find(StructureId(quiz.item));
    switch (quiz.kind) {
        case QuizKind::find_it:
        case QuizKind::name_it:
            return record && one_of_four(quiz, quiz.item, look_alikes(library, *record, quiz.kind == QuizKind::find_it, random), random, name);
        case QuizKind::order: {
            std::vector<std::string> ordered = structures_in_order(library, quiz.item);
            if (ordered.size() < 3) return false;
            quiz.choices = ordered;
            shuffle(quiz.choices, random);
            if (quiz.choices == ordered) std::swap(quiz.choices.front(), quiz.choices.back());
            quiz.right.clear();
            for (const std::string& id : ordered) quiz.right.push_back(static_cast<int>(std::find(quiz.choices.begin(), quiz.choices.end(), id) - quiz.choices.begin()));
            return true;
        }
        case QuizKind::loads: {
            const std::vector<const Exercise*> working = exercises_for(library, quiz.item, true);
            if (!working.empty()) {
                std::vector<std::string> idle;
                for (const Exercise* e : exercises_for(library, quiz.item, false)) idle.push_back(e->id.text());
                return one_of_four(quiz, working[below(random, working.size())]->id.text(), idle, random,
                                   [&](const std::string& id) { return library.knowledge.find(ExerciseId(id))->name; });
            }
            const std::vector<std::string> right = tests_for(library, quiz.item, true);
            if (right.empty()) return false;
            // A test of the same name elsewhere would be right too.
            std::vector<std::string> wrong = tests_for(library, quiz.item, false);
            std::erase_if(wrong, [&](const std::string& w) {
                return std::any_of(right.begin(), right.end(), [&](const std::string& r) { return words_of_test(library, r) == words_of_test(library, w); });
            });
            return one_of_four(quiz, right[below(random, right.size())], wrong, random, [&](const std::string& id) { return words_of_test(library, id); });
        }
        case QuizKind::points_away: {
            const Condition* c = library.knowledge.find(ConditionId(quiz.item));
            if (!c || c->against.empty()) return false;
            std::vector<std::string> towards;
            for (const ConditionFinding& f : c->findings) if (f.weight >= 2) towards.push_back(f.id.text());
            return one_of_four(quiz, c->against[below(random, c->against.size())].id.text(), towards, random,
                               [&](const std::string& id) { return library.knowledge.find(FindingId(id))->plain; });
        }
    }
    return false;
}

/// Due ones first, the lowest box first; then what was never asked; then the rest. Within each, at random.
std::vector<std::string> in_asking_order(const QuizState& quiz, const Library& library, const Progress& progress, int today, Random& random)
{
    std::vector<std::string> items = quiz_items(library, quiz.kind);
    std::erase_if(items, [&](const std::string& item) { return std::find(quiz.asked.begin(), quiz.asked.end(), item) != quiz.asked.end(); });
    shuffle(items, random);
    const auto rank = [&](const std::string& item) {
        const auto known = progress.items.find(std::string(name_of(quiz.kind)) + "/" + item);
        if (known == progress.items.end()) return 10;
        return known->second.due_day <= today ? known->second.box : 20 + known->second.box;
    };
    std::stable_sort(items.begin(), items.end(), [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
    return items;
}

}  // namespace

const char* name_of(QuizKind kind)
{
    constexpr const char* names[] = {"find_it", "name_it", "order", "loads", "points_away"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<std::string> quiz_items(const Library& library, QuizKind kind)
{
    std::vector<std::string> items;
    switch (kind) {
        case QuizKind::find_it:
        case QuizKind::name_it:
            for (const Structure& s : library.catalogue.structures()) if (is_named_kind(s.id.kind()) && library.has_shape(s.id)) items.push_back(s.id.text());
            break;
        case QuizKind::order: return order_items(library);
        case QuizKind::loads:
            for (const Structure& s : library.catalogue.structures()) {
                if (!exercises_for(library, s.id.text(), true).empty() || !tests_for(library, s.id.text(), true).empty()) items.push_back(s.id.text());
            }
            break;
        case QuizKind::points_away:
            for (const Condition& c : library.knowledge.conditions) if (!c.against.empty()) items.push_back(c.id.text());
            break;
    }
    return items;
}

bool next_question(QuizState& quiz, const Library& library, const Progress& progress, int today)
{
    Random random = random_for(quiz);
    quiz.given.clear();
    for (int round = 0; round < 2; ++round) {
        for (const std::string& item : in_asking_order(quiz, library, progress, today, random)) {
            quiz.item = item;
            if (!fill(quiz, library, random)) continue;
            quiz.asked.push_back(item);
            return true;
        }
        quiz.asked.clear();  // all have been asked in this run: once more from the beginning
    }
    return false;
}

std::string quiz_reason(const Library& library, const QuizState& quiz, bool clinical)
{
    if (quiz.right.empty()) return {};
    const std::string& right = quiz.choices[static_cast<std::size_t>(quiz.right.front())];
    switch (quiz.kind) {
        case QuizKind::find_it:
        case QuizKind::name_it: {
            const Structure* s = library.catalogue.find(StructureId(quiz.item));
            return s ? s->plain : std::string{};
        }
        case QuizKind::order: return order_reason(library, quiz.item);
        case QuizKind::loads: {
            if (const Exercise* e = library.knowledge.find(ExerciseId(right))) return e->bias_text.empty() ? e->text.in(clinical) : e->bias_text;
            const ClinicalTest* test = test_of(library, right);
            return test ? test->how : std::string{};
        }
        case QuizKind::points_away: {
            const Condition* c = library.knowledge.find(ConditionId(quiz.item));
            if (!c) return {};
            for (const AgainstFinding& f : c->against) if (f.id.text() == right) return f.why;
            return {};
        }
    }
    return {};
}

std::string choice_words(const Library& library, const QuizState& quiz, std::size_t choice, bool clinical)
{
    const std::string& id = quiz.choices[choice];
    if (id.find('#') != std::string::npos) return words_of_test(library, id);
    if (const Finding* f = library.knowledge.find(FindingId(id))) return clinical && !f->clinical.empty() ? f->clinical : f->plain;
    if (const Exercise* e = library.knowledge.find(ExerciseId(id))) return e->name;
    return library.catalogue.name(StructureId(id));
}

std::vector<StructureId> quiz_structures(const Library& library, const QuizState& quiz)
{
    std::vector<StructureId> ids;
    if (quiz.kind == QuizKind::order) {
        for (const std::string& id : quiz.choices) ids.emplace_back(id);
    } else if (quiz.kind == QuizKind::points_away) {
        const Condition* c = library.knowledge.find(ConditionId(quiz.item));
        if (c) for (const ConditionStructure& s : c->structures) if (s.role == Role::primary) ids.push_back(s.id);
    } else {
        ids.emplace_back(quiz.item);
    }
    return ids;
}

}  // namespace genu
