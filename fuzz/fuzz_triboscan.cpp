// A TriboScan text whose rows, cells and marks change.
#include <cstdint>

#include "check_content.hpp"
#include "text_mutator.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sneddon::fuzz::check(sneddon::read_bytes(sneddon::fuzz::bytes_of(data, size), "fuzz.txt", {}));
    return 0;
}
