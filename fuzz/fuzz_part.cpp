// Any bytes as what one file gave: as it lies in a cache, and as the records of a part of a study.
#include <cstdint>

#include "base/byte_archive.hpp"
#include "base/sha256.hpp"
#include "pipeline/parts/outcome_archive.hpp"
#include "pipeline/parts/part_file.hpp"
#include "scratch.hpp"

namespace {

/// As PartWriter writes one: with the length and the hash that are right.
std::string record(const std::string& bytes) {
    sneddon::ByteWriter length;
    length(std::uint64_t{bytes.size()});
    return length.bytes() + sneddon::sha256_hex(bytes) + bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    using namespace sneddon::fuzz;
    const std::string bytes(bytes_of(data, size));
    if (const auto outcome = unpacked(bytes)) require(packed(*outcome) == bytes);
    ByteWriter version;
    version(outcome_version());
    auto part =
        PartFile::open(scratch_file("part", "sneddon part\n" + record(version.bytes() + bytes) +
                                                record(bytes) + record(bytes)));
    require_answer(part);
    if (!part) return 0;
    if (const auto trouble = part->for_each_outcome(PartDepth::curves, [](FileOutcome&&) {}))
        require_told(*trouble);
    return 0;
}
