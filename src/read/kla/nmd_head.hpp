// The tests and channels of a Nanomechanics/KLA file (.nmd): XML between other bytes, then the
// numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct NmdChannel {
    std::string name;
    std::size_t count = 0;     ///< of doubles, lowest byte first
    std::size_t position = 0;  ///< of the first, in the file
};

struct NmdTest {
    std::string name;
    std::vector<NmdChannel> channels;
};

/// Of the XML: a test of 50 channels has 20 KiB, and the tree of more than this might not fit into
/// memory.
inline constexpr std::size_t most_nmd_xml_bytes = std::size_t{8} << 20;

/// Where "<SAMPLE " begins, within the first 64 KiB; npos: this is no such file.
std::size_t find_nmd_sample(std::string_view bytes);

/// Behind the XML each test, of it each system channel and then each channel is a count (i32) and
/// as many doubles; the last ends where the file ends. Errors: SND-R055.
Result<std::vector<NmdTest>> read_nmd_head(std::string_view bytes, std::string_view name);

}  // namespace sneddon
