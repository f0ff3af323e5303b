#include "study/pop_ins/group_fits.hpp"

#include <algorithm>
#include <cmath>

#include "analyse/pop_ins/pop_ins.hpp"
#include "model/units.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/tails.hpp"
#include "sneddon/model/quantities.hpp"
#include "study/archive_fields.hpp"

namespace sneddon {

template <class Archive, Either<SearchedTest> T>
void fields(Archive& archive, T& it) {
    auto& [load_uN, jump_nm, limit_nm, noise_nm, from_uN, to_uN, later] = it;
    archive(load_uN, jump_nm, limit_nm, noise_nm, from_uN, to_uN, later);
}

template <class Archive, Either<FirstLoadParameters> T>
void fields(Archive& archive, T& it) {
    auto& [law, share, jump] = it;
    auto& [family, location, scale] = law;
    auto& [level, power, spread] = jump;
    archive(family, location, scale, share, level, power, spread);
}

template <class Archive, Either<FirstLoadFit> T>
void fields(Archive& archive, T& it) {
    auto& [state, parameters, intervals, share, log_likelihood, criteria, share_unseen] = it;
    archive(state, parameters, intervals, share, log_likelihood, criteria, share_unseen);
}

template <class Archive, Either<SizeFit> T>
void fields(Archive& archive, T& it) {
    auto& [family, state, alpha, cut, alpha_ci95, cut_ci95, log_likelihood, criteria] = it;
    archive(family, state, alpha, cut, alpha_ci95, cut_ci95, log_likelihood, criteria);
}

template <class Archive, Either<SizeGoodness> T>
void fields(Archive& archive, T& it) {
    auto& [ks, p, replicates] = it;
    archive(ks, p, replicates);
}

namespace {

constexpr std::size_t curve_points = 61;
constexpr double upper_95 = 0.975;

MeanOfTests mean_of(std::span<const double> values) {
    const Summary summary = summarise(values);
    MeanOfTests of{summary.mean, {}};
    if (summary.n < 2) return of;
    const auto n = static_cast<double>(summary.n);
    const double half = student_quantile(upper_95, n - 1) * summary.sd / std::sqrt(n);
    of.ci95 = {summary.mean - half, summary.mean + half};
    return of;
}

/// The events of loading of a test, the first one apart.
struct SearchedRow {
    SearchedTest test;
    std::vector<const PopIn*> events;
};

SearchedRow searched(const TestRow& row) {
    SearchedRow of;
    for (const PopIn& event : row.pop_ins)
        if (event.kind == PopInKind::loading) of.events.push_back(&event);
    SearchedTest& test = of.test;
    test.limit_nm = row.values["pop_in_limit_nm"_q];
    test.noise_nm = row.values["pop_in_noise_nm"_q];
    test.from_uN = row.values["pop_in_from_uN"_q];
    test.to_uN = row.values["F_max_uN"_q];
    if (of.events.empty()) return of;
    test.load_uN = of.events.front()->load_uN;
    test.jump_nm = of.events.front()->jump_nm;
    test.to_uN = std::max(test.to_uN, test.load_uN);
    test.later = of.events.size() - 1;
    return of;
}

std::vector<SearchedRow> searched_rows(const std::string& group,
                                       const std::vector<TestRow>& tests) {
    std::vector<SearchedRow> rows;
    for (const TestRow& row : tests) {
        if (!is_searched_test_of(group, row)) continue;
        SearchedRow of = searched(row);
        const SearchedTest& test = of.test;
        if (test.limit_nm > 0 && test.noise_nm > 0 && test.to_uN > std::max(test.from_uN, 0.0))
            rows.push_back(std::move(of));
    }
    return rows;
}

std::vector<double> evenly(double low, double high) {
    std::vector<double> places;
    for (std::size_t i = 0; i < curve_points; ++i)
        places.push_back(low + (high - low) * static_cast<double>(i) / (curve_points - 1));
    return places;
}

void fit_first(const std::vector<SearchedRow>& rows, const Memory& memory, PopInFinding& finding) {
    std::vector<SearchedTest> tests;
    for (const SearchedRow& row : rows) tests.push_back(row.test);
    const FirstLoadLikelihood likelihood(tests);
    finding.later_per_uN = likelihood.later_rate_per_uN();
    double top_uN = 0;
    for (const SearchedTest& test : tests) top_uN = std::max(top_uN, test.to_uN);
    for (std::size_t i = 0; i < finding.fits.size(); ++i) {
        const FirstLoadFamily family = all_first_load_families[i];
        FirstLoadFit& fit = finding.fits[i] = remembered(
            memory, "first loads", [&] { return fit_first_loads(likelihood, family); }, tests,
            family);
        if (!fit.is_fitted()) continue;
        if (finding.curve_uN.empty()) finding.curve_uN = evenly(0, top_uN);
        for (const double load_uN : finding.curve_uN) {
            const FirstLoadParameters& parameters = fit.parameters;
            finding.curves[i].popped.push_back(parameters.share * parameters.law.cdf(load_uN));
            finding.curves[i].shown.push_back(likelihood.probability_shown(parameters, load_uN));
        }
        const auto known = std::ranges::find(all_first_load_families, finding.preferred);
        if (known == all_first_load_families.end() ||
            fit.criteria.aic <
                finding.fits[static_cast<std::size_t>(known - all_first_load_families.begin())]
                    .criteria.aic)
            finding.preferred = fit.parameters.law.family;
    }
}

void fit_sizes_of(std::span<const SeenSize> sizes, const SizeGoodnessOptions& goodness,
                  const Memory& memory, SizeFinding& finding) {
    finding.n = sizes.size();
    std::vector<double> ascending;
    for (const SeenSize& one : sizes) ascending.push_back(one.size);
    std::ranges::sort(ascending);
    double least = HUGE_VAL;
    for (std::size_t i = 0; i < finding.fits.size(); ++i) {
        const SizeFit& fit = finding.fits[i] = fit_sizes(sizes, all_size_families[i]);
        finding.goodness[i] = remembered(
            memory, "goodness of sizes",
            [&] { return goodness_of_sizes(ascending, fit, finding.from, goodness); }, ascending,
            fit, finding.from, goodness.replicates, goodness.seed);
        if (!fit.is_fitted() || !(fit.criteria.aic < least)) continue;
        least = fit.criteria.aic;
        finding.preferred = fit.family;
    }
}

// A size of 2 sd above the limit is found with p = 0.977. Tests with more noise are left out, so
// that one limit holds for all that are counted. Energies count from that of the least such jump at
// the largest load of a pop-in: smaller ones would be found at small loads only.
void find_sizes(const std::vector<SearchedRow>& rows, const SizeGoodnessOptions& goodness,
                const Memory& memory, PopInFinding& finding) {
    constexpr double certain_sd = 2, kept = 0.95;
    std::vector<double> from_nm;
    const auto certain_nm = [](const SearchedTest& test) {
        return test.limit_nm + certain_sd * test.noise_nm;
    };
    for (const SearchedRow& row : rows) from_nm.push_back(certain_nm(row.test));
    const double from = quantile(from_nm, kept);
    std::vector<SeenSize> jumps, energies;
    double largest_uN = 0;
    for (const SearchedRow& row : rows) {
        if (certain_nm(row.test) > from) continue;
        for (const PopIn* event : row.events) {
            if (event->jump_nm < from) continue;
            jumps.push_back({event->jump_nm, from});
            energies.push_back({event->energy_pJ, 0});
            largest_uN = std::max(largest_uN, event->load_uN);
            finding.jumps_nm.push_back(event->jump_nm);
        }
    }
    const double from_pJ = pJ_per_uN_nm * largest_uN * from;
    std::erase_if(energies, [&](const SeenSize& energy) { return energy.size < from_pJ; });
    for (SeenSize& energy : energies) energy.from = from_pJ;
    std::ranges::sort(finding.jumps_nm);
    finding.jumps = {"pop_in_jump_nm", "nm", 0, from, {}, {}, {}};
    finding.energies = {"pop_in_energy_pJ", "pJ", 0, from_pJ, {}, {}, {}};
    fit_sizes_of(jumps, goodness, memory, finding.jumps);
    fit_sizes_of(energies, goodness, memory, finding.energies);
    if (!finding.jumps.preferred) return;
    const auto place = std::ranges::find(all_size_families, *finding.jumps.preferred);
    const SizeFit& fit =
        finding.jumps.fits[static_cast<std::size_t>(place - all_size_families.begin())];
    for (const double log_size : evenly(std::log(from), std::log(finding.jumps_nm.back()))) {
        finding.size_curve_nm.push_back(std::exp(log_size));
        finding.size_curve.push_back(fit.survival(std::max(std::exp(log_size), from), from));
    }
}

void find_detection(const std::vector<SearchedRow>& rows, PopInFinding& finding) {
    constexpr double drawn_sd = 4;  // to either side of the limit
    std::vector<double> limits, noises;
    for (const SearchedRow& row : rows) {
        limits.push_back(row.test.limit_nm);
        noises.push_back(row.test.noise_nm);
    }
    finding.limit_nm = median(limits);
    finding.noise_nm = median(noises);
    const double low = std::max(0.0, finding.limit_nm - drawn_sd * finding.noise_nm);
    finding.detect_nm = evenly(low, finding.limit_nm + drawn_sd * finding.noise_nm);
    for (const double jump_nm : finding.detect_nm)
        finding.detect.push_back(
            probability_to_detect(jump_nm, 1, finding.limit_nm, finding.noise_nm, 0));
}

}  // namespace

bool is_searched_test_of(const std::string& group, const TestRow& row) {
    return row.status == Status::used && row.load_function == group &&
           !is_nan(row.values["pop_ins"_q]);
}

void fit_pop_ins_of_group(const std::vector<TestRow>& tests, const SizeGoodnessOptions& goodness,
                          const Memory& memory, PopInFinding& finding) {
    const std::vector<SearchedRow> rows = searched_rows(finding.group, tests);
    std::vector<double> counts, first, none;
    for (const SearchedRow& row : rows) {
        counts.push_back(static_cast<double>(row.events.size()));
        if (row.test.is_seen())
            first.push_back(row.test.load_uN);
        else
            none.push_back(row.test.to_uN);
    }
    finding.events_per_test = mean_of(counts);
    finding.first_load_uN = mean_of(first);
    finding.survival = kaplan_meier(first, none);
    if (first.empty()) return;
    fit_first(rows, memory, finding);
    find_sizes(rows, goodness, memory, finding);
    find_detection(rows, finding);
}

}  // namespace sneddon
