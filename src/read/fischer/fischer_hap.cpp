// Tests of a Fischerscope (.hap; WIN-HCU). From a description alone (hap2hdf.py of the project
// micromechanics): no file was at hand, so that every test is flagged.
#include <fmt/core.h>

#include <cmath>
#include <limits>
#include <optional>

#include "model/units.hpp"
#include "read/container/little_endian.hpp"
#include "read/readers.hpp"

namespace sneddon {
namespace {

using namespace std::string_view_literals;

// The end of a double, then 95, 65, 100 and 20 and a byte 1: in front of each test.
constexpr std::string_view test_mark =
    "\xE8\x3F\0\0\0\0\0\xC0\x57\x40\0\0\0\0\0\x40\x50\x40\0\0\0\0\0\0\x59\x40\0\0\0\0\0\0\x34\x40\x01"sv;
constexpr std::size_t behind_test_mark = 40;
constexpr std::string_view time_mark = "SMC017\0"sv;
constexpr std::size_t time_from_its_mark = 128;
constexpr std::size_t behind_times = 8;
// How many tests there are stands behind the way in which they were placed.
constexpr std::size_t at_placing = 0x4CF, count_of_line = 0x5BD, count_of_array = 0x5C2,
                      count_of_others = 0x52B, head_bytes = 0x600;
constexpr double largest_mN = 1e5, largest_um = 1e5, largest_s = 1e7;  // beyond any such instrument

class Reader {
  public:
    explicit Reader(const Source& source) : source_(source), bytes_(source.text) {}

    Result<FileContent> read() {
        if (bytes_.size() < head_bytes) return wrong("a file cut off in its head");
        const std::string_view placing = bytes_.substr(at_placing, 10);
        const std::size_t at_count = placing == "CKoordLine"   ? count_of_line
                                     : placing == "CKoordArra" ? count_of_array
                                                               : count_of_others;
        const std::uint32_t count = u32_at(bytes_, at_count);
        if (count == 0 || count > bytes_.size() / test_mark.size())
            return wrong(fmt::format("{} tests in {} bytes", count, bytes_.size()));
        at_ = at_count + sizeof(count);
        FileContent content;
        for (std::uint32_t i = 0; i < count; ++i) {
            auto test = read_test(i + 1, count);
            if (!test) return test.error();
            content.tests.push_back(std::move(test).value());
        }
        return content;
    }

  private:
    Error wrong(std::string found) const {
        return {"SND-R055", std::string(source_.name), std::move(found),
                "the layout of the description of .hap", "export the tests as text from WIN-HCU"};
    }

    Result<Test> read_test(std::uint32_t number, std::uint32_t count) {
        const auto cannot = [&](std::string_view what) {
            return wrong(fmt::format("test {} of {}: {}", number, count, what));
        };
        const std::size_t mark = bytes_.find(test_mark, at_);
        if (mark == bytes_.npos) return cannot("no mark in front of its numbers");
        at_ = mark + test_mark.size() + behind_test_mark;
        Test test;
        test.number = static_cast<int>(number);
        const auto points = read_count();
        if (!points || !read_column(*points, uN_per_mN, largest_mN, test.curve.load_uN))
            return cannot("no loads");
        if (read_count() != points ||
            !read_column(*points, nm_per_um, largest_um, test.curve.depth_nm))
            return cannot("not as many depths as loads");
        const std::size_t times = bytes_.find(time_mark, at_);
        if (times == bytes_.npos) return cannot("no mark in front of its times");
        at_ = times + time_from_its_mark;
        if (!read_column(*points, 1, largest_s, test.curve.time_s)) return cannot("no times");
        at_ = std::min(at_ + behind_times, bytes_.size());
        test.reader_flags.emplace_back("SND-R054");
        test.inferences.push_back(
            {"units", "mN, µm, s", "a description of .hap by others; no file was at hand"});
        return test;
    }

    std::optional<std::size_t> read_count() {
        if (at_ > bytes_.size() || bytes_.size() - at_ < sizeof(std::int16_t)) return std::nullopt;
        const std::uint16_t count = u16_at(bytes_, at_);
        at_ += sizeof(count);
        if (count < 2 || count > std::numeric_limits<std::int16_t>::max()) return std::nullopt;
        return count;
    }

    /// False where the bytes end or hold what no instrument gives.
    bool read_column(std::size_t points, double factor, double largest,
                     std::vector<double>& values) {
        if (at_ > bytes_.size() || (bytes_.size() - at_) / sizeof(double) < points) return false;
        values.reserve(points);
        for (std::size_t i = 0; i < points; ++i) {
            const double value = f64_at(bytes_, at_ + i * sizeof(double));
            if (!(std::abs(value) < largest)) return false;
            values.push_back(factor * value);
        }
        at_ += points * sizeof(double);
        return true;
    }

    const Source& source_;
    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace

bool is_fischer_hap(const Opening& opening) {
    constexpr std::size_t looked_at = std::size_t{16} << 10;
    return !opening.is_text &&
           opening.bytes.substr(0, looked_at).find(test_mark) != std::string_view::npos;
}

Result<FileContent> read_fischer_hap(const Source& source) {
    return Reader(source).read();
}

}  // namespace sneddon
