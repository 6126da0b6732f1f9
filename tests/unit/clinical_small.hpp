#pragma once
// A small, sound assets folder written for one test, to be spoilt in one place.
#include <filesystem>
#include <map>
#include <string>

#include <unistd.h>

#include "clinical/knowledge.hpp"
#include "support/catch.hpp"

namespace genu::testing {

class SmallAssets {
public:
    SmallAssets()
    {
        static int count = 0;
        folder_ = fs::temp_directory_path() / ("genu_small_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        fs::create_directories(folder_);
        for (const auto& [file, text] : sound()) write(file, text);
    }
    ~SmallAssets()
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    SmallAssets(const SmallAssets&) = delete;
    SmallAssets& operator=(const SmallAssets&) = delete;

    const fs::path& folder() const { return folder_; }

    void write(const std::string& file, const std::string& text)
    {
        fs::create_directories((folder_ / file).parent_path());
        REQUIRE(write_whole(folder_ / file, std::string_view(text)));
    }

    /// Replaces the first `from` in the file, which must be there.
    void spoil(const std::string& file, const std::string& from, const std::string& to)
    {
        Result<std::string> text = read_text(folder_ / file);
        REQUIRE(text);
        const std::size_t at = text->find(from);
        INFO(file << " holds " << from);
        REQUIRE(at != std::string::npos);
        write(file, text->replace(at, from.size(), to));
    }

    Catalogue catalogue(const std::string& language = "en") const
    {
        Result<Catalogue> loaded = Catalogue::load(folder_, language);
        INFO((loaded ? std::string() : to_text(loaded.problems())));
        REQUIRE(loaded);
        return std::move(loaded).value();
    }

    Result<Knowledge> try_load(const std::string& language = "en") const { return Knowledge::load(folder_, language, catalogue(language)); }

    Knowledge knowledge(const std::string& language = "en") const
    {
        Result<Knowledge> loaded = try_load(language);
        INFO((loaded ? std::string() : to_text(loaded.problems())));
        REQUIRE(loaded);
        return std::move(loaded).value();
    }

private:
    static std::string condition(const std::string& name, const std::string& rest)
    {
        return R"({"id": "condition.)" + name + R"(", "name": "A )" + name + R"(", "synonyms": [], "icd10": [{"code": "M71.2", "system": "WHO"}],
"text": {"plain": {"summary": "A bag of fluid.", "site": "At the back.", "onset": "Slowly.", "cause": "Fluid.", "feels_worse": "Bending.",
"feels_better": "Rest.", "care": "Wait.", "recovery": "Weeks.", "who": "A doctor."}, "clinical": {"summary": "s", "site": "s", "onset": "o",
"mechanism": "m", "imaging": "i", "care": "c", "recovery": "r", "who": "w"}}, "evidence": {"grade": "low", "text": ""},
"sources": ["source.one"], "urgency": "same_day", "tests": [], )" + rest + "}";
    }

    static std::map<std::string, std::string> sound()
    {
        return {
            {"sources.json", R"({"sources": [{"id": "source.one", "cite": "One 2001", "kind": "study", "doi": "10.1000/one", "read": "full", "note": ""}]})"},
            {"anatomy/joints.json", R"({"joints": {"knee_flexion": {"range_deg": [0, 140]}}})"},
            {"views/standard.json", R"({"views": [{"name": "popliteal"}, {"name": "posterior"}]})"},
            {"anatomy/structures/all.json", R"({"structures": [
{"id": "bursa.a", "name": {"en": "Bursa A", "la": "Bursa alba"}, "group": "bursae", "layer": 8, "plain": "A cushion.", "facts": {"note": "n"}, "sources": ["source.one"]},
{"id": "muscle.b", "name": {"en": "Muscle B", "la": "Musculus"}, "group": "posterior_leg", "layer": 3, "plain": "Bends.", "facts": {"roots": ["S1", "S2"]}, "supplied_by": ["nerve.d"], "sources": ["source.one"]},
{"id": "vein.c", "name": {"en": "Vein C"}, "group": "veins", "layer": 5, "plain": "Drains.", "facts": {}, "sources": ["source.one"]},
{"id": "nerve.d", "name": {"en": "Nerve D"}, "group": "nerves", "layer": 4, "plain": "Feels.", "facts": {}, "sources": ["source.one"]}]})"},
            {"symptoms.json", R"({"groups": [{"id": "place", "name": "Where"}, {"id": "other", "name": "Else"}], "findings": [
{"id": "symptom.here", "kind": "finding", "group": "place", "plain": "Pain here", "clinical": "Here", "asked_if": null, "structures": ["bursa.a", "muscle.b", "vein.c"]},
{"id": "symptom.there", "kind": "finding", "group": "place", "plain": "Pain there", "clinical": "There", "structures": ["nerve.d"]},
{"id": "symptom.lump", "kind": "finding", "group": "other", "plain": "A lump", "clinical": "Mass", "structures": []},
{"id": "symptom.swollen", "kind": "finding", "group": "other", "plain": "Swollen", "clinical": "Oedema", "question": "Is it swollen?"},
{"id": "symptom.stuck", "kind": "finding", "group": "other", "plain": "It catches", "clinical": "Catching"},
{"id": "symptom.g_locked", "kind": "gate", "group": "other", "plain": "It is stuck", "clinical": "Locked", "question": "Stuck?", "counts_as": ["symptom.stuck"], "counts_in": "both"},
{"id": "symptom.g_only", "kind": "gate", "group": "other", "plain": "Only then", "clinical": "Only", "question": "Only then?", "asked_if": "symptom.swollen"},
{"id": "symptom.old", "kind": "modifier", "group": "other", "plain": "Old", "clinical": "Old", "question": "Old?", "one_of": "age", "raises": ["condition.cyst"]}]})"},
            {"red_flags.json", R"({"gate": ["symptom.swollen", "symptom.g_only", "symptom.g_locked"], "rules": [
{"id": "red_flag.clot", "name": "Clot", "lift": ["condition.clot"], "when": {"emergency_now": "symptom.swollen and symptom.stuck", "same_day": "symptom.swollen and not symptom.g_only", "urgent_days": "symptom.swollen"},
 "say": {"plain": "See someone.", "clinical": "Refer."}, "who": {"emergency_now": "Call.", "same_day": "Today.", "urgent_days": "Soon."}, "why": "Clots look alike.", "sources": ["source.one"]},
{"id": "red_flag.lock", "name": "Stuck", "lift": ["condition.cyst"], "when": {"urgent_days": "symptom.g_locked"},
 "say": {"plain": "Do not force it.", "clinical": "Locked."}, "who": {"urgent_days": "Soon."}, "why": "A piece may be loose.", "sources": ["source.one"], "hides_exercises_when_urgent": true}],
"tie_break": ["red_flag.clot", "red_flag.lock"],
"levels": [{"id": "emergency_now", "name": "Now", "plain": "p", "clinical": "c"}, {"id": "same_day", "name": "Today", "plain": "p", "clinical": "c"},
 {"id": "urgent_days", "name": "Soon", "plain": "p", "clinical": "c"}, {"id": "routine", "name": "Routine", "plain": "p", "clinical": "c"}],
"effects": {"emergency_now": {"exercises": "none"}, "same_day": {"exercises": "none"}, "urgent_days": {"exercises": "teaching_only"}},
"may_lower": [{"rule": "red_flag.clot", "ids": ["symptom.g_only"], "why": "then it is harmless"}],
"notice": {"other_causes": "Other causes exist.", "calf": "Watch the calf.", "calf_when": ["symptom.here"]}})"},
            {"conditions/cyst.json", condition("cyst", R"("tier": "common", "structures": [{"id": "bursa.a", "role": "primary", "why": "it is this bag"}, {"id": "nerve.d", "role": "referred", "why": "it is pressed"}],
"findings": [{"id": "symptom.here", "weight": 3, "why": "there it lies"}, {"id": "symptom.lump", "weight": 3, "why": "it is the lump"}, {"id": "symptom.stuck", "weight": 1, "why": "a tear behind it"}],
"against": [{"id": "symptom.swollen", "why": "points to the vein"}], "red_flags": ["red_flag.clot", "red_flag.lock"],
"exercises": {"indicated": ["exercise.slide"], "caution": [], "avoid": [], "notes": []}, "scene": {"view": "popliteal", "pose": {"knee_flexion": 20}, "show_skin": false})")},
            {"conditions/clot.json", condition("clot", R"("tier": "redflag", "structures": [{"id": "vein.c", "role": "primary", "why": "it is blocked"}, {"id": "muscle.b", "role": "secondary", "why": "it swells"}],
"findings": [{"id": "symptom.swollen", "weight": 3, "why": "blood is dammed up"}, {"id": "symptom.here", "weight": 1, "why": "the vein runs here"}], "against": [], "red_flags": ["red_flag.clot"])")},
            {"conditions/nerve.json", condition("nerve", R"("tier": "rare", "structures": [{"id": "nerve.d", "role": "primary", "why": "it is pressed"}],
"findings": [{"id": "symptom.there", "weight": 3, "why": "it runs there"}], "against": [], "red_flags": [], "no_red_flags": "made up")")},
            {"exercises/slide.json", R"({"id": "exercise.slide", "name": "Slide", "kind": "mobility", "posture": "supine", "anchor": "pelvis", "text": {"plain": "Slide the heel.", "clinical": "Heel slide."},
"keyframes": [{"t": 0, "phase": "start", "pose": {"knee_flexion": 0}, "cue": "Lie."}, {"t": 2, "phase": "end", "pose": {"knee_flexion": 90}, "cue": "Bend."}],
"dose": "ten", "lengthens": [{"id": "muscle.b", "level": 2}], "contraindications": ["Never with a fever"], "sources": ["source.one"]})"},
            {"myths/story.json", R"({"id": "myth.story", "claim": "It is so.", "verdict": "wrong", "right": {"plain": "It is not.", "clinical": "No."}, "structures": ["bursa.a"], "sources": ["source.one"]})"},
            {"tours/round.json", R"({"id": "tour.round", "name": "Round", "steps": [{"title": "One", "caption": {"plain": "Look.", "clinical": "Look."}, "commands": [{"do": "show_all"}]}]})"},
            {"rarer_causes.json", R"({"entries": []})"},
            {"text/en.json", R"({"layer.0": "Skin", "only.english": "Only"})"},
        };
    }

    fs::path folder_;
};

}  // namespace genu::testing
