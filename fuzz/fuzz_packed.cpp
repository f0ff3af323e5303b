// Any bytes as a zip archive and as a gzip file: each file in it is what was packed, or an error.
#include <cstdint>
#include <string>

#include "check_content.hpp"
#include "read/container/gz_file.hpp"
#include "read/container/zip_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string marked = "\x1F\x8B" + std::string(bytes);
    sneddon::fuzz::check(sneddon::read_bytes(marked, "fuzz.gz", {}));
    if (const auto zip = sneddon::ZipFile::open(bytes, "fuzz.zip"))
        for (const sneddon::ZipEntry& entry : zip->entries()) {
            const auto unpacked = zip->unpack(entry);
            sneddon::fuzz::require(!unpacked || unpacked->size() == entry.bytes);
        }
    return 0;
}
