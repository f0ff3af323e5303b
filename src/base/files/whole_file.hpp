// A file that is there whole or not at all.
#pragma once

#include <fstream>
#include <string>

namespace sneddon {

/// Written beside its name, and renamed when it is whole: whoever finds the name finds all of it.
/// What had the name before is replaced. Folders above it are made.
class WholeFile {
  public:
    explicit WholeFile(std::string path);
    ~WholeFile();  ///< without close() nothing is left behind
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    std::ofstream& out() { return out_; }
    const std::string& path() const { return path_; }
    /// Empty, or why the file is not there.
    std::string close();

  private:
    std::string path_, beside_;
    std::ofstream out_;
};

/// Makes a folder and those above it. Empty, or why it is not there.
std::string make_folder(const std::string& path);

}  // namespace sneddon
