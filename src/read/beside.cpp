#include "read/beside.hpp"

#include <algorithm>
#include <filesystem>

#include "base/files/utf8.hpp"
#include "read/open_input.hpp"
#include "read/paths/zip_paths.hpp"
#include "read/readers.hpp"

namespace sneddon {

namespace fs = std::filesystem;

std::string with_ending(std::string_view path, std::string_view ending) {
    return utf8(fs::path(path).replace_extension(fs::path(ending)));
}

std::string in_folder_of(std::string_view path, std::string_view file_name) {
    return utf8(fs::path(path).parent_path() / fs::path(file_name));
}

std::string file_name_of(std::string_view path) {
    return utf8(fs::path(path).filename());
}

bool is_file(const std::string& path) {
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) return true;
    const auto in_zip = path_in_zip(path);
    if (!in_zip) return false;
    const auto entries = entries_of_zip(in_zip->archive);
    return entries && std::ranges::find(*entries, in_zip->inner, &ZipEntry::name) != entries->end();
}

std::string triboscan_text_beside(std::string_view path) {
    constexpr std::size_t enough_for_a_head = 4096;
    std::string text = with_ending(path, ".txt");
    if (!is_file(text)) return "";
    const auto start = open_path(text, {0, enough_for_a_head});
    return start && is_hysitron_txt(open_bytes(start->bytes())) ? text : "";
}

}  // namespace sneddon
