#include "model/complete_points.hpp"

#include <algorithm>
#include <utility>

#include "base/nan.hpp"
#include "base/numbers/all_finite.hpp"

namespace sneddon {
namespace {

bool is_complete(const Curve& curve, std::size_t i) {
    return is_finite(curve.time_s[i]) && is_finite(curve.depth_nm[i]) &&
           is_finite(curve.load_uN[i]);
}

/// Column by column, which takes less than to ask after each point.
bool has_all_numbers(const Curve& curve) {
    return all_finite(curve.time_s) && all_finite(curve.depth_nm) && all_finite(curve.load_uN);
}

std::vector<double> picked(const std::vector<double>& values, const std::vector<std::size_t>& at) {
    std::vector<double> chosen;
    chosen.reserve(at.size());
    for (const std::size_t i : at) chosen.push_back(values[i]);
    return chosen;
}

}  // namespace

CompletePoints::CompletePoints(const Test& test) : original_(&test) {
    leave_out_missing();
    mend_time();
    average_oscillation();
}

void CompletePoints::leave_out_missing() {
    const Curve& curve = original_->curve;
    if (has_all_numbers(curve)) return;
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (!is_complete(curve, i)) ++missing_;
    if (missing_ == 0) return;

    index_in_file_.reserve(curve.size() - missing_);
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (is_complete(curve, i)) index_in_file_.push_back(i);
    copy_ = *original_;
    copy_->curve.time_s = picked(curve.time_s, index_in_file_);
    copy_->curve.depth_nm = picked(curve.depth_nm, index_in_file_);
    copy_->curve.load_uN = picked(curve.load_uN, index_in_file_);
    for (Channel& channel : copy_->curve.channels)
        channel.values = picked(channel.values, index_in_file_);
    for (SegmentMark& mark : copy_->marks)
        mark.first = static_cast<std::size_t>(std::ranges::lower_bound(index_in_file_, mark.first) -
                                              index_in_file_.begin());
}

void CompletePoints::mend_time() {
    if (const auto sound = repair_of_rising(test().curve.time_s)) {
        time_repair_ = *sound;
        return;
    }
    std::vector<double> time_s = test().curve.time_s;
    time_repair_ = make_steady(time_s);
    if (time_repair_.lone == 0 && !time_repair_.is_spread) return;
    if (!copy_) copy_ = *original_;
    copy_->curve.time_s = std::move(time_s);
}

void CompletePoints::average_oscillation() {
    oscillation_ = find_oscillation(test().curve.time_s, test().curve.load_uN);
    if (!oscillation_) return;
    if (!copy_) copy_ = *original_;
    Curve& curve = copy_->curve;
    curve.load_uN = over_one_period(curve.load_uN, oscillation_->period_points);
    curve.depth_nm = over_one_period(curve.depth_nm, oscillation_->period_points);
}

std::size_t CompletePoints::missing_between(std::size_t first, std::size_t last) const {
    if (index_in_file_.empty() || last <= first) return 0;
    return (index_in_file_[last] - index_in_file_[first]) - (last - first);
}

}  // namespace sneddon
