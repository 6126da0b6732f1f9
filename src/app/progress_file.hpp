#pragma once
// Keeps what has been learnt in learning.json, in the reader's data folder (UserFolders::data). Written whole; a file that cannot be read is
// set aside under another name, never overwritten.
#include "base/files.hpp"
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

class ProgressFile {
public:
    explicit ProgressFile(fs::path path) : path_(std::move(path)) {}
    bool exists() const;
    /// Fills state.progress and state.today; trouble goes to state.message.
    void read(AppState& state, const Texts& texts);
    /// Writes what has changed since, and at the first time an empty file: it also says that Genu has been here before.
    void keep(AppState& state, const Texts& texts);

private:
    fs::path path_;
    Progress written_;
    bool is_written_ = false, gave_up_ = false;
};

/// Days since 1970-01-01.
int today();

}  // namespace genu
