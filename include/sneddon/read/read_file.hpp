// Bytes of one file -> tests, or what the file is instead. The format is found from the content.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/area_function.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// One line of the list of formats.
struct KnownFormat {
    std::string_view id;           ///< "hysitron-txt"
    std::string_view vendor;       ///< "Bruker/Hysitron TriboScan"
    std::string_view description;  ///< one line for `sneddon formats`
    bool is_read;                  ///< false: recognised and named, not read (yet)
    bool is_companion;             ///< belongs beside tests (.ara, tables, notes): never a refusal
    std::string_view level = {};   ///< "verified on 53 files", "experimental, from description"
    std::string_view traps = {};   ///< what misleads in such files
};

/// All formats the program can name, in the order of detection.
std::span<const KnownFormat> formats();

/// What a user may state about a file that cannot tell itself.
struct ReadOptions {
    /// "load" | "depth" | "time" -> unit, from --unit. For columns whose head names no unit; a unit
    /// in the head is stronger, so that one option serves a folder of mixed files.
    std::map<std::string, std::string> units;
    /// For a file that is packed in pieces; 0 = all cores.
    unsigned threads = 1;
    /// Of tables of results, from --column: quantity ("H", "E", "X" or an id) -> "HEAD" or
    /// "HEAD:unit".
    std::map<std::string, std::string> columns = {};
    /// Columns that no analysis asks for may stay unread, whatever is in their cells (TriboScan's
    /// volts of the load). What copies or shows curves wants them all.
    bool is_for_analysis = false;
};

/// Exactly one of: tests (format is read), companion (named, excluded), error (refused).
struct FileContent {
    std::string format;  ///< id of the list, "" when it could not be recognised
    std::vector<Test> tests;
    std::string companion;  ///< "area function (Hysitron .ara)", empty if it is none
};

/// `name` is only for messages; the bytes decide. Errors: SND-R002 to SND-R030 of base/codes.hpp.
Result<FileContent> read_bytes(std::string_view bytes, std::string_view name,
                               const ReadOptions& options);

/// The same of a file. Errors: SND-R001 too.
Result<FileContent> read_file(const std::string& path, const ReadOptions& options = {});

/// How much of a file is looked at, of kinds that need not be read whole.
enum class GlanceAt {
    curves,  ///< 4 MiB: nearly every file is whole
    heads    ///< 16 KiB: its head and first points
};

/// What `sneddon look` needs: format and tests from the beginning of a large file.
/// `is_sampled` says that only a part was read.
struct FileGlance {
    FileContent content;
    bool is_sampled = false;
};
Result<FileGlance> glance_bytes(std::string_view bytes, std::string_view name,
                                const ReadOptions& options, GlanceAt at = GlanceAt::curves);

/// A tip file (.ara, whatever its name). Errors: SND-R001, SND-R022 with the line; a B other than 0
/// is refused (SND-R023).
Result<AreaFunction> read_area_function_file(const std::string& path);

/// Folders (walked recursively, every regular file, hidden ones too), globs, @lists, single files.
struct InputPath {
    std::string path;            ///< as shown everywhere
    std::optional<Error> error;  ///< an unreadable folder, a name that matches nothing
};
/// In natural order of the path, each file once (a link and its file are one). `output_folder` and
/// all below it is left out.
/// * A path that exists is itself, whatever characters are in it.
/// * "@list" names a file with one path or pattern per line, '#' for comments; a line is relative
/// to
///   the current folder if it exists there, else to the folder of the list.
/// * Patterns: *, ?, [a-z], [!a-z] and ** for any number of folders; a leading dot is written out.
/// * Links to folders are followed, no folder is walked twice; pipes, sockets and devices are never
///   opened: an entry with SND-R006. What matches nothing is an entry with SND-R005.
std::vector<InputPath> expand_paths(std::span<const std::string> paths,
                                    const std::string& output_folder);

}  // namespace sneddon
