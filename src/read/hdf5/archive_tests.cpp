#include "read/hdf5/archive_tests.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "read/stated_tip.hpp"

namespace sneddon {
namespace {

using Wholes = ArchiveTables::Wholes;

/// Rows [begin, end) of a table.
struct RowRange {
    std::size_t begin = 0, end = 0;
};

/// Those of tests [first, last) among rows that name their test.
RowRange rows_of(const Wholes& test_of_row, std::size_t first, std::size_t last) {
    const auto place = [&](std::size_t test) {
        return static_cast<std::size_t>(
            std::ranges::lower_bound(test_of_row, static_cast<std::int64_t>(test)) -
            test_of_row.begin());
    };
    return {place(first), place(last)};
}

}  // namespace

/// Columns that are not trusted -> the tests of a stretch.
class StretchOfTests {
  public:
    StretchOfTests(const ArchiveTests& archive, std::size_t begin, std::size_t end)
        : archive_(archive),
          from_(*archive.from_),
          begin_(begin),
          end_(end),
          is_whole_(begin == 0 && end == archive.size()),
          tests_(end - begin) {}

    /// Empty when all is well.
    std::string run() {
        for (std::size_t i = begin_; i < end_; ++i)
            if (!add_numbers(i, tests_[i - begin_])) return "a number of a test that cannot be";
        return add_rows() ? "" : "a row of a test that cannot be";
    }
    std::vector<Test> take() { return std::move(tests_); }

  private:
    RowRange rows(const Wholes& test_of_row) const {
        if (is_whole_) return {0, test_of_row.size()};
        return rows_of(test_of_row, begin_, end_);
    }
    /// Room for long texts of many rows is not given: each is a copy.
    std::optional<std::string> text(std::int64_t place) {
        if (place < 0 || static_cast<std::uint64_t>(place) >= archive_.texts_.size())
            return std::nullopt;
        const std::string_view found = archive_.texts_[static_cast<std::size_t>(place)];
        constexpr std::uint64_t least_copied = std::uint64_t{32} << 20, times_the_file = 32;
        copied_ += found.size();
        if (copied_ > least_copied + times_the_file * archive_.stored_bytes_) return std::nullopt;
        return std::string(found);
    }
    bool set_text(std::string& to, std::int64_t place) {
        auto found = text(place);
        if (!found) return false;
        to = *std::move(found);
        return true;
    }
    bool set_number(int& to, std::int64_t value) const {
        to = static_cast<int>(value);
        return to == value;
    }
    bool add_numbers(std::size_t i, Test& test) {
        const auto given = [&](const std::vector<double>& column) {
            return std::isnan(column[i]) ? std::nullopt : std::optional(column[i]);
        };
        constexpr auto last_source = static_cast<std::int64_t>(MarkSource::marker);
        if (from_.mark_source[i] < 0 || from_.mark_source[i] > last_source) return false;
        test.mark_source = static_cast<MarkSource>(from_.mark_source[i]);
        if (!set_number(test.number, from_.number[i]) ||
            !set_number(test.declared_cycles, from_.declared_cycles[i]) ||
            !set_text(test.name, from_.name[i]) ||
            !set_text(test.applied.evidence, from_.applied_evidence[i]))
            return false;
        if (from_.time_stamp[i] != no_archive_text) {
            test.time_stamp = text(from_.time_stamp[i]);
            if (!test.time_stamp) return false;
        }
        if (!std::isnan(from_.x_um[i])) test.position = {from_.x_um[i], from_.y_um[i]};
        test.poisson_ratio = given(from_.poisson_ratio);
        test.applied.frame_compliance_nm_per_uN = given(from_.applied_frame_compliance_nm_per_uN);
        test.applied.drift_nm_per_s = given(from_.applied_drift_nm_per_s);
        test.stated.frame_compliance_nm_per_uN = given(from_.stated_frame_compliance_nm_per_uN);
        test.stated.drift_nm_per_s = given(from_.stated_drift_nm_per_s);
        test.stated.drift_rmse_nm = given(from_.stated_drift_rmse_nm);
        test.stated.drift_analysis_s = given(from_.stated_drift_analysis_s);
        test.stated.unloading_points_skipped = given(from_.stated_unloading_points_skipped);
        test.stated.unloading_points_share = given(from_.stated_unloading_points_share);
        const auto part = [&](const std::vector<double>& column) {
            return std::vector(
                column.begin() + static_cast<std::ptrdiff_t>(archive_.monitor_begin_[i]),
                column.begin() + static_cast<std::ptrdiff_t>(archive_.monitor_begin_[i + 1]));
        };
        test.stated.monitor_time_s = part(from_.monitor_time_s);
        test.stated.monitor_depth_nm = part(from_.monitor_depth_nm);
        return true;
    }
    Test* test_of(std::int64_t place) {
        const bool is_there = place >= 0 && static_cast<std::uint64_t>(place) >= begin_ &&
                              static_cast<std::uint64_t>(place) < end_;
        return is_there ? &tests_[static_cast<std::size_t>(place) - begin_] : nullptr;
    }
    bool add_rows() {
        const auto each = [this](const Wholes& test_of_row, auto add) {
            const RowRange range = rows(test_of_row);
            for (std::size_t i = range.begin; i < range.end; ++i) {
                Test* test = test_of(test_of_row[i]);
                if (test == nullptr || !add(i, *test)) return false;
            }
            return true;
        };
        if (!each(from_.mark_test, [this](auto i, Test& test) { return add_mark(i, test); }) ||
            !each(from_.value_test, [this](auto i, Test& test) { return add_value(i, test); }))
            return false;
        for (Test& test : tests_) keep_stated_tip_and_range(test);
        return each(from_.inference_test,
                    [this](auto i, Test& test) { return add_inference(i, test); }) &&
               each(from_.flag_test, [this](auto i, Test& test) { return add_flag(i, test); }) &&
               each(from_.channel_test,
                    [this](auto i, Test& test) { return add_channel(i, test); });
    }
    bool add_mark(std::size_t i, Test& test) {
        SegmentMark mark;
        const std::int64_t first = from_.mark_first[i];
        const std::int64_t points = from_.points[static_cast<std::size_t>(from_.mark_test[i])];
        if (first < 0 || first >= points || !set_text(mark.label, from_.mark_label[i]))
            return false;
        mark.first = static_cast<std::size_t>(first);
        if (!test.marks.empty() && test.marks.back().first >= mark.first) return false;
        test.marks.push_back(std::move(mark));
        return true;
    }
    bool add_value(std::size_t i, Test& test) {
        VendorValue value;
        value.value = from_.value[i];
        if (!set_text(value.id, from_.value_id[i]) || !set_text(value.unit, from_.value_unit[i]) ||
            !set_number(value.cycle, from_.value_cycle[i]))
            return false;
        test.vendor_values.push_back(std::move(value));
        return true;
    }
    bool add_inference(std::size_t i, Test& test) {
        Inference inference;
        if (!set_text(inference.what, from_.inference_what[i]) ||
            !set_text(inference.value, from_.inference_value[i]) ||
            !set_text(inference.evidence, from_.inference_evidence[i]))
            return false;
        test.inferences.push_back(std::move(inference));
        return true;
    }
    bool add_flag(std::size_t i, Test& test) {
        std::string code;
        if (!set_text(code, from_.flag_code[i])) return false;
        test.reader_flags.push_back(std::move(code));
        return true;
    }
    bool add_channel(std::size_t i, Test& test) {
        Channel channel;
        const auto column = static_cast<std::size_t>(from_.channel[i]);
        if (!set_text(channel.name, from_.channel_name[column]) ||
            !set_text(channel.unit, from_.channel_unit[column]))
            return false;
        test.curve.channels.push_back(std::move(channel));
        return true;
    }

    const ArchiveTests& archive_;
    const ArchiveTables& from_;
    std::size_t begin_, end_;
    bool is_whole_;
    std::vector<Test> tests_;
    std::uint64_t copied_ = 0;
};

std::optional<ArchiveTests> ArchiveTests::open(const ArchiveTables& tables,
                                               std::uint64_t stored_bytes, std::string& trouble) {
    ArchiveTests tests(tables, stored_bytes);
    if (tests.has_more_rows_than_bytes())
        trouble = "more rows than a file of its size has";
    else if (!tests.find_texts())
        trouble = "texts that are not as long as they say";
    else if (!tests.has_rows_for_each_test() || !tests.has_whole_rows())
        trouble = "columns of unequal length";
    else if (!tests.has_rows_of_its_tests())
        trouble = "a row of no test or no channel";
    else if (!tests.find_monitors())
        trouble = "a number of points of a monitor that cannot be";
    if (!trouble.empty()) return std::nullopt;
    return tests;
}

bool ArchiveTests::are_in_order() const {
    return std::ranges::all_of(rows_of_tests(), [](const Wholes* test_of_row) {
        return std::ranges::is_sorted(*test_of_row);
    });
}

std::array<const Wholes*, 5> ArchiveTests::rows_of_tests() const {
    return {&from_->mark_test, &from_->channel_test, &from_->value_test, &from_->inference_test,
            &from_->flag_test};
}

std::optional<std::vector<Test>> ArchiveTests::take(std::size_t begin, std::size_t end,
                                                    std::string& trouble) const {
    StretchOfTests stretch(*this, begin, end);
    trouble = stretch.run();
    return trouble.empty() ? std::optional(stretch.take()) : std::nullopt;
}

// A test takes some 600 bytes here and has points there; a row takes some 100, and a test with as
// many as 30 is stored in more than 240.
bool ArchiveTests::has_more_rows_than_bytes() const {
    constexpr std::uint64_t least_tests = 20'000, bytes_of_test = 32;
    constexpr std::uint64_t least_rows = 100'000, bytes_of_row = 8;
    std::uint64_t rows = 0;
    for (const auto* column : {&from_->mark_test, &from_->channel_test, &from_->value_test,
                               &from_->inference_test, &from_->flag_test, &from_->text_bytes})
        rows += column->size();
    return from_->number.size() > least_tests + stored_bytes_ / bytes_of_test ||
           rows > least_rows + stored_bytes_ / bytes_of_row;
}

bool ArchiveTests::find_texts() {
    std::size_t position = 0;
    for (const std::int64_t bytes : from_->text_bytes) {
        if (bytes < 0 || static_cast<std::uint64_t>(bytes) > from_->texts.size() - position)
            return false;
        const auto length = static_cast<std::size_t>(bytes);
        texts_.emplace_back(std::string_view(from_->texts).substr(position, length));
        position += length;
    }
    return position == from_->texts.size();
}

bool ArchiveTests::has_rows_for_each_test() const {
    const std::size_t tests = size();
    bool is_same = true;
    visit_columns(*from_, [&](std::string_view name, const auto& column) {
        if (name.starts_with("tests/")) is_same = is_same && column.size() == tests;
    });
    return is_same;
}

bool ArchiveTests::has_whole_rows() const {
    const auto same = [](const auto& first, const auto&... others) {
        return ((others.size() == first.size()) && ...);
    };
    return same(from_->monitor_time_s, from_->monitor_depth_nm) &&
           same(from_->mark_test, from_->mark_first, from_->mark_label) &&
           same(from_->channel_test, from_->channel) &&
           same(from_->value_test, from_->value_id, from_->value_unit, from_->value_cycle,
                from_->value) &&
           same(from_->inference_test, from_->inference_what, from_->inference_value,
                from_->inference_evidence) &&
           same(from_->flag_test, from_->flag_code) &&
           same(from_->channel_name, from_->channel_unit);
}

bool ArchiveTests::has_rows_of_its_tests() const {
    const auto is_there = [this](std::int64_t test) {
        return test >= 0 && std::cmp_less(test, size());
    };
    const auto is_channel = [this](std::int64_t channel) {
        return channel >= 0 && std::cmp_less(channel, from_->channel_name.size());
    };
    return std::ranges::all_of(from_->channel, is_channel) &&
           std::ranges::all_of(rows_of_tests(), [&](const Wholes* test_of_row) {
               return std::ranges::all_of(*test_of_row, is_there);
           });
}

bool ArchiveTests::find_monitors() {
    monitor_begin_.push_back(0);
    for (const std::int64_t points : from_->monitor_points) {
        const std::size_t begin = monitor_begin_.back();
        if (points < 0 || static_cast<std::uint64_t>(points) > from_->monitor_time_s.size() - begin)
            return false;
        monitor_begin_.push_back(begin + static_cast<std::size_t>(points));
    }
    return monitor_begin_.back() == from_->monitor_time_s.size();
}

}  // namespace sneddon
