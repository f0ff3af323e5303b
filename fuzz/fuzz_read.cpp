// Any bytes as a file: read_bytes ends with tests, a companion or an error that has a page.
#include <cstdint>
#include <string_view>

#include "check_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    sneddon::fuzz::check(sneddon::read_bytes(bytes, "fuzz", {}));
    sneddon::fuzz::check(
        sneddon::read_bytes(bytes, "fuzz", {{{"load", "mN"}, {"depth", "nm"}, {"time", "s"}}}));
    const auto glance = sneddon::glance_bytes(bytes, "fuzz", {});
    if (glance) sneddon::fuzz::check(glance->content);
    return 0;
}
