#include "session/search.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

#include "base/suggest.hpp"

namespace genu {

namespace {

// Lower case without the accents of Latin-1 ("músculo" finds "musculo"); everything that is no letter parts words.
std::vector<std::string> words_of(const std::string& text)
{
    static const std::pair<const char*, char> accents[] = {{"á", 'a'}, {"à", 'a'}, {"é", 'e'}, {"í", 'i'}, {"ó", 'o'}, {"ú", 'u'}, {"ü", 'u'}, {"ñ", 'n'}};
    std::string plain = text;
    for (const auto& [from, to] : accents) {
        for (std::size_t at; (at = plain.find(from)) != std::string::npos;) plain.replace(at, std::string_view(from).size(), 1, to);
    }
    std::vector<std::string> words(1);
    for (const char c : plain) {
        if (std::isalnum(static_cast<unsigned char>(c))) words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!words.back().empty() && c != '\'') words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// Words that say nothing about what is meant, in the languages there are. "Pain" and "knee" say little here, but something.
bool is_filler(const std::string& word)
{
    static const std::set<std::string> fillers = {"a", "an", "the", "of", "in", "on", "at", "to", "is", "it", "my", "and", "or", "i", "with", "for",
                                                  "de", "del", "la", "el", "los", "las", "en", "un", "una", "mi", "y", "o", "con", "que", "por", "al"};
    return fillers.contains(word);
}

std::vector<std::string> typed_words(const std::string& text)
{
    const std::vector<std::string> all = words_of(text);
    std::vector<std::string> words;
    std::copy_if(all.begin(), all.end(), std::back_inserter(words), [](const std::string& word) { return !is_filler(word); });
    return words.empty() ? all : words;
}

int word_score(const std::string& typed, const std::string& word)
{
    if (typed == word) return 10;
    if (word.starts_with(typed)) return 8;
    if (typed.size() >= 4) {
        if (word.find(typed) != std::string::npos) return 4;
        const int allowed = typed.size() >= 8 ? 2 : 1;
        if (edit_distance(typed, word) <= allowed) return 5;
        // A misspelt beginning: "gastrocneum" for "gastrocnemius".
        if (word.size() > typed.size() && edit_distance(typed, word.substr(0, typed.size())) <= allowed) return 4;
    }
    return 0;
}

// "bc" for "Baker cyst", "mhg" for "medial head of gastrocnemius": the first letters of a name, small words left out or not.
int initials_score(const std::vector<std::string>& typed, const std::vector<std::string>& words)
{
    if (typed.size() != 1 || typed.front().size() < 2 || words.size() < 2) return 0;
    std::string all, long_ones;
    for (const std::string& w : words) {
        all += w.front();
        if (w.size() > 2) long_ones += w.front();
    }
    const std::string& t = typed.front();
    if (all == t || long_ones == t) return 9;
    return all.starts_with(t) || long_ones.starts_with(t) ? 6 : 0;
}

// Every typed word must be found; the sum of the best matches is the score.
int text_score(const std::vector<std::string>& typed, const std::string& text)
{
    const std::vector<std::string> words = words_of(text);
    int sum = 0;
    for (const std::string& t : typed) {
        int best = 0;
        for (const std::string& w : words) best = std::max(best, word_score(t, w));
        if (best == 0) best = initials_score(typed, words);
        if (best == 0) return 0;
        sum += best;
    }
    // Of two texts with the same words the shorter is meant.
    return 10 * sum - static_cast<int>(std::min<std::size_t>(words.size(), 20));
}

class Collector {
public:
    explicit Collector(const std::string& text) : typed_(typed_words(text)) {}
    bool empty() const { return typed_.empty(); }

    /// `about`: what is said of it, such as its place; it counts for less and is not shown as another name.
    void consider(const std::string& id, const std::string& name, const std::vector<std::string>& other, int bonus, const std::vector<std::string>& about = {})
    {
        SearchHit hit{id, name, "", text_score(typed_, name)};
        for (const std::string& text : other) {
            const int score = text_score(typed_, text) - 5;  // a synonym counts a little less than the name
            if (score > hit.score) hit = {id, name, text, score};
        }
        for (const std::string& text : about) {
            const int score = text_score(typed_, text) / 2;
            if (score > hit.score) hit = {id, name, "", score};
        }
        if (hit.score > 0) {
            hit.score += bonus;
            hits_.push_back(hit);
        }
    }

    std::vector<SearchHit> best(std::size_t most)
    {
        std::stable_sort(hits_.begin(), hits_.end(), [](const SearchHit& a, const SearchHit& b) { return a.score != b.score ? a.score > b.score : a.id < b.id; });
        if (hits_.size() > most) hits_.resize(most);
        return hits_;
    }

private:
    std::vector<std::string> typed_;
    std::vector<SearchHit> hits_;
};

}  // namespace

std::vector<SearchHit> search(const Library& library, const std::string& text, std::size_t most)
{
    Collector collector(text);
    if (collector.empty()) return {};
    for (const Condition& c : library.knowledge.conditions) collector.consider(c.id.text(), c.name, c.synonyms, 3, {c.text("site", false)});
    for (const Structure& s : library.catalogue.structures()) {
        if (s.kind() == "pathology") continue;  // its condition is what is looked for
        std::vector<std::string> other = s.synonyms;
        other.push_back(s.latin);
        collector.consider(s.id.text(), s.name, other, 2, {library.texts("group." + s.group), library.texts("layer." + std::to_string(s.layer))});
    }
    for (const Finding& f : library.knowledge.findings) collector.consider(f.id.text(), f.plain, {f.clinical}, 0, {f.question});
    for (const Exercise& e : library.knowledge.exercises) collector.consider(e.id.text(), e.name, {}, 1);
    for (const Myth& m : library.knowledge.myths) collector.consider(m.id.text(), m.claim, {}, 0);
    for (const RarerCause& c : library.knowledge.rarer_causes) collector.consider(c.id.text(), c.name, c.synonyms, 1);
    for (const Tour& t : library.knowledge.tours) collector.consider(t.id.text(), t.name, {}, 0);
    return collector.best(most);
}

}  // namespace genu
