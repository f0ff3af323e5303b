// OUT, written whole or not at all: files go into a folder beside it that takes its place at the
// end.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/files/folder_names.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

class OutputFolder {
  public:
    /// Left-overs of runs that were killed go first. Errors: SND-O001 OUT holds files and
    /// may_replace is false, SND-O002 there are files that we did not write, SND-O003 it cannot be
    /// written, SND-O005 another run writes into it.
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

    /// Whether OUT holds results that a commit would replace.
    bool holds_results() const;

    /// Closes the files, writes the manifest and puts the folder in its place. The old files go.
    /// Errors: SND-O002 a file came meanwhile, SND-O003.
    Result<bool> commit(const std::vector<std::ofstream*>& files);

  private:
    Result<bool> move_to_target();
    Result<bool> take_the_place_of_target();
    Result<bool> move_into_target();

    OutputFolder(std::filesystem::path target, std::filesystem::path staging,
                 std::optional<HeldFolder> held)
        : target_(std::move(target)), staging_(std::move(staging)), held_(std::move(held)) {}
    std::filesystem::path target_;
    std::filesystem::path staging_;  ///< empty once committed or moved from
    std::optional<HeldFolder> held_;
};

}  // namespace sneddon
