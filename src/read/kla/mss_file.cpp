#include "read/kla/mss_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "read/container/implode.hpp"
#include "read/container/little_endian.hpp"

namespace sneddon {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view specimens_folder = "Specimen/", raw = "/RawData/";

// A column: u32 mark, two u16, u32 of numbers, u32 of packed bytes.
constexpr std::uint32_t column_mark = 0xD0BED0BE;
constexpr std::size_t column_head = 16, column_count_at = 8, column_packed_at = 12;
// A table: two marks, place of the outermost table, two marks, u32 of unpacked bytes, one more,
// u32 of packed bytes.
constexpr std::uint32_t table_mark = 0xDAD8BEEF;
constexpr std::size_t table_head = 32, root_at = 8, pages_at = 20, table_packed_at = 28;
// Columns that hardly change are packed a hundredfold; a whole file is some 1.6 fold.
constexpr std::size_t most_times = 32, always_unpacked = std::size_t{16} << 20;

std::string_view view(const std::vector<char>& bytes) {
    return {bytes.data(), bytes.size()};
}

/// "Specimen/abc/RawData/_Time" -> "abc"; empty for other paths.
std::string_view specimen_of(std::string_view path) {
    if (!path.starts_with(specimens_folder)) return "";
    path.remove_prefix(specimens_folder.size());
    const std::size_t end = path.find('/');
    return end == std::string_view::npos ? "" : path.substr(0, end);
}

}  // namespace

bool is_mss(std::string_view bytes) {
    if (!is_ole_file(bytes)) return false;
    const auto file = OleFile::open(bytes, "");
    if (file)
        return std::ranges::any_of(file->streams(), [](const OleStream& stream) {
            return !specimen_of(stream.path).empty() && stream.path.find(raw) != std::string::npos;
        });
    // One that was cut off may still hold heads of columns.
    return bytes.find("\xBE\xD0\xBE\xD0\x02\x02"sv) != std::string_view::npos;
}

Error MssFile::broken(std::string_view path, std::string_view what) const {
    return {"SND-R033", name_,
            fmt::format("a NanoSuite file (.mss) whose stream '{}' {}", path, what), "a whole file",
            "copy the file again: it was cut off or damaged"};
}

Result<MssFile> MssFile::open(std::string_view bytes, std::string_view name) {
    auto file = OleFile::open(bytes, name);
    if (!file) return file.error();
    MssFile mss(std::move(file).value(), bytes.size(), name);
    if (auto error = mss.list_streams()) return *error;
    return mss;
}

std::optional<Error> MssFile::list_streams() {
    for (std::size_t i = 0; i < file_.streams().size(); ++i) {
        const std::string& path = file_.streams()[i].path;
        if (!streams_.emplace(path, i).second) return broken(path, "is there twice");
        if (const auto specimen = specimen_of(path); !specimen.empty())
            specimens_.emplace_back(specimen);
    }
    std::ranges::sort(specimens_);
    specimens_.erase(std::unique(specimens_.begin(), specimens_.end()), specimens_.end());
    return std::nullopt;
}

std::vector<std::string> MssFile::columns_of(const std::string& specimen) const {
    const std::string folder = fmt::format("{}{}{}", specimens_folder, specimen, raw);
    std::vector<std::string> names;
    for (auto stream = streams_.lower_bound(folder);
         stream != streams_.end() && stream->first.starts_with(folder); ++stream)
        names.push_back(stream->first.substr(folder.size()));
    return names;
}

// What streams share, sectors or packed bytes that swell, is bounded by the size of the file.
Result<std::string> MssFile::read(const std::string& path) {
    const OleStream& stream = file_.streams()[streams_.at(path)];
    packed_read_ += static_cast<std::size_t>(stream.size);
    if (packed_read_ > size_)
        return broken(path, "lies upon others: together they are longer than the file");
    return file_.read(stream);
}

Result<std::vector<char>> MssFile::unpack(std::string_view packed, std::size_t size,
                                          const std::string& path) {
    unpacked_ += size;
    if (unpacked_ > always_unpacked + most_times * size_)
        return broken(path, fmt::format("declares {} bytes, more than this file can hold", size));
    Exploded found = explode(packed, size);
    if (!found.trouble.empty())
        return broken(path, fmt::format("has packed bytes {}", found.trouble));
    return std::move(found.bytes);
}

Result<std::vector<double>> MssFile::column(const std::string& path) {
    const auto stream = read(path);
    if (!stream) return stream.error();
    const std::string_view bytes = *stream;
    if (bytes.size() < column_head || u32_at(bytes, 0) != column_mark ||
        u32_at(bytes, column_packed_at) != bytes.size() - column_head)
        return broken(path, "has not the head of a column");
    const std::size_t count = u32_at(bytes, column_count_at);
    if (count == 0) return std::vector<double>();
    const auto unpacked = unpack(bytes.substr(column_head), count * sizeof(double), path);
    if (!unpacked) return unpacked.error();
    std::vector<double> numbers(count);
    for (std::size_t i = 0; i < count; ++i)
        numbers[i] = f64_at(view(*unpacked), i * sizeof(double));
    return numbers;
}

Result<MssTableBytes> MssFile::table(const std::string& path) {
    MssTableBytes found;
    if (!has(path)) return found;
    const auto stream = read(path);
    if (!stream) return stream.error();
    const std::string_view bytes = *stream;
    if (bytes.size() < table_head || u32_at(bytes, 0) != table_mark ||
        u32_at(bytes, table_packed_at) != bytes.size() - table_head)
        return broken(path, "has not the head of a table");
    auto pages = unpack(bytes.substr(table_head), u32_at(bytes, pages_at), path);
    if (!pages) return pages.error();
    found.pages = std::move(pages).value();
    MssTableFound parsed = read_mss_table(view(found.pages), u32_at(bytes, root_at));
    if (!parsed.trouble.empty()) return broken(path, fmt::format("is a table {}", parsed.trouble));
    found.table = std::move(parsed.table);
    return found;
}

}  // namespace sneddon
