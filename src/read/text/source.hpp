// What every reader of a format is given.
#pragma once

#include <string>
#include <string_view>

#include "sneddon/base/result.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

enum class SourceExtent {
    whole_file,
    beginning,  ///< the rest was left out on purpose: nothing is truncated
};

struct Source {
    /// Text without its byte order mark and not in UTF-16, or the bytes of a binary file.
    std::string_view text;
    std::string_view name;
    const ReadOptions& options;
    SourceExtent extent = SourceExtent::whole_file;
};

/// "name:line" of the byte at `position`.
std::string where(const Source& source, std::size_t position);

}  // namespace sneddon
