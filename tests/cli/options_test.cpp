// The command line itself: help, and an answer to every wrong value.
#include "cli/child.hpp"
#include "support/catch.hpp"

using namespace genu::test;

namespace {

struct Wrong {
    std::vector<std::string> arguments;
    std::string what;  ///< the value or option that is wrong
    std::string mend;  ///< part of the advice
};

}  // namespace

TEST_CASE("help names every command and gives examples")
{
    const Outcome help = run_genu({"--help"});
    CHECK(help.code == 0);
    for (const char* word : {"list", "show", "assess", "pose", "check", "bench", "handout", "tour", "--screenshot", "--condition", "--section", "Examples"}) CHECK_THAT(help.out, ContainsSubstring(word));
}

TEST_CASE("every command has help of its own")
{
    for (const char* command : {"list", "show", "assess", "pose", "check", "bench", "handout", "tour"}) {
        const Outcome help = run_genu({command, "--help"});
        INFO(command);
        CHECK(help.code == 0);
        CHECK_THAT(help.out, ContainsSubstring(command));
    }
}

TEST_CASE("the version is told")
{
    const Outcome version = run_genu({"--version"});
    CHECK(version.code == 0);
    CHECK_THAT(version.out, ContainsSubstring("genu 0."));
}

TEST_CASE("a wrong value is bad input, and the message says what, where and how to mend it")
{
    const std::vector<Wrong> wrongs = {
        {{"--screenshot", "x.png", "--size", "0x0"}, "--size", "16 to 16384"},
        {{"--screenshot", "x.png", "--size", "abc"}, "\"abc\" is not a size", "1280x720"},
        {{"--screenshot", "x.png", "--size", "100"}, "--size", "1280x720"},
        {{"--screenshot", "x.png", "--size", "-5x10"}, "--size", "16 to 16384"},
        {{"--screenshot", "x.png", "--size", "99999x99999"}, "--size", "16 to 16384"},
        {{"--screenshot", "x.png", "--scale", "0"}, "--scale", "0.5 to 8"},
        {{"--screenshot", "x.png", "--scale", "nan"}, "--scale", "0.5 to 8"},
        {{"--screenshot", "x.png", "--section", "q=3"}, "unknown axis \"q\"", "y=0"},
        {{"--screenshot", "x.png", "--section", "y"}, "--section", "y=0"},
        {{"--screenshot", "x.png", "--pose", "knee=30"}, "unknown joint \"knee\"", "knee_flexion"},
        {{"--screenshot", "x.png", "--pose", "knee_flexoin=30"}, "knee_flexoin", "did you mean \"knee_flexion\"?"},
        {{"--screenshot", "x.png", "--pose", "knee_flexion=bent"}, "knee_flexion=bent", "knee_flexion=30"},
        {{"--screenshot", "x.png", "--layer", "12"}, "--layer", "0 to 9"},
        {{"--screenshot", "x.png", "--layer", "x"}, "--layer", "0 to 9"},
        {{"--screenshot", "x.png", "--time", "-1"}, "--time", "0 to 3600"},
        {{"--screenshot", "x.png", "--side", "lft"}, "--side", "did you mean \"left\"?"},
        {{"--screenshot", "x.png", "--theme", "pink"}, "--theme", "light"},
        {{"--screenshot", "x.png", "--register", "kind"}, "--register", "plain"},
        {{"--screenshot"}, "--screenshot", "--help"},
        {{"--screnshot", "x.png"}, "--screnshot", "did you mean \"--screenshot\"?"},
        {{"lsit", "structures"}, "unknown command \"lsit\"", "did you mean \"list\"?"},
        {{"lsit"}, "unknown command \"lsit\"", "did you mean \"list\"?"},
        {{"list"}, "genu list", "conditions"},
        {{"list", "structure"}, "structure", "did you mean \"structures\"?"},
        {{"list", "conditions", "--jsn"}, "--jsn", "did you mean \"--json\"?"},
        {{"show"}, "genu show", "muscle.popliteus"},
        {{"assess"}, "--symptoms", "genu list symptoms"},
        {{"assess", "--symptoms", ","}, "--symptoms", "commas"},
        {{"handout", "--condition", "popliteal_cyst"}, "-o", "handout.html"},
        {{"handout", "-o", "x.html"}, "--condition", "genu list conditions"},
        {{"bench", "--frames", "0"}, "--frames", "1 to 10000"},
        {{"bench", "--sizes", "1,5"}, "--sizes", "16"},
    };
    for (const Wrong& wrong : wrongs) {
        std::string typed = "genu";
        for (const std::string& argument : wrong.arguments) typed += " " + argument;
        INFO(typed);
        const Outcome outcome = run_genu(wrong.arguments);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, ContainsSubstring(wrong.what) && ContainsSubstring(wrong.mend));
    }
}

TEST_CASE("all wrong values are told at once")
{
    const Outcome outcome = run_genu({"--screenshot", "x.png", "--size", "abc", "--layer", "12", "--pose", "knee=30,hip=5"});
    CHECK(outcome.code == 2);
    for (const char* what : {"--size", "--layer", "\"knee\"", "\"hip\""}) CHECK_THAT(outcome.err, ContainsSubstring(what));
}

TEST_CASE("unknown ids are bad input with the id that was meant")
{
    if (!has_model()) return;
    const std::vector<Wrong> wrongs = {
        {{"--condition", "condition.popliteal_cist"}, "popliteal_cist", "condition.popliteal_cyst"},
        {{"--symptoms", "lump_sfot"}, "lump_sfot", "symptom.lump_soft"},
        {{"--exercise", "exercise.gastroc_wal"}, "gastroc_wal", "exercise.gastroc_wall"},
        {{"--isolate", "muscle.popliteuss"}, "muscle.popliteuss", "muscle.popliteus"},
        {{"--hide", "soleus"}, "soleus", "muscle.soleus"},
        {{"--select", "bone.femor"}, "bone.femor", "bone.femur"},
        {{"--view", "posterio"}, "posterio", "posterior"},
    };
    const TemporaryFolder folder;
    for (const Wrong& wrong : wrongs) {
        INFO(wrong.arguments[1]);
        std::vector<std::string> arguments = {"--screenshot", (folder / "x.png").string()};
        arguments.insert(arguments.end(), wrong.arguments.begin(), wrong.arguments.end());
        const Outcome outcome = run_genu(arguments);
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, ContainsSubstring(wrong.what) && ContainsSubstring(wrong.mend));
        CHECK_FALSE(fs::exists(folder / "x.png"));
    }
}
