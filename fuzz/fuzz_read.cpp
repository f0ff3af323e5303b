// Any bytes as a file: read_bytes ends with tests, a companion or an error that has a page. The
// length says whether with units from outside, and whether as `look` reads it: one way in a run is
// faster.
#include <cstdint>
#include <string_view>

#include "check_content.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const ReadOptions units{.units = {{"load", "mN"}, {"depth", "nm"}, {"time", "s"}}};
    if (size % 3 == 0) {
        const auto glance = glance_bytes(bytes, "fuzz", {});
        if (glance) fuzz::check(glance->content);
        return 0;
    }
    fuzz::check(read_bytes(bytes, "fuzz", size % 3 == 1 ? ReadOptions{} : units));
    return 0;
}
