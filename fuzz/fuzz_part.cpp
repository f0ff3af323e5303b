// Any bytes as what one file gave: behind the head and before the hash of a part of a study, and as
// it lies in a cache.
#include <cstdint>

#include "base/sha256.hpp"
#include "pipeline/parts/byte_archive.hpp"
#include "pipeline/parts/outcome_archive.hpp"
#include "pipeline/parts/part_file.hpp"
#include "scratch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    using namespace sneddon::fuzz;
    const std::string bytes(bytes_of(data, size));
    if (const auto outcome = unpacked(bytes)) require(packed(*outcome) == bytes);
    ByteWriter version;
    version(archive_version());
    const std::string body = "sneddon part\n" + version.bytes() + bytes;
    const auto part = PartFile::open(scratch_file("part", body + sha256_hex(body)));
    require_answer(part);
    if (!part) return 0;
    if (const auto trouble = part->for_each([](FileOutcome&&) {})) require_told(*trouble);
    return 0;
}
