// A part of a study: the outcomes of a stretch of its files, in a file of their own.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/files/file_bytes.hpp"
#include "base/files/whole_file.hpp"
#include "pipeline/file_outcome.hpp"
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
    WholeFile file_;
};

class PartFile {
  public:
    /// Errors: SND-U047 the file is no part, was cut off or damaged, or is of another program;
    /// those of FileBytes.
    static Result<PartFile> open(const std::string& path);

    const PartManifest& manifest() const { return manifest_; }
    /// Each outcome in the order of the files. Error: SND-U047, as of open().
    std::optional<Error> for_each(const std::function<void(FileOutcome&&)>& take) const;

  private:
    PartFile(std::string path, FileBytes file) : path_(std::move(path)), file_(std::move(file)) {}
    std::string path_;
    FileBytes file_;
    PartManifest manifest_;
    std::string_view outcomes_;
};

}  // namespace sneddon
