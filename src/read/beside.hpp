// What lies beside a file: the other half of a pair, the same test in another format.
#pragma once

#include <string>
#include <string_view>

namespace sneddon {

/// "a/b.tdm", ".tdx" -> "a/b.tdx".
std::string with_ending(std::string_view path, std::string_view ending);
/// "a/b.tdm", "c.tdx" -> "a/c.tdx".
std::string in_folder_of(std::string_view path, std::string_view file_name);
/// "a/b.tdm" -> "b.tdm".
std::string file_name_of(std::string_view path);

/// A regular file (or a link to one), or one in an archive ("archive.zip/a.tdx"): nothing else is
/// opened, by open_path().
bool is_file(const std::string& path);

/// The text export of the same test: the name of `path` with .txt, if it is a TriboScan text.
/// Empty: there is none.
std::string triboscan_text_beside(std::string_view path);

}  // namespace sneddon
