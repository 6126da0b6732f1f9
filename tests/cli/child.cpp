#include "cli/child.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.hpp"
#include "test_places.hpp"

namespace genu::test {

namespace {

void send(int descriptor, const fs::path& file)
{
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
}

[[noreturn]] void become(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment, const fs::path& out, const fs::path& err)
{
    send(STDOUT_FILENO, out);
    send(STDERR_FILENO, err);
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> argv;
    std::string program = GENU_PROGRAM;
    argv.push_back(program.data());
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(program.c_str(), argv.data());
    ::_exit(127);
}

}  // namespace

nlohmann::json Outcome::json() const
{
    INFO("standard output: " << out.substr(0, 400));
    INFO("standard error: " << err);
    const nlohmann::json parsed = nlohmann::json::parse(out, nullptr, false);
    REQUIRE_FALSE(parsed.is_discarded());
    return parsed;
}

Outcome run_genu(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment)
{
    const TemporaryFolder folder;
    const fs::path out = folder / "out", err = folder / "err";
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) become(arguments, environment, out, err);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), text_of(out), text_of(err)};
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = (fs::temp_directory_path() / "genu-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string text_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

void write(const fs::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    REQUIRE(out.good());
}

fs::path assets() { return fs::path(GENU_SOURCE_DIR) / "assets"; }

bool has_model()
{
    if (fs::exists(GENU_MODEL)) return true;
    WARN("skipped: the leg has not been built");
    return false;
}

}  // namespace genu::test
