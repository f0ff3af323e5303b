#include "read/container/unpack_error.hpp"

#include <fmt/core.h>

#include <utility>

namespace sneddon {

Error unpack_error(std::string_view where, std::string found) {
    return {"SND-R040", std::string(where), std::move(found),
            "a zip or gz file that holds together, of texts up to 1 GiB",
            "copy or pack it again, or unpack it with another program and give the folder"};
}

std::string found_at_end(const Inflated& inflated) {
    switch (inflated.end) {
        case InflateEnd::cut_off:
            return fmt::format("packed bytes that end after {} bytes of the text",
                               inflated.bytes.size());
        case InflateEnd::bomb:
            return fmt::format("{} packed bytes that become {} and more, as no measured text does",
                               inflated.packed_bytes, inflated.bytes.size());
        case InflateEnd::at_limit:
            return fmt::format("more than the {} bytes that it may have", inflated.bytes.size());
        case InflateEnd::damaged:
        case InflateEnd::whole:
            break;
    }
    return fmt::format("packed bytes that are damaged near byte {}", inflated.packed_bytes);
}

}  // namespace sneddon
