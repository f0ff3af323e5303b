// OUT, written whole or not at all: files go into a folder beside it that takes its place at the
// end.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

class OutputFolder {
  public:
    /// Errors: SND-O001 OUT holds files and may_replace is false, SND-O002 they are not ours,
    /// SND-O003 it cannot be written.
    static Result<OutputFolder> open(const std::filesystem::path& folder, bool may_replace);

    OutputFolder(OutputFolder&& other) noexcept;
    OutputFolder& operator=(OutputFolder&&) = delete;
    ~OutputFolder();  ///< without commit() nothing is left behind

    /// A new file of OUT, or one in a folder of it.
    std::ofstream create(const std::string& name) const;

    /// Where the files are until commit().
    const std::filesystem::path& folder() const { return staging_; }

    /// Error: SND-O003 (a file could not be written whole, disk full).
    Result<bool> close(const std::vector<std::ofstream*>& files) const;

    /// Closes the files and puts the folder in its place. Error: SND-O003.
    Result<bool> commit(const std::vector<std::ofstream*>& files);

  private:
    Result<bool> take_the_place_of_target();
    Result<bool> move_into_target();

    OutputFolder(std::filesystem::path target, std::filesystem::path staging)
        : target_(std::move(target)), staging_(std::move(staging)) {}
    std::filesystem::path target_;
    std::filesystem::path staging_;  ///< empty once committed or moved from
};

}  // namespace sneddon
