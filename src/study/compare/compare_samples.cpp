#include "study/compare/compare_samples.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"
#include "study/groups/compared_quantities.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

double mean_of(const StudyResult& study, const Rows& rows, QuantityIndex quantity) {
    return mean(finite_values(study.tests, rows, quantity));
}

/// What is not known counts nothing, and is said.
double known_part(double u) {
    return is_nan(u) ? 0 : u;
}

/// One value of each independent unit.
std::vector<double> values_of_units(const StudyResult& study, const SampleRows& sample,
                                    QuantityIndex quantity, SampleUnit unit) {
    if (unit == SampleUnit::test) return finite_values(study.tests, sample.rows, quantity);
    std::vector<double> means;
    for (const Rows& session : sample.sessions) {
        const double mean = mean_of(study, session, quantity);
        if (is_finite(mean)) means.push_back(mean);
    }
    return means;
}

/// What all tests share is nearly one number.
double mean_u_common(const StudyResult& study, const Rows& rows, QuantityIndex quantity) {
    std::vector<double> all;
    for (const std::size_t row : rows)
        if (is_finite(study.tests[row].u_common[quantity]))
            all.push_back(study.tests[row].u_common[quantity]);
    return mean(all);
}

TipShare tip_share(const SampleMean& a, const SampleMean& b) {
    if (a.area.sensitivity == 0 && b.area.sensitivity == 0) return TipShare::no_part;
    if (!a.area.tip->u_relative || !b.area.tip->u_relative) return TipShare::not_known;
    return are_one_tip(*a.area.tip, *b.area.tip) ? TipShare::shared : TipShare::different;
}

/// Of the difference of two samples that are equal: both with the middle sensitivity.
double u_if_samples_are_equal(const SampleMean& a, const SampleMean& b) {
    const std::vector<AreaPart> parts = {a.area, b.area};
    return u_through_area(of_equal_samples(parts), std::array{1.0, -1.0});
}

/// Scatter, and the known parts beside it.
EstimateError error_of(const SampleDifference& found) {
    return {found.welch.standard_error, found.welch.df,
            std::hypot(known_part(found.u_tip), known_part(found.u_other))};
}

void add_interval(SampleDifference& found, const SampleMean& a, const SampleMean& b) {
    const std::array parts = {a.area, b.area};
    found.tip = tip_share(a, b);
    found.u_tip = u_through_area(parts, std::array{1.0, -1.0});
    found.u_mimicked = u_if_samples_are_equal(a, b);
    found.u_other = std::abs(a.u_other - b.u_other);
    const EstimateError all = error_of(found);
    found.u = all.together();
    const double reach = reach_of(all, 1 - significance);
    found.ci95 = {found.welch.difference - reach, found.welch.difference + reach};
    found.p = two_sided_p(found.welch.difference,
                          {found.welch.standard_error, found.welch.df, found.u_mimicked});
}

SampleMean relative(SampleMean of_sample) {
    const double mean = of_sample.mean;
    of_sample.se /= mean;
    of_sample.u_other /= mean;
    of_sample.area.sensitivity /= mean;
    return of_sample;
}

/// On the scale of ln: exp(ln(a/b) -+ t u).
void add_ratio(SampleDifference& found, const SampleMean& a, const SampleMean& b) {
    if (!(a.mean > 0 && b.mean > 0)) return;
    const SampleMean of_a = relative(a), of_b = relative(b);
    const double se = std::hypot(of_a.se, of_b.se);
    const double df = std::pow(se, 4) / (std::pow(of_a.se, 4) / static_cast<double>(a.n - 1) +
                                         std::pow(of_b.se, 4) / static_cast<double>(b.n - 1));
    const std::array parts = {of_a.area, of_b.area};
    const double u_tip = u_through_area(parts, std::array{1.0, -1.0});
    found.ratio = a.mean / b.mean;
    const EstimateError error{
        se, df, std::hypot(known_part(u_tip), known_part(of_a.u_other - of_b.u_other))};
    found.u_ratio = error.together();
    const double reach = reach_of(error, 1 - significance);
    found.ratio_ci95 = {found.ratio * std::exp(-reach), found.ratio * std::exp(reach)};
}

class Comparer {
  public:
    Comparer(const StudyResult& study, std::span<const SampleTip> tips, double margin,
             const IsPair& is_pair)
        : study_(study),
          tips_(tips),
          margin_(margin),
          is_pair_(is_pair),
          loads_(samples_at_loads(study)) {}

    /// One quantity is one family of tests: the question "do samples differ in H_IT?"
    std::vector<SampleDifference> family(QuantityIndex quantity) const {
        std::vector<SampleDifference> found;
        for (const SamplesAtLoad& load : loads_)
            for (std::size_t i = 0; i < load.samples.size(); ++i)
                for (std::size_t j = i + 1; j < load.samples.size(); ++j)
                    add_pair(found, load, load.samples[i], load.samples[j], quantity);
        correct_pairs_by_holm(found, [](const SampleDifference& pair) { return pair.p; });
        return found;
    }

  private:
    void add_pair(std::vector<SampleDifference>& found, const SamplesAtLoad& load,
                  const SampleRows& a, const SampleRows& b, QuantityIndex quantity) const {
        if (is_pair_ && !is_pair_(a.place, b.place)) return;
        SampleDifference pair;
        pair.quantity = quantity;
        pair.load_function = load.load_function;
        pair.a = a.name;
        pair.b = b.name;
        pair.is_of_sessions = a.has_sessions() && b.has_sessions();
        const SampleUnit unit = pair.is_of_sessions ? SampleUnit::session : SampleUnit::test;
        pair.welch = welch_test(values_of_units(study_, a, quantity, unit),
                                values_of_units(study_, b, quantity, unit));
        if (is_nan(pair.welch.p)) return;  // too few values, or no spread
        const SampleMean of_a = sample_mean(study_, a, tip_of(a), quantity, unit);
        const SampleMean of_b = sample_mean(study_, b, tip_of(b), quantity, unit);
        pair.mean_a = of_a.mean;
        pair.mean_b = of_b.mean;
        add_interval(pair, of_a, of_b);
        add_ratio(pair, of_a, of_b);
        pair.spread = compare_spreads(study_.tests, a.rows, b.rows, quantity);
        pair.equivalence = are_equivalent(pair.mean_a, pair.mean_b, error_of(pair), margin_);
        found.push_back(std::move(pair));
    }

    const SampleTip& tip_of(const SampleRows& sample) const {
        static const SampleTip unknown;
        return sample.place < tips_.size() ? tips_[sample.place] : unknown;
    }

    const StudyResult& study_;
    std::span<const SampleTip> tips_;
    double margin_;
    const IsPair& is_pair_;
    std::vector<SamplesAtLoad> loads_;
};

}  // namespace

SampleMean sample_mean(const StudyResult& study, const SampleRows& sample, const SampleTip& tip,
                       QuantityIndex quantity, SampleUnit unit) {
    const Moments all = moments(values_of_units(study, sample, quantity, unit));
    SampleMean found;
    found.n = all.n;
    found.mean = all.mean;
    found.se = all.sd / std::sqrt(static_cast<double>(all.n));
    found.area = {
        &tip, mean_of(study, sample.rows, "h_c_nm"_q),
        area_sensitivity(quantity, tip, all.mean, mean_of(study, sample.rows, "E_r_GPa"_q))};
    const double u_area = found.area.sensitivity * tip.u_relative.value_or(nan);
    const double u_common = mean_u_common(study, sample.rows, quantity);
    const double of_area = found.area.sensitivity == 0 ? 0 : u_area;
    found.u_other = std::sqrt(std::max(u_common * u_common - of_area * of_area, 0.0));
    if (is_nan(u_common) || is_nan(of_area)) found.u_other = nan;
    return found;
}

std::vector<SampleDifference> compare_samples(const StudyResult& study,
                                              std::span<const SampleTip> tips, double margin,
                                              const IsPair& is_pair) {
    std::vector<SampleDifference> all;
    const Comparer comparer(study, tips, margin, is_pair);
    for (const QuantityIndex quantity : compared_quantities)
        for (SampleDifference& pair : comparer.family(quantity)) all.push_back(std::move(pair));
    return all;
}

}  // namespace sneddon
