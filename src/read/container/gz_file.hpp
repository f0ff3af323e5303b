// One file packed by gzip, alone or in several streams behind each other.
#pragma once

#include <string>
#include <string_view>

#include "sneddon/base/result.hpp"

namespace sneddon {

bool is_gz_file(std::string_view bytes);

enum class PackedExtent {
    whole,
    beginning,  ///< the rest was left out on purpose: the end is not looked at
};

/// What is packed in `bytes`, at most `most_bytes` of it with PackedExtent::beginning.
/// Errors: SND-R040.
Result<std::string> unpack_gz(std::string_view bytes, std::string_view name, PackedExtent extent,
                              std::size_t most_bytes);

}  // namespace sneddon
