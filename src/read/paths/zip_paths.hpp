// "archive.zip/inner.txt": the path of a file in an archive, as if the archive were a folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/container/zip_file.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

struct PathInZip {
    std::string archive, inner;
};

/// Where a part of the path is a file and the rest is below it; nothing where `path` itself exists.
std::optional<PathInZip> path_in_zip(const std::string& path);

/// An archive of files; a workbook or a document, which is a zip archive too, is none. Only the
/// beginning and the directory are read.
bool is_archive_of_files(const std::string& path);

/// Errors: SND-R001, R040.
Result<std::vector<ZipEntry>> entries_of_zip(const std::string& archive);

/// Unpacks one file, reading no other. Errors: SND-R001, R005 (no file of that name), R040.
Result<std::string> read_from_zip(const PathInZip& path);

/// Of the parts of a workbook (.xlsx, .ods) or document.
bool is_office_file(const std::vector<ZipEntry>& entries);

}  // namespace sneddon
