#include "read/hdf5/archive_tables.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/nan.hpp"
#include "read/stated_tip.hpp"

namespace sneddon {
namespace {

constexpr std::int64_t no_text = -1;

std::int64_t whole(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

/// Each text once, in the order of first use.
class Texts {
  public:
    explicit Texts(ArchiveTables& tables) : tables_(tables) {}

    std::int64_t place_of(const std::string& text) {
        const auto [known, is_new] = places_.try_emplace(text, whole(places_.size()));
        if (is_new) {
            tables_.text_bytes.push_back(whole(text.size()));
            tables_.texts += text;
        }
        return known->second;
    }

  private:
    ArchiveTables& tables_;
    std::map<std::string, std::int64_t> places_;
};

class Channels {
  public:
    Channels(ArchiveTables& tables, Texts& texts) : tables_(tables), texts_(texts) {}

    void add(const Test& test, std::int64_t place) {
        std::map<std::pair<std::string, std::string>, int> seen;
        for (const Channel& channel : test.curve.channels) {
            const int nth = seen[{channel.name, channel.unit}]++;
            const auto [known, is_new] = columns_.try_emplace(
                std::tuple(channel.name, channel.unit, nth), whole(columns_.size()));
            if (is_new) {
                tables_.channel_name.push_back(texts_.place_of(channel.name));
                tables_.channel_unit.push_back(texts_.place_of(channel.unit));
            }
            tables_.channel_test.push_back(place);
            tables_.channel.push_back(known->second);
        }
    }

  private:
    ArchiveTables& tables_;
    Texts& texts_;
    std::map<std::tuple<std::string, std::string, int>, std::int64_t> columns_;
};

void add_numbers(ArchiveTables& to, const Test& test) {
    const auto or_nan = [](const std::optional<double>& value) { return value.value_or(nan); };
    to.number.push_back(test.number);
    to.points.push_back(whole(test.curve.size()));
    to.mark_source.push_back(static_cast<std::int64_t>(test.mark_source));
    to.declared_cycles.push_back(test.declared_cycles);
    to.x_um.push_back(test.position ? test.position->x_um : nan);
    to.y_um.push_back(test.position ? test.position->y_um : nan);
    to.poisson_ratio.push_back(or_nan(test.poisson_ratio));
    const AppliedByInstrument& applied = test.applied;
    to.applied_frame_compliance_nm_per_uN.push_back(or_nan(applied.frame_compliance_nm_per_uN));
    to.applied_drift_nm_per_s.push_back(or_nan(applied.drift_nm_per_s));
    const StatedByFile& stated = test.stated;
    to.stated_frame_compliance_nm_per_uN.push_back(or_nan(stated.frame_compliance_nm_per_uN));
    to.stated_drift_nm_per_s.push_back(or_nan(stated.drift_nm_per_s));
    to.stated_drift_rmse_nm.push_back(or_nan(stated.drift_rmse_nm));
    to.stated_drift_analysis_s.push_back(or_nan(stated.drift_analysis_s));
    to.stated_unloading_points_skipped.push_back(or_nan(stated.unloading_points_skipped));
    to.stated_unloading_points_share.push_back(or_nan(stated.unloading_points_share));
    to.monitor_points.push_back(whole(stated.monitor_time_s.size()));
    to.monitor_time_s.insert(to.monitor_time_s.end(), stated.monitor_time_s.begin(),
                             stated.monitor_time_s.end());
    to.monitor_depth_nm.insert(to.monitor_depth_nm.end(), stated.monitor_depth_nm.begin(),
                               stated.monitor_depth_nm.end());
}

void add_texts(ArchiveTables& to, Texts& texts, const Test& test, std::int64_t place) {
    to.name.push_back(texts.place_of(test.name));
    to.time_stamp.push_back(test.time_stamp ? texts.place_of(*test.time_stamp) : no_text);
    to.applied_evidence.push_back(texts.place_of(test.applied.evidence));
    for (const SegmentMark& mark : test.marks) {
        to.mark_test.push_back(place);
        to.mark_first.push_back(whole(mark.first));
        to.mark_label.push_back(texts.place_of(mark.label));
    }
    for (const VendorValue& value : test.vendor_values) {
        to.value_test.push_back(place);
        to.value_id.push_back(texts.place_of(value.id));
        to.value_unit.push_back(texts.place_of(value.unit));
        to.value_cycle.push_back(value.cycle);
        to.value.push_back(value.value);
    }
    for (const Inference& inference : test.inferences) {
        to.inference_test.push_back(place);
        to.inference_what.push_back(texts.place_of(inference.what));
        to.inference_value.push_back(texts.place_of(inference.value));
        to.inference_evidence.push_back(texts.place_of(inference.evidence));
    }
    for (const std::string& code : test.reader_flags) {
        to.flag_test.push_back(place);
        to.flag_code.push_back(texts.place_of(code));
    }
}

/// Columns of tables that are not trusted -> tests.
class TestsOfTables {
  public:
    TestsOfTables(const ArchiveTables& tables, std::uint64_t stored_bytes)
        : from_(tables), stored_bytes_(stored_bytes) {}

    /// Empty when all is well.
    std::string run(std::vector<Test>& tests) {
        if (has_more_rows_than_bytes()) return "more rows than a file of its size has";
        if (!find_texts()) return "texts that are not as long as they say";
        if (!has_rows_for_each_test() || !has_whole_rows()) return "columns of unequal length";
        tests.resize(from_.number.size());
        for (std::size_t i = 0; i < tests.size(); ++i)
            if (!add_numbers(i, tests[i])) return "a number of a test that cannot be";
        if (monitor_ != from_.monitor_time_s.size()) return "a monitor of no test";
        return add_rows(tests) ? "" : "a row of no test";
    }

  private:
    // A test takes some 600 bytes here and has points there; a row takes some 100, and a test with
    // as many as 30 is stored in more than 240.
    bool has_more_rows_than_bytes() const {
        constexpr std::uint64_t least_tests = 20'000, bytes_of_test = 32;
        constexpr std::uint64_t least_rows = 100'000, bytes_of_row = 8;
        std::uint64_t rows = 0;
        for (const auto* column : {&from_.mark_test, &from_.channel_test, &from_.value_test,
                                   &from_.inference_test, &from_.flag_test, &from_.text_bytes})
            rows += column->size();
        return from_.number.size() > least_tests + stored_bytes_ / bytes_of_test ||
               rows > least_rows + stored_bytes_ / bytes_of_row;
    }
    bool find_texts() {
        std::size_t position = 0;
        for (const std::int64_t bytes : from_.text_bytes) {
            if (bytes < 0 || static_cast<std::uint64_t>(bytes) > from_.texts.size() - position)
                return false;
            const auto length = static_cast<std::size_t>(bytes);
            texts_.emplace_back(std::string_view(from_.texts).substr(position, length));
            position += length;
        }
        return position == from_.texts.size();
    }
    bool has_rows_for_each_test() const {
        const std::size_t tests = from_.number.size();
        bool is_same = true;
        visit_columns(from_, [&](std::string_view name, const auto& column) {
            if (name.starts_with("tests/")) is_same = is_same && column.size() == tests;
        });
        return is_same;
    }
    bool has_whole_rows() const {
        const auto same = [](const auto& first, const auto&... others) {
            return ((others.size() == first.size()) && ...);
        };
        return same(from_.monitor_time_s, from_.monitor_depth_nm) &&
               same(from_.mark_test, from_.mark_first, from_.mark_label) &&
               same(from_.channel_test, from_.channel) &&
               same(from_.value_test, from_.value_id, from_.value_unit, from_.value_cycle,
                    from_.value) &&
               same(from_.inference_test, from_.inference_what, from_.inference_value,
                    from_.inference_evidence) &&
               same(from_.flag_test, from_.flag_code) &&
               same(from_.channel_name, from_.channel_unit);
    }
    /// Room for long texts of many rows is not given: each is a copy.
    std::optional<std::string> text(std::int64_t place) {
        if (place < 0 || static_cast<std::uint64_t>(place) >= texts_.size()) return std::nullopt;
        const std::string_view found = texts_[static_cast<std::size_t>(place)];
        constexpr std::uint64_t least_copied = std::uint64_t{32} << 20, times_the_file = 32;
        copied_ += found.size();
        if (copied_ > least_copied + times_the_file * stored_bytes_) return std::nullopt;
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
        if (from_.time_stamp[i] != no_text) {
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
        return add_monitor(from_.monitor_points[i], test.stated);
    }
    bool add_monitor(std::int64_t points, StatedByFile& stated) {
        if (points < 0 ||
            static_cast<std::uint64_t>(points) > from_.monitor_time_s.size() - monitor_)
            return false;
        const auto part = [&](const std::vector<double>& column) {
            const auto begin = column.begin() + static_cast<std::ptrdiff_t>(monitor_);
            return std::vector(begin, begin + points);
        };
        stated.monitor_time_s = part(from_.monitor_time_s);
        stated.monitor_depth_nm = part(from_.monitor_depth_nm);
        monitor_ += static_cast<std::size_t>(points);
        return true;
    }
    Test* test_of(std::int64_t place, std::vector<Test>& tests) const {
        const bool is_there = place >= 0 && static_cast<std::uint64_t>(place) < tests.size();
        return is_there ? &tests[static_cast<std::size_t>(place)] : nullptr;
    }
    bool add_rows(std::vector<Test>& tests) {
        for (std::size_t i = 0; i < from_.mark_test.size(); ++i)
            if (!add_mark(i, tests)) return false;
        for (std::size_t i = 0; i < from_.value_test.size(); ++i) {
            Test* test = test_of(from_.value_test[i], tests);
            VendorValue value;
            value.value = from_.value[i];
            if (!test || !set_text(value.id, from_.value_id[i]) ||
                !set_text(value.unit, from_.value_unit[i]) ||
                !set_number(value.cycle, from_.value_cycle[i]))
                return false;
            test->vendor_values.push_back(std::move(value));
        }
        for (Test& test : tests) keep_stated_tip_and_range(test);
        for (std::size_t i = 0; i < from_.inference_test.size(); ++i) {
            Test* test = test_of(from_.inference_test[i], tests);
            Inference inference;
            if (!test || !set_text(inference.what, from_.inference_what[i]) ||
                !set_text(inference.value, from_.inference_value[i]) ||
                !set_text(inference.evidence, from_.inference_evidence[i]))
                return false;
            test->inferences.push_back(std::move(inference));
        }
        for (std::size_t i = 0; i < from_.flag_test.size(); ++i) {
            Test* test = test_of(from_.flag_test[i], tests);
            std::string code;
            if (!test || !set_text(code, from_.flag_code[i])) return false;
            test->reader_flags.push_back(std::move(code));
        }
        return add_channels(tests);
    }
    bool add_mark(std::size_t i, std::vector<Test>& tests) {
        Test* test = test_of(from_.mark_test[i], tests);
        if (!test) return false;
        SegmentMark mark;
        const std::int64_t first = from_.mark_first[i];
        const std::int64_t points = from_.points[static_cast<std::size_t>(from_.mark_test[i])];
        if (first < 0 || first >= points || !set_text(mark.label, from_.mark_label[i]))
            return false;
        mark.first = static_cast<std::size_t>(first);
        if (!test->marks.empty() && test->marks.back().first >= mark.first) return false;
        test->marks.push_back(std::move(mark));
        return true;
    }
    bool add_channels(std::vector<Test>& tests) {
        for (std::size_t i = 0; i < from_.channel_test.size(); ++i) {
            Test* test = test_of(from_.channel_test[i], tests);
            const std::int64_t place = from_.channel[i];
            if (!test || place < 0 ||
                static_cast<std::uint64_t>(place) >= from_.channel_name.size())
                return false;
            Channel channel;
            const auto column = static_cast<std::size_t>(place);
            if (!set_text(channel.name, from_.channel_name[column]) ||
                !set_text(channel.unit, from_.channel_unit[column]))
                return false;
            test->curve.channels.push_back(std::move(channel));
        }
        return true;
    }

    const ArchiveTables& from_;
    std::uint64_t stored_bytes_;
    std::vector<std::string_view> texts_;
    std::uint64_t copied_ = 0;
    std::size_t monitor_ = 0;
};

}  // namespace

ArchiveTables tables_of(std::span<const Test> tests) {
    ArchiveTables tables;
    Texts texts(tables);
    Channels channels(tables, texts);
    for (std::size_t i = 0; i < tests.size(); ++i) {
        add_numbers(tables, tests[i]);
        add_texts(tables, texts, tests[i], whole(i));
        channels.add(tests[i], whole(i));
    }
    return tables;
}

std::optional<std::vector<Test>> tests_of(const ArchiveTables& tables, std::uint64_t stored_bytes,
                                          std::string& trouble) {
    std::vector<Test> tests;
    trouble = TestsOfTables(tables, stored_bytes).run(tests);
    return trouble.empty() ? std::optional(std::move(tests)) : std::nullopt;
}

std::vector<std::vector<std::size_t>> channels_of_tests(const ArchiveTables& tables) {
    std::vector<std::vector<std::size_t>> channels(tables.number.size());
    for (std::size_t i = 0; i < tables.channel.size(); ++i)
        channels[static_cast<std::size_t>(tables.channel_test[i])].push_back(
            static_cast<std::size_t>(tables.channel[i]));
    return channels;
}

}  // namespace sneddon
