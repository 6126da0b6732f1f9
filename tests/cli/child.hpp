#pragma once
// Runs Genu as a person at a terminal would, and keeps everything it says.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace genu::test {

namespace fs = std::filesystem;

struct Outcome {
    int code = -1;  ///< exit code; 128 + signal when it was killed
    std::string out, err;
    nlohmann::json json() const;  ///< of what it printed; the test fails when that is no JSON
};

Outcome run_genu(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment = {});

/// A folder of its own, gone with the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    fs::path operator/(const std::string& name) const { return path_ / name; }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string text_of(const fs::path& file);
void write(const fs::path& file, const std::string& text);
fs::path assets();

/// The built leg. False while it has not been built: the test then says that it is skipped.
bool has_model();

}  // namespace genu::test
