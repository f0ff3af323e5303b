#include "read/hdf5/archive_tables.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/nan.hpp"

namespace sneddon {
namespace {

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
    to.time_stamp.push_back(test.time_stamp ? texts.place_of(*test.time_stamp) : no_archive_text);
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

std::vector<std::vector<std::size_t>> channels_of_tests(const ArchiveTables& tables) {
    std::vector<std::vector<std::size_t>> channels(tables.number.size());
    for (std::size_t i = 0; i < tables.channel.size(); ++i)
        channels[static_cast<std::size_t>(tables.channel_test[i])].push_back(
            static_cast<std::size_t>(tables.channel[i]));
    return channels;
}

}  // namespace sneddon
