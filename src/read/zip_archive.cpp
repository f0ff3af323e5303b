// An archive of files is no test itself: whoever walks the paths takes its files one by one
// (read/paths/zip_inputs.hpp).
#include <fmt/core.h>

#include <algorithm>

#include "read/container/zip_file.hpp"
#include "read/paths/zip_paths.hpp"
#include "read/readers.hpp"

namespace sneddon {

bool is_zip_archive(const Opening& opening) {
    if (!is_zip_file(opening.bytes)) return false;
    const auto zip = ZipFile::open(opening.bytes, "");
    return !zip || !is_office_file(zip->entries());
}

Result<FileContent> read_zip_archive(const Source& source) {
    const auto zip = ZipFile::open(source.text, source.name);
    if (!zip) return zip.error();
    const auto files = std::ranges::count_if(
        zip->entries(), [](const ZipEntry& entry) { return !entry.is_folder(); });
    FileContent content;
    content.companion =
        fmt::format("zip archive; files in it, each an input of its own: {}", files);
    return content;
}

}  // namespace sneddon
