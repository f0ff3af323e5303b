#include "read/container/gz_file.hpp"

#include "read/container/inflate.hpp"
#include "read/container/unpack_error.hpp"

namespace sneddon {
namespace {

using namespace std::string_view_literals;

bool is_padding(std::string_view bytes) {
    return bytes.find_first_not_of('\0') == std::string_view::npos;
}

}  // namespace

bool is_gz_file(std::string_view bytes) {
    return bytes.starts_with("\x1F\x8B"sv);
}

Result<std::string> unpack_gz(std::string_view bytes, std::string_view name, PackedExtent extent,
                              std::size_t most_bytes) {
    const std::size_t most =
        extent == PackedExtent::beginning ? most_bytes : static_cast<std::size_t>(most_unpacked);
    std::string text;
    for (std::string_view left = bytes; !is_padding(left);) {
        if (!is_gz_file(left))
            return unpack_error(name, "other bytes behind the end of the gzip stream");
        Inflated part = inflate_bytes(left, Packing::gzip, most - text.size());
        if (text.empty())
            text = std::move(part.bytes);
        else
            text += part.bytes;
        if (part.end == InflateEnd::at_limit && extent == PackedExtent::beginning) return text;
        if (part.end == InflateEnd::cut_off && extent == PackedExtent::beginning && !text.empty())
            return text;
        if (part.end != InflateEnd::whole) {
            part.bytes.swap(text);
            return unpack_error(name, found_at_end(part));
        }
        left.remove_prefix(part.packed_bytes);
    }
    return text;
}

}  // namespace sneddon
