#include "numeric/resampling/resampling.hpp"

#include <algorithm>
#include <numeric>

namespace sneddon {
namespace {

std::vector<std::size_t> counting_from_zero(std::size_t count) {
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
}

struct LabelRuns {
    std::vector<std::size_t> rows;   ///< by label, within a label in their order
    std::vector<std::size_t> begin;  ///< of each label's rows, and the end
};

LabelRuns runs_of(std::span<const int> labels) {
    LabelRuns runs{counting_from_zero(labels.size()), {0}};
    std::ranges::stable_sort(runs.rows, {}, [&](std::size_t row) { return labels[row]; });
    for (std::size_t i = 1; i <= runs.rows.size(); ++i)
        if (i == runs.rows.size() || labels[runs.rows[i]] != labels[runs.rows[i - 1]])
            runs.begin.push_back(i);
    return runs;
}

}  // namespace

std::span<const std::size_t> ResamplingPlan::rows_of(std::size_t unit) const {
    return std::span(rows).subspan(unit_begin[unit], unit_begin[unit + 1] - unit_begin[unit]);
}

ResamplingPlan independent_rows(std::size_t count) {
    return {counting_from_zero(count), counting_from_zero(count + 1), {0, count}};
}

ResamplingPlan rows_within_strata(std::span<const int> strata) {
    LabelRuns runs = runs_of(strata);
    return {std::move(runs.rows), counting_from_zero(strata.size() + 1), std::move(runs.begin)};
}

ResamplingPlan whole_clusters(std::span<const int> clusters) {
    LabelRuns runs = runs_of(clusters);
    const std::size_t count = runs.begin.size() - 1;
    return {std::move(runs.rows), std::move(runs.begin), {0, count}};
}

void draw_rows(const ResamplingPlan& plan, RandomStream& stream, std::vector<std::size_t>& rows) {
    rows.clear();
    for (std::size_t s = 0; s < plan.strata(); ++s) {
        const std::size_t first = plan.stratum_begin[s];
        const std::size_t count = plan.stratum_begin[s + 1] - first;
        for (std::size_t i = 0; i < count; ++i) {
            const auto drawn = plan.rows_of(first + stream.index(count));
            rows.insert(rows.end(), drawn.begin(), drawn.end());
        }
    }
}

}  // namespace sneddon
