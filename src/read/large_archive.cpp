#include "read/large_archive.hpp"

#include <algorithm>
#include <utility>

#include "read/readers.hpp"
#include "read/turned_signs.hpp"
#include "read/units_not_applied.hpp"

namespace sneddon {
namespace {

// A thread has one in memory: 10 MB of columns. Eight pieces of each column, so that the piece that
// two neighbours both unpack is not much.
constexpr std::uint64_t points_of_stretch = std::uint64_t{1} << 18;

}  // namespace

LargeArchive::LargeArchive(std::unique_ptr<OpenArchive> archive, ReadOptions options,
                           std::vector<std::size_t> begins)
    : archive_(std::move(archive)), options_(std::move(options)), begins_(std::move(begins)) {}

std::unique_ptr<LargeArchive> LargeArchive::open(std::string_view bytes, std::string_view name,
                                                 const ReadOptions& options,
                                                 std::uint64_t most_points) {
    if (!is_hdf5_file(bytes) || !is_sneddon_hdf5(open_bytes(bytes))) return nullptr;
    auto archive = OpenArchive::open(bytes, name);
    if (!archive || (*archive)->points().count() <= most_points || !(*archive)->is_in_order())
        return nullptr;
    std::vector<std::size_t> begins =
        (*archive)->points().stretches(std::min(points_of_stretch, most_points));
    return std::unique_ptr<LargeArchive>(
        new LargeArchive(std::move(*archive), options, std::move(begins)));
}

bool LargeArchive::has_one_of(std::size_t stretch, const std::set<int>& numbers) const {
    for (std::size_t i = begins_[stretch]; i < begins_[stretch + 1]; ++i)
        if (numbers.contains(archive_->number(i))) return true;
    return false;
}

Result<FileContent> LargeArchive::read(std::size_t stretch) const {
    auto tests = archive_->read(begins_[stretch], begins_[stretch + 1]);
    if (!tests) return tests.error();
    FileContent content;
    content.format = "sneddon-hdf5";
    content.tests = std::move(*tests);
    tell_units_not_applied(content, without_signs(options_));
    turn_signs(content, options_);
    return content;
}

std::optional<Error> LargeArchive::first_damage(unsigned threads, Stop stop) const {
    return archive_->first_damage(threads, stop);
}

}  // namespace sneddon
