#include "base/files/whole_file.hpp"

#include <cerrno>
#include <filesystem>
#include <string>
#include <utility>

#include "base/files/folder_of.hpp"
#include "base/files/system_file.hpp"
#include "base/programs.hpp"

namespace sneddon {

namespace fs = std::filesystem;

namespace {

/// A name that no other program has, on whatever machine that shares the folder: numbers of
/// programs may be the same there. Where no file can be made it is that of none.
std::string make_file_beside(const std::string& path) {
    constexpr int most_tries = 1000;
    std::string name;
    for (int i = 0; i < most_tries; ++i) {
        name = path + "." + number_of_this_program() + "-" + std::to_string(i) + ".unfinished";
        if (make_new_file(name) != EEXIST) break;
    }
    return name;
}

}  // namespace

WholeFile::WholeFile(std::string path) : path_(std::move(path)) {
    make_folder(folder_of(path_));
    beside_ = make_file_beside(path_);
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
