// The head of an NI TDM file (.tdm, XML): groups of channels, and where in the .tdx the numbers of
// each are.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

enum class TdmNumber {
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    float32,
    float64,
};
std::uint64_t bytes_of_number(TdmNumber number);

/// Numbers in a row in the .tdx.
struct TdmBlock {
    std::uint64_t offset_bytes = 0, length = 0;
    TdmNumber number = TdmNumber::float64;
};

/// How the values of a channel come about (ASAM ODS, sequence_representation).
enum class TdmSequence {
    values,    ///< explicit: as they stand in the block
    constant,  ///< implicit_constant: a
    linear,    ///< implicit_linear: a + i b, i = 0, 1, ...
    scaled,    ///< raw_linear: a + b times the block's value
    unknown,   ///< texts, times, saws and polynomials: not read
};

struct TdmChannel {
    std::string name, unit;
    std::uint64_t rows = 0;
    TdmSequence sequence = TdmSequence::unknown;
    std::string why_unknown;
    TdmBlock block;  ///< of values and scaled
    double a = 0, b = 0;
};

struct TdmGroup {
    std::string name;
    std::vector<TdmChannel> channels;
};

struct TdmHead {
    std::string title;      ///< name of the root: what program wrote it
    std::string body_name;  ///< of the .tdx, without folders
    bool is_big_endian = false;
    std::vector<TdmGroup> groups;
    std::map<std::string, std::string, std::less<>> attributes;  ///< of the root

    const TdmGroup* find_group(std::string_view name) const;
};
const TdmChannel* find_channel(const TdmGroup& group, std::string_view name);

/// A head of a thousand channels has 1 MiB. The tree of more might not fit into memory: a tag of
/// four bytes takes 72.
inline constexpr std::size_t most_tdm_head_bytes = std::size_t{2} << 20;

/// Errors: SND-R051. Nothing of the .tdx is looked at: tdm_values() does that.
Result<TdmHead> read_tdm_head(std::string_view xml, std::string_view name);

}  // namespace sneddon
