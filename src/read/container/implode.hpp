// Bytes packed by "implode" of PKWARE's Data Compression Library: literals of 8 bits, and repeats
// of what stood before, of up to 518 bytes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sneddon {

struct Exploded {
    std::vector<char> bytes;
    std::string_view trouble;  ///< empty, or what is wrong with the packed bytes
};

/// `size` is what the file declares; another number of bytes is trouble. The memory is bounded by
/// what the packed bytes can give (some 170 times their number) and by `size`.
/// Source: the description of the format by B. Rudiak-Gould in comp.compression (2001-08-13), which
/// zlib's contrib/blast documents too. Literals in Huffman codes ("ASCII mode") are trouble: no
/// instrument is known to write them.
Exploded explode(std::string_view packed, std::size_t size);

}  // namespace sneddon
