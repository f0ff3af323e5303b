#pragma once

#include <string>
#include <string_view>

#include "base/files/file_bytes.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// The bytes of a path: of a file, or of one in an archive ("archive.zip/inner.txt"), unpacked.
/// Errors: SND-R001, R005, R007, R040.
Result<FileBytes> open_path(const std::string& path, FilePart part = {});

struct OpenedInput {
    FileBytes file;
    bool is_whole = true;
};

/// What may lie among measurements: of a file above 1 GiB that is no test, a film or an archive,
/// only the beginning is brought into memory, as much as tells what it is. Errors: those of
/// open_path, SND-R043 (larger than its kind can be, found before it is read).
Result<OpenedInput> open_input(const std::string& path, const ReadOptions& options);

/// A compound file is found through tables that may lie at its end, the columns of .hys, .nmd and
/// .hap stand one behind the other, a .tdm is one XML text: half of such a file is no test.
bool is_read_whole(std::string_view bytes);

/// Of a file that need not be read whole.
std::size_t looked_at_bytes(GlanceAt at);

/// What a glance needs of a file: its beginning, or all of it. Errors: as open_input.
Result<FileBytes> open_for_glance(const std::string& path, GlanceAt at = GlanceAt::curves);

}  // namespace sneddon
