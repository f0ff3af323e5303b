// Which files of a folder sneddon wrote: -f replaces these and no other.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/out_names.hpp"

namespace sneddon {

/// Names relative to the folder, with '/'. By its manifest; a folder without one was written by
/// 0.1.0 and is judged by what that version wrote. Empty for a folder that is not ours.
std::set<std::string> written_files(const std::filesystem::path& folder);

/// Every file below the folder, links not followed, in order; a folder without files too, as
/// "name/".
std::vector<std::string> files_below(const std::filesystem::path& folder);

/// Those that sneddon did not write.
std::vector<std::string> foreign_files(const std::filesystem::path& folder);

/// Whether an unfinished folder holds nothing but what a run or a simulation writes.
bool is_left_over(const std::filesystem::path& folder);

/// The manifest's text for these names.
std::string manifest_text(const std::set<std::string>& names);

/// Writes it anew, whole or not at all. False when it cannot be written.
bool write_manifest(const std::filesystem::path& folder, const std::set<std::string>& names);

/// Takes away what sneddon wrote, the folders that are empty then, and the manifest last: it stays
/// beside a file that stays, since another program has it open, for the next time.
void remove_written_files(const std::filesystem::path& folder);

}  // namespace sneddon
