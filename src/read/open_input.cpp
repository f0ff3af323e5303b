#include "read/open_input.hpp"

#include <utility>

#include "read/container/hdf5_file.hpp"
#include "read/container/ole_file.hpp"

namespace sneddon {
namespace {

constexpr std::size_t large_file = std::size_t{1} << 30;
constexpr std::size_t beginning = std::size_t{8} << 20;  // more than a glance takes in

// Their tables may lie at their ends.
bool is_read_whole(std::string_view start) {
    return is_ole_file(start) || is_hdf5_file(start);
}

}  // namespace

Result<OpenedInput> open_input(const std::filesystem::path& path, const ReadOptions& options) {
    std::error_code ignored;
    const bool is_large = std::filesystem::is_regular_file(path, ignored) &&
                          std::filesystem::file_size(path, ignored) > large_file;
    if (is_large) {
        auto start = FileBytes::open(path, {0, beginning});
        if (!start) return start.error();
        if (!is_read_whole(start->bytes())) {
            const auto glance = glance_bytes(start->bytes(), path.string(), options);
            if (!glance || !glance->content.companion.empty())
                return OpenedInput{std::move(*start), false};
        }
    }
    auto whole = FileBytes::open(path);
    if (!whole) return whole.error();
    return OpenedInput{std::move(*whole), true};
}

Result<FileBytes> open_for_glance(const std::string& path) {
    auto start = FileBytes::open(path, {0, beginning});
    return start && is_read_whole(start->bytes()) ? FileBytes::open(path) : std::move(start);
}

}  // namespace sneddon
