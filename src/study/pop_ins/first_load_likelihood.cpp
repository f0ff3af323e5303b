#include "study/pop_ins/first_load_likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "numeric/sum/special_functions.hpp"
#include "study/pop_ins/gauss_legendre.hpp"

namespace sneddon {
namespace {

using std::exp, std::expm1, std::log, std::sqrt;

constexpr double class_width = 0.02;  // of ln limit and ln peak: classes whose means serve

double seen_later_per_uN(std::span<const SearchedTest> seen) {
    double later = 0, loads_uN = 0;
    for (const SearchedTest& test : seen) {
        later += static_cast<double>(test.later);
        loads_uN += std::max(test.to_uN - test.load_uN, 0.0);
    }
    return loads_uN > 0 ? later / loads_uN : 0;
}

long class_of(double value) {
    return std::lround(std::log(value) / class_width);
}

/// As a class of tests is made of one after the other: the mean of what U depends on.
void add_to_mean(const SearchedTest& test, double count, SearchedTest& mean) {
    const auto move = [&](double& to, double value) { to += (value - to) / count; };
    move(mean.load_uN, test.load_uN);
    move(mean.limit_nm, test.limit_nm);
    move(mean.noise_nm, test.noise_nm);
    move(mean.from_uN, test.from_uN);
}

struct Alike {
    std::vector<SearchedTest> means;
    std::vector<std::size_t> of;  ///< for each test its class
};

/// Of up to `most_singly` tests each for itself; of more, those of nearly one load and one limit
/// together: U is an integral for each, and 10^5 of them take hours.
Alike alike(const std::vector<SearchedTest>& seen) {
    constexpr std::size_t most_singly = 2000;
    Alike classes;
    std::map<std::pair<long, long>, std::size_t> places;
    std::vector<double> counts;
    for (const SearchedTest& test : seen) {
        std::size_t place = classes.means.size();
        if (seen.size() > most_singly)
            place = places.try_emplace({class_of(test.load_uN), class_of(test.limit_nm)}, place)
                        .first->second;
        if (place == classes.means.size()) {
            classes.means.push_back(test);
            counts.push_back(1);
        } else {
            add_to_mean(test, ++counts[place], classes.means[place]);
        }
        classes.of.push_back(place);
    }
    return classes;
}

/// Of ln jump with its noise: z = (expected - ln limit)/sd.
template <class Real>
struct SpreadSeen {
    Real z, sd;
};

/// ln of the jump that is expected at a load, and the jump.
template <class Real>
struct ExpectedJump {
    Real log_nm, size_nm;

    ExpectedJump(const JumpOfLoadOf<Real>& jump, const Real& log_load)
        : log_nm(jump.level + jump.power * log_load), size_nm(exp(log_nm)) {}
};

// What is measured of a jump is its size with a normal error of sd noise; as a part of the jump,
// where that decides (near the limit and above it), a normal error of ln jump.
template <class Real>
SpreadSeen<Real> spread_seen(const Real& spread, const ExpectedJump<Real>& expected,
                             double limit_nm, double log_limit, double noise_nm) {
    const bool is_above = value_of(expected.size_nm) > limit_nm;
    const Real noise = is_above ? noise_nm / expected.size_nm : Real(noise_nm / limit_nm);
    const Real sd = sqrt(spread * spread + noise * noise);
    return {(expected.log_nm - log_limit) / sd, sd};
}

}  // namespace

FirstLoadLikelihood::FirstLoadLikelihood(std::span<const SearchedTest> tests) {
    struct Sums {
        double from_uN = 0, to_uN = 0, count = 0;
        std::map<long, Limit> limits;
    };
    std::map<long, Sums> without, all;
    const auto add = [](const SearchedTest& test, Sums& sums) {
        Limit& limit = sums.limits[class_of(test.limit_nm)];
        limit = {limit.limit_nm + test.limit_nm, limit.noise_nm + test.noise_nm, limit.count + 1};
        sums.from_uN += test.from_uN;
        sums.to_uN += test.to_uN;
        sums.count += 1;
    };
    const auto means = [](const std::map<long, Sums>& of) {
        std::vector<Unseen> classes;
        for (const auto& [unused, sums] : of) {
            classes.push_back({sums.from_uN / sums.count, sums.to_uN / sums.count, sums.count, {}});
            for (const auto& [also_unused, limit] : sums.limits)
                classes.back().limits.push_back(
                    {limit.limit_nm / limit.count, limit.noise_nm / limit.count, limit.count});
        }
        return classes;
    };
    double logs = 0;
    for (const SearchedTest& test : tests) {
        add(test, all[class_of(test.to_uN)]);
        if (test.is_seen()) {
            seen_.push_back(test);
            logs += std::log(test.load_uN);
        } else {
            ++unseen_;
            add(test, without[class_of(test.to_uN)]);
        }
    }
    classes_ = means(without);
    of_all_ = means(all);
    reference_uN_ = std::exp(logs / static_cast<double>(seen_.size()));
    rate_ = seen_later_per_uN(seen_);
    Alike classes = alike(seen_);
    alike_ = std::move(classes.means);
    alike_of_ = std::move(classes.of);
}

double FirstLoadLikelihood::probability_seen(const JumpOfLoad& jump, double load_uN,
                                             double limit_nm, double noise_nm) const {
    if (!(load_uN > 0)) return 0;
    const ExpectedJump<double> expected(jump, std::log(load_uN / reference_uN_));
    return normal_cdf(spread_seen(jump.spread, expected, limit_nm, std::log(limit_nm), noise_nm).z);
}

// With u = G(x) the integral over g dx is one over u.
template <class Real>
std::vector<Real> FirstLoadLikelihood::none_seen(const FirstLoadParametersOf<Real>& parameters,
                                                 const Unseen& tests) const {
    const FirstLoadLawOf<Real>& law = parameters.law;
    const Real before = law.cdf(tests.from_uN), range = law.cdf(tests.to_uN) - before;
    const Real shown_before =
        rate_ > 0 ? before * -std::expm1(-rate_ * (tests.to_uN - tests.from_uN)) : Real(0);
    std::vector<Real> shown(tests.limits.size(), shown_before);
    for (const GaussNode& node : gauss_legendre_nodes()) {
        const Real below = before + range * node.place;
        if (!(value_of(range) > 0) || !(value_of(below) < 1)) break;
        const Real load_uN = law.quantile_uN(below);
        if (!(value_of(load_uN) > 0)) continue;
        const ExpectedJump<Real> expected(parameters.jump, log(load_uN / reference_uN_));
        const Real still = rate_ > 0 ? exp(-rate_ * (tests.to_uN - load_uN)) : Real(1);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const Limit& limit = tests.limits[i];
            const Real p = normal_cdf(spread_seen(parameters.jump.spread, expected, limit.limit_nm,
                                                  std::log(limit.limit_nm), limit.noise_nm)
                                          .z);
            shown[i] += range * node.weight * (1 - (1 - p) * still);
        }
    }
    for (Real& one : shown) one = 1 - parameters.share * one;
    return shown;
}

template <class Real>
Real FirstLoadLikelihood::not_yet_seen(const FirstLoadParametersOf<Real>& parameters,
                                       const SearchedTest& test) const {
    const FirstLoadLawOf<Real>& law = parameters.law;
    const Real before = law.cdf(test.from_uN), range = law.cdf(test.load_uN) - before;
    const double log_limit = std::log(test.limit_nm);
    Real sum = before * std::exp(-rate_ * (test.load_uN - test.from_uN));
    for (const GaussNode& node : gauss_legendre_nodes()) {
        const Real below = before + range * node.place;
        if (!(value_of(range) > 0) || !(value_of(below) < 1)) break;
        const Real load_uN = law.quantile_uN(below);
        const Real still = exp(-rate_ * (test.load_uN - load_uN));
        if (!(value_of(load_uN) > 0)) {  // no jump is seen there
            sum += range * node.weight * still;
            continue;
        }
        const ExpectedJump<Real> expected(parameters.jump, log(load_uN / reference_uN_));
        const Real p = normal_cdf(
            spread_seen(parameters.jump.spread, expected, test.limit_nm, log_limit, test.noise_nm)
                .z);
        sum += range * node.weight * (1 - p) * still;
    }
    return sum;
}

template <class Real>
std::vector<Real> FirstLoadLikelihood::not_yet_seen(
    const FirstLoadParametersOf<Real>& parameters) const {
    std::vector<Real> of_each;
    if (!(rate_ > 0)) return of_each;
    for (const SearchedTest& test : alike_) of_each.push_back(not_yet_seen(parameters, test));
    return of_each;
}

template <class Real>
Real FirstLoadLikelihood::sum(const FirstLoadParametersOf<Real>& parameters) const {
    const JumpOfLoadOf<Real>& jump = parameters.jump;
    const std::vector<Real> not_yet = not_yet_seen(parameters);
    Real sum = static_cast<double>(seen_.size()) * log(parameters.share);
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        const SearchedTest& test = seen_[i];
        const ExpectedJump<Real> expected(jump, std::log(test.load_uN / reference_uN_));
        const SpreadSeen<Real> seen = spread_seen(jump.spread, expected, test.limit_nm,
                                                  std::log(test.limit_nm), test.noise_nm);
        const Real z = (std::log(test.jump_nm) - expected.log_nm) / seen.sd;
        sum += -z * z / 2 - log(seen.sd) - log_sqrt_two_pi;
        const Real log_first = parameters.law.log_density(test.load_uN);
        if (!(rate_ > 0)) {
            sum += log_first;
            continue;
        }
        const Real p = normal_cdf(seen.z);
        constexpr double least = std::numeric_limits<double>::min();
        const Real later = rate_ * not_yet[alike_of_[i]] / (value_of(p) > least ? p : Real(least));
        sum += log(exp(log_first) + later);
    }
    for (const Unseen& tests : classes_) {
        const std::vector<Real> none = none_seen(parameters, tests);
        for (std::size_t i = 0; i < none.size(); ++i) sum += tests.limits[i].count * log(none[i]);
    }
    return sum;
}

template double FirstLoadLikelihood::sum(const FirstLoadParameters&) const;
template FirstLoadDual FirstLoadLikelihood::sum(const FirstLoadParametersOf<FirstLoadDual>&) const;

double FirstLoadLikelihood::probability_shown(const FirstLoadParameters& parameters,
                                              double load_uN) const {
    double shown = 0, count = 0;
    for (Unseen tests : of_all_) {
        tests.to_uN = std::min(tests.to_uN, load_uN);
        count += tests.count;
        if (!(tests.to_uN > tests.from_uN)) continue;
        const std::vector<double> none = none_seen(parameters, tests);
        for (std::size_t i = 0; i < none.size(); ++i)
            shown += tests.limits[i].count * (1 - none[i]);
    }
    return shown / count;
}

double FirstLoadLikelihood::share_unseen(const FirstLoadParameters& parameters) const {
    double popped = 0, count = 0;
    for (const Unseen& tests : of_all_) {
        popped += tests.count * parameters.share * parameters.law.cdf(tests.to_uN);
        count += tests.count;
    }
    const double shown = probability_shown(parameters, std::numeric_limits<double>::infinity());
    return 1 - shown * count / popped;
}

}  // namespace sneddon
