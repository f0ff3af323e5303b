// A part of a study: the outcomes of a stretch of its files, in a file of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/files/whole_file.hpp"
#include "pipeline/outcomes/file_outcome.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon {

/// What a part is of. Parts of one study differ in their number and their files alone.
struct PartManifest {
    std::size_t part = 1, parts = 1;   ///< "part 3 of 24"
    std::size_t first = 0, files = 0;  ///< its files, as they stand among those of the study
    std::size_t files_of_study = 0;
    std::string analysis;  ///< SHA-256: program, recipe and tips (analysis_key.hpp)
    std::string inputs;    ///< SHA-256 of the paths of all files
    RunRequest request;

    std::string name() const;  ///< "part-00003-of-00024.sneddon-part"
    bool is_of_same_study(const PartManifest& other) const {
        return parts == other.parts && files_of_study == other.files_of_study &&
               analysis == other.analysis && inputs == other.inputs;
    }
};

/// What has the name of a part is one: it is there whole or not at all.
class PartWriter {
  public:
    PartWriter(const std::string& folder, const PartManifest& manifest);
    void add(const FileOutcome& outcome);
    /// Errors: SND-O003.
    Result<bool> close();

  private:
    void add(const std::string& record);
    WholeFile file_;
};

enum class PartDepth {
    rows,   ///< passes over what is drawn of them, most of a part
    curves  ///< all of it
};

/// Read once, from its beginning to its end, with one file's outcome in memory, of an archive of
/// very many tests that of a stretch of them.
class PartFile {
  public:
    /// Reads the manifest. Errors: SND-U047 the file is no part, was cut off or damaged there, or
    /// is of another program.
    static Result<PartFile> open(const std::string& path);

    const PartManifest& manifest() const { return manifest_; }
    /// Each outcome in the order of the files. Error: SND-U047 behind those that are whole.
    std::optional<Error> for_each_outcome(PartDepth depth,
                                          const std::function<void(FileOutcome&&)>& take);
    /// All of its records are those that were written.
    bool is_whole();

  private:
    PartFile(const std::string& path, std::uint64_t size)
        : path_(path), size_(size), in_(path, std::ios::binary) {}
    /// False where the next record is not what was written.
    bool next(std::string& record);
    bool next_head(std::uint64_t& length, std::string& hash);
    bool skip();
    /// `take_rest` reads what follows the rows of the outcome.
    std::optional<Error> for_each(const std::function<bool(FileOutcome&)>& take_rest);

    std::string path_;
    std::uint64_t size_ = 0;
    std::ifstream in_;
    PartManifest manifest_;
};

}  // namespace sneddon
