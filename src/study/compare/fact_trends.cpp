#include "study/compare/fact_trends.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "numeric/resampling/known_error.hpp"
#include "numeric/resampling/multiple_tests.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"
#include "study/compare/compare_samples.hpp"
#include "study/compare/number_facts.hpp"
#include "study/groups/compared_quantities.hpp"
#include "study/samples.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_samples = 3;  // a line through two has no scatter about it

struct ValuedMean {
    double value = 0;
    SampleMean sample;
};

/// By rising value; samples with no fact or no test with the quantity are left out.
std::vector<ValuedMean> valued_means(const StudyResult& study, std::span<const SampleTip> tips,
                                     const SamplesAtLoad& load, const std::string& fact,
                                     QuantityIndex quantity) {
    static const SampleTip unknown;
    std::vector<ValuedMean> found;
    for (const SampleRows& sample : load.samples) {
        const auto value = number_of(facts_of(study, sample.place), fact);
        if (!value) continue;
        const SampleTip& tip = sample.place < tips.size() ? tips[sample.place] : unknown;
        const SampleMean mean = sample_mean(study, sample, tip, quantity);
        if (is_finite(mean.mean)) found.push_back({*value, mean});
    }
    std::ranges::stable_sort(found, {}, &ValuedMean::value);
    return found;
}

bool has_three_values(const std::vector<ValuedMean>& means) {
    std::set<double> different;
    for (const ValuedMean& at : means) different.insert(at.value);
    return different.size() >= fewest_samples;
}

/// Of each mean in the slope: (x - mean x) / sum (x - mean x)^2.
std::vector<double> slope_weights(const std::vector<double>& values) {
    const Moments all = moments(values);
    std::vector<double> weights;
    for (const double value : values) weights.push_back((value - all.mean) / all.squares);
    return weights;
}

FactTrend trend_of(const std::vector<ValuedMean>& means) {
    FactTrend trend;
    std::vector<AreaPart> areas;
    for (const ValuedMean& at : means) {
        trend.values.push_back(at.value);
        trend.means.push_back(at.sample.mean);
        trend.tests += at.sample.n;
        areas.push_back(at.sample.area);
    }
    const LineFit line = fit_line(trend.values, trend.means);
    trend.slope = line.slope;
    trend.se = line.residual_sd / std::sqrt(moments(trend.values).squares);
    const std::vector<double> weights = slope_weights(trend.values);
    trend.u_tip = u_through_area(areas, weights);
    if (!(trend.se > 0)) return trend;  // means exactly on a line tell no scatter
    trend.df = static_cast<double>(means.size()) - 2;
    const double reach = reach_of({trend.se, trend.df, trend.u_tip}, 1 - significance);
    trend.ci95 = {trend.slope - reach, trend.slope + reach};
    const double u_if_equal = u_through_area(of_equal_samples(areas), weights);
    trend.p = two_sided_p(trend.slope, {trend.se, trend.df, u_if_equal});
    return trend;
}

}  // namespace

std::vector<FactTrend> find_fact_trends(const StudyResult& study, std::span<const SampleTip> tips) {
    std::vector<FactTrend> all;
    const std::vector<SamplesAtLoad> loads = samples_at_loads(study);
    const std::set<std::string> facts = number_facts(study);
    for (const QuantityIndex quantity : compared_quantities) {
        const std::size_t first = all.size();
        for (const std::string& fact : facts)
            for (const SamplesAtLoad& load : loads) {
                const auto means = valued_means(study, tips, load, fact, quantity);
                if (!has_three_values(means)) continue;
                FactTrend trend = trend_of(means);
                trend.quantity = quantity;
                trend.load_function = load.load_function;
                trend.fact = fact;
                all.push_back(std::move(trend));
            }
        std::vector<double> p;
        for (std::size_t i = first; i < all.size(); ++i) p.push_back(all[i].p);
        const std::vector<double> adjusted = holm_adjusted(p);
        for (std::size_t i = 0; i < adjusted.size(); ++i) all[first + i].p_holm = adjusted[i];
    }
    return all;
}

}  // namespace sneddon
