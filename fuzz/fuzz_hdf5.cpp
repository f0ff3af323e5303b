// Any bytes behind the signature of HDF5; and an archive in which some bytes are others: two bytes
// of the input say where, the third what.
#include <cstdint>
#include <string>

#include "check_content.hpp"
#include "unit/read/hdf5/archive_bytes.hpp"
#include "unit/read/hdf5/archive_tests.hpp"

namespace {

std::string sound_archive() {
    const auto tests = sneddon::testing::archive_tests();
    return sneddon::testing::Hdf5Bytes::of(
        sneddon::testing::archive_item(sneddon::tables_of(tests), tests));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    sneddon::fuzz::check(
        sneddon::read_bytes(std::string("\x89HDF\r\n\x1a\n", 8) + bytes, "fuzz.h5", {}));
    static const std::string sound = sound_archive();
    std::string archive = sound;
    for (std::size_t i = 0; i + 3 <= size; i += 3)
        archive[(data[i] + std::size_t{256} * data[i + 1]) % archive.size()] =
            static_cast<char>(data[i + 2]);
    sneddon::fuzz::check(sneddon::read_bytes(archive, "fuzz.h5", {}));
    return 0;
}
