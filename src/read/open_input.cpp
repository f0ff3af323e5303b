#include "read/open_input.hpp"

#include <utility>

#include "read/container/ole_file.hpp"
#include "read/readers.hpp"

namespace sneddon {
namespace {

constexpr std::size_t large_file = std::size_t{1} << 30;
constexpr std::size_t beginning = std::size_t{8} << 20;  // more than a glance takes in

}  // namespace

Result<OpenedInput> open_input(const std::filesystem::path& path, const ReadOptions& options) {
    std::error_code ignored;
    const bool is_large = std::filesystem::is_regular_file(path, ignored) &&
                          std::filesystem::file_size(path, ignored) > large_file;
    if (is_large) {
        auto start = FileBytes::open(path, {0, beginning});
        if (!start) return start.error();
        const auto glance = glance_bytes(start->bytes(), path.string(), options);
        if (!glance || !glance->content.companion.empty())
            return OpenedInput{std::move(*start), false};
    }
    auto whole = FileBytes::open(path);
    if (!whole) return whole.error();
    return OpenedInput{std::move(*whole), true};
}

bool is_read_whole(std::string_view bytes) {
    if (is_ole_file(bytes)) return true;
    const Opening opening = open_bytes(bytes);
    return is_hysitron_hys(opening) || is_kla_nmd(opening) || is_fischer_hap(opening);
}

Result<FileBytes> open_for_glance(const std::string& path) {
    auto start = FileBytes::open(path, {0, beginning});
    return start && is_read_whole(start->bytes()) ? FileBytes::open(path) : std::move(start);
}

}  // namespace sneddon
