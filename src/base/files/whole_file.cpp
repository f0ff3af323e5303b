#include "base/files/whole_file.hpp"

#include <filesystem>
#include <utility>

#include "base/files/utf8.hpp"
#include "base/programs.hpp"

namespace sneddon {

namespace fs = std::filesystem;

WholeFile::WholeFile(std::string path)
    : path_(std::move(path)), beside_(path_ + "." + number_of_this_program() + ".unfinished") {
    make_folder(utf8(fs::path(path_).parent_path()));
    out_.open(fs::path(beside_), std::ios::binary);
}

WholeFile::~WholeFile() {
    std::error_code ignored;
    out_.close();
    fs::remove(beside_, ignored);
}

std::string WholeFile::close() {
    out_.close();
    if (!out_) return "the file could not be written whole";
    std::error_code failed;
    fs::rename(beside_, path_, failed);
    return failed ? failed.message() : "";
}

std::string make_folder(const std::string& path) {
    std::error_code failed;
    if (!path.empty()) fs::create_directories(path, failed);
    return failed ? failed.message() : "";
}

}  // namespace sneddon
