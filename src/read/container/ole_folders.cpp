#include "read/container/ole_folders.hpp"

#include <algorithm>

#include "base/encoding.hpp"
#include "read/container/little_endian.hpp"

namespace sneddon {
namespace {

// Places in an entry, [MS-CFB] 2.6.1.
constexpr std::size_t entry_size = 128, name_size_at = 64, kind_at = 66, left_at = 68;
constexpr std::size_t right_at = 72, child_at = 76, first_at = 116, size_at = 120;
constexpr std::uint32_t none = 0xFFFFFFFF, kind_folder = 1, kind_stream = 2, kind_root = 5;
constexpr std::size_t deepest = 8;  // of NanoSuite: 4; a limit of the memory for paths

struct Place {
    std::uint32_t entry;
    std::string folder;  // "" or "a/b/"
    std::size_t depth;
};

OleStream stream_of(std::string_view entry) {
    OleStream stream;
    const std::size_t length = std::min<std::size_t>(u16_at(entry, name_size_at), name_size_at);
    if (length > 2)  // with a zero at its end
        stream.path = utf16_to_utf8(entry.substr(0, length - 2), Encoding::utf16le);
    stream.first = u32_at(entry, first_at);
    stream.size = u32_at(entry, size_at);  // what stands above is undefined in small sectors
    return stream;
}

}  // namespace

OleFolders read_ole_folders(std::string_view entries) {
    OleFolders folders;
    const std::size_t count = entries.size() / entry_size;
    if (count == 0 || byte_at(entries, kind_at) != kind_root) {
        folders.trouble = "without a root folder";
        return folders;
    }
    folders.root = stream_of(entries.substr(0, entry_size));
    std::vector<bool> is_seen(count, false);
    is_seen[0] = true;
    std::vector<Place> places = {{u32_at(entries, child_at), "", 0}};
    while (!places.empty()) {
        const Place place = std::move(places.back());
        places.pop_back();
        if (place.entry == none) continue;
        if (place.entry >= count || is_seen[place.entry] || place.depth > deepest) {
            folders.trouble = place.entry >= count    ? "with a folder that leads nowhere"
                              : place.depth > deepest ? "with folders deeper than any instrument's"
                                                      : "with folders in a circle";
            return folders;
        }
        is_seen[place.entry] = true;
        const std::string_view entry = entries.substr(place.entry * entry_size, entry_size);
        places.push_back({u32_at(entry, left_at), place.folder, place.depth});
        places.push_back({u32_at(entry, right_at), place.folder, place.depth});
        OleStream stream = stream_of(entry);
        stream.path.insert(0, place.folder);
        const std::uint32_t kind = byte_at(entry, kind_at);
        if (kind == kind_folder)
            places.push_back({u32_at(entry, child_at), stream.path + "/", place.depth + 1});
        if (kind == kind_stream) folders.streams.push_back(std::move(stream));
    }
    return folders;
}

}  // namespace sneddon
