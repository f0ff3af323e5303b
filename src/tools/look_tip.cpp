#include "tools/look_tip.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"
#include "study/checks/check_tip.hpp"

namespace sneddon {
namespace {

constexpr double in_contact = 0.02, unloaded = 0.05;  // parts of the peak load
constexpr double least_share = 0.05;                  // of cycles outside, as in a run

}  // namespace

DepthBounds depth_bounds(const Curve& curve, const Cycle& cycle, const Cycle& first) {
    if (first.load.is_empty() || cycle.unload.is_empty()) return {nan, nan};
    const std::size_t begin = first.load.begin, end = cycle.unload.end;
    double peak_uN = 0, deepest_nm = -1e300;
    for (std::size_t i = begin; i < end; ++i) {
        peak_uN = std::max(peak_uN, curve.load_uN[i]);
        deepest_nm = std::max(deepest_nm, curve.depth_nm[i]);
    }
    DepthBounds bounds{nan, deepest_nm - curve.depth_nm[begin]};
    std::size_t contact = begin;
    while (contact + 1 < end && curve.load_uN[contact] < in_contact * peak_uN) ++contact;
    if (curve.load_uN[end - 1] < unloaded * peak_uN)
        bounds.least_nm = curve.depth_nm[end - 1] - curve.depth_nm[contact];
    return bounds;
}

std::vector<Warning> tip_notes(const StudyFacts& facts, const std::optional<AreaFunction>& area,
                               bool is_tip_of_study_file, std::string_view last_day,
                               std::span<const DepthBounds> depths) {
    std::vector<Warning> notes;
    const std::string old = is_tip_of_study_file ? old_tip_text(facts, last_day) : "";
    if (!old.empty()) notes.push_back({"SND-G063", old, {}});
    if (!area || depths.empty()) return notes;
    const auto shallower = std::ranges::count_if(depths, [&](const DepthBounds& at) {
        return area->h_c_min_nm && at.most_nm < *area->h_c_min_nm;
    });
    const auto deeper = std::ranges::count_if(depths, [&](const DepthBounds& at) {
        return area->h_c_max_nm && at.least_nm > *area->h_c_max_nm;
    });
    if (static_cast<double>(shallower + deeper) <
            least_share * static_cast<double>(depths.size()) ||
        shallower + deeper == 0)
        return notes;
    const auto limit = [](const std::optional<double>& nm) {
        return nm ? fmt::format("{:.4g} nm", *nm) : std::string("any depth");
    };
    notes.push_back(
        {"SND-G064",
         fmt::format("the area function was calibrated from {} to {}: by their depths "
                     "alone {} of {} cycles are surely shallower and {} deeper; a run "
                     "flags each",
                     limit(area->h_c_min_nm), limit(area->h_c_max_nm),
                     count_text(static_cast<std::size_t>(shallower)), count_text(depths.size()),
                     count_text(static_cast<std::size_t>(deeper))),
         {}});
    return notes;
}

}  // namespace sneddon
