// The likelihood of first pop-ins, where a part of the tests has none and small ones are not seen.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "study/pop_ins/first_load_law.hpp"
#include "study/pop_ins/searched_loading.hpp"

namespace sneddon {

/// ln of the jump of a pop-in at the load F is normal about level + power ln(F/F_0), sd spread; F_0
/// the geometric mean of the loads that were seen.
template <class Real>
struct JumpOfLoadOf {
    Real level = nan, power = nan, spread = nan;
};
using JumpOfLoad = JumpOfLoadOf<double>;

template <class Real>
struct FirstLoadParametersOf {
    FirstLoadLawOf<Real> law;
    Real share = nan;  ///< of the tests that pop in at all, at whatever load
    JumpOfLoadOf<Real> jump;
};
using FirstLoadParameters = FirstLoadParametersOf<double>;

/// Test by test, with g and G the law of the first load, p(F) the probability that a pop-in at the
/// load F is seen (docs/methods/pop-ins.md derives both):
///   first one seen at F, jump j   share f(ln j | F) [g(F) + rate U(F)/p(F)]
///   none seen                     1 - share int g p dF - share rate int U dF
/// U(F) = int_from^F g(x) (1 - p(x)) exp(-rate (F - x)) dx: popped in, and nothing seen yet. rate:
/// seen pop-ins per uN after the first one, 0 where no test shows a second one.
class FirstLoadLikelihood {
  public:
    explicit FirstLoadLikelihood(std::span<const SearchedTest> tests);

    double at(const FirstLoadParameters& parameters) const { return sum(parameters); }
    FirstLoadDual at(const FirstLoadParametersOf<FirstLoadDual>& parameters) const {
        return sum(parameters);
    }
    double reference_uN() const { return reference_uN_; }
    double later_rate_per_uN() const { return rate_; }
    std::size_t seen() const { return seen_.size(); }
    std::size_t tests() const { return seen_.size() + unseen_; }
    const std::vector<SearchedTest>& seen_tests() const { return seen_; }

    /// That a pop-in at this load is seen where jumps above the limit are.
    double probability_seen(const JumpOfLoad& jump, double load_uN, double limit_nm,
                            double noise_nm) const;
    /// Of the tests that pop in below their peak, the part that shows none.
    double share_unseen(const FirstLoadParameters& parameters) const;
    /// The mean probability over all tests that a first pop-in is seen below this load.
    double probability_shown(const FirstLoadParameters& parameters, double load_uN) const;

  private:
    /// Tests without a seen pop-in whose limits are alike.
    struct Limit {
        double limit_nm = 0, noise_nm = 0, count = 0;
    };
    /// Such tests of one peak load, with the mean of the loads from which on they were searched.
    struct Unseen {
        double from_uN = 0, to_uN = 0, count = 0;
        std::vector<Limit> limits;
    };
    template <class Real>
    Real sum(const FirstLoadParametersOf<Real>& parameters) const;
    /// Probabilities that a test with each of the limits shows none.
    template <class Real>
    std::vector<Real> none_seen(const FirstLoadParametersOf<Real>& parameters,
                                const Unseen& tests) const;
    template <class Real>
    Real not_yet_seen(const FirstLoadParametersOf<Real>& parameters,
                      const SearchedTest& test) const;
    /// U of each of `alike_`; of none where no pop-in follows the first one.
    template <class Real>
    std::vector<Real> not_yet_seen(const FirstLoadParametersOf<Real>& parameters) const;

    std::vector<SearchedTest> seen_;
    /// Tests whose U stands for those of all that are alike, and for each of seen_ which of them.
    std::vector<SearchedTest> alike_;
    std::vector<std::size_t> alike_of_;
    std::vector<Unseen> classes_, of_all_;  ///< of all: as if none had seen any
    std::size_t unseen_ = 0;
    double reference_uN_ = nan, rate_ = 0;
};

}  // namespace sneddon
