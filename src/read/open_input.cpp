#include "read/open_input.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "read/container/hdf5/hdf5_file.hpp"
#include "read/container/ole_file.hpp"
#include "read/container/zip_file.hpp"
#include "read/paths/zip_paths.hpp"
#include "read/readers.hpp"

namespace sneddon {
namespace {

constexpr std::size_t large_file = std::size_t{1} << 30;
constexpr std::size_t beginning = std::size_t{8} << 20;  // more than a glance takes in

std::size_t size_on_disk(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return 0;
    return std::filesystem::file_size(path, ignored);
}

/// Of the kinds read whole only our archive may weigh as much as a campaign does: the largest
/// workbook or instrument file seen has 60 MB.
Error too_large(const std::string& path, std::size_t size) {
    return {"SND-R043", path,
            fmt::format("{:.1f} GiB that begin as a workbook, packed or binary instrument file",
                        static_cast<double>(size) / static_cast<double>(large_file)),
            "at most 1 GiB; text and HDF5 may be larger",
            "save its tests in several files, or export them as text"};
}

}  // namespace

Result<FileBytes> open_path(const std::string& path, FilePart part) {
    const auto in_zip = path_in_zip(path);
    if (!in_zip) return FileBytes::open(path, part);
    const auto unpacked = read_from_zip(*in_zip);
    if (!unpacked) return unpacked.error();
    const std::string_view bytes = *unpacked;
    return FileBytes::copy_of(bytes.substr(std::min(part.begin, bytes.size()), part.most_bytes),
                              path);
}

Result<OpenedInput> open_input(const std::string& path, const ReadOptions& options) {
    const std::size_t size = size_on_disk(path);
    if (size > large_file) {
        auto start = FileBytes::open(path, {0, beginning});
        if (!start) return start.error();
        const std::string_view bytes = start->bytes();
        if (is_read_whole(bytes)) {
            if (!is_hdf5_file(bytes)) return too_large(path, size);
        } else {
            const auto glance = glance_bytes(bytes, path, options);
            if (!glance || !glance->content.companion.empty())
                return OpenedInput{std::move(*start), false};
        }
    }
    auto whole = open_path(path);
    if (!whole) return whole.error();
    return OpenedInput{std::move(*whole), true};
}

bool is_read_whole(std::string_view bytes) {
    if (is_ole_file(bytes) || is_zip_file(bytes) || is_hdf5_file(bytes)) return true;
    const Opening opening = open_bytes(bytes);
    return is_hysitron_hys(opening) || is_kla_nmd(opening) || is_fischer_hap(opening) ||
           is_ni_tdm(opening);
}

std::size_t looked_at_bytes(GlanceAt at) {
    return at == GlanceAt::heads ? std::size_t{16} << 10 : std::size_t{4} << 20;
}

Result<FileBytes> open_for_glance(const std::string& path, GlanceAt at) {
    auto start = open_path(path, {0, 2 * looked_at_bytes(at)});
    if (!start || !is_read_whole(start->bytes())) return start;
    const std::size_t size = size_on_disk(path);
    if (size > large_file && !is_hdf5_file(start->bytes())) return too_large(path, size);
    return open_path(path);
}

}  // namespace sneddon
