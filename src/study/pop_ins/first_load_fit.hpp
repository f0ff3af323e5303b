// Law of the load of first pop-ins, and the share of the tests that pop in at all.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/nan.hpp"
#include "sneddon/numeric/information_criteria.hpp"
#include "sneddon/study/summary.hpp"
#include "study/pop_ins/first_load_likelihood.hpp"

namespace sneddon {

inline constexpr std::size_t fewest_first_loads = 10;

enum class FirstLoadState {
    fitted,
    too_few,        ///< fewer than fewest_first_loads tests with one that was seen
    no_maximum,     ///< the search of the likelihood found none
    not_separable,  ///< a small share, and a large share at loads above the peak, are as likely
};
std::string_view words(FirstLoadState state);

struct FirstLoadFit {
    FirstLoadState state = FirstLoadState::too_few;
    FirstLoadParameters parameters;
    std::array<Interval, 2> intervals{};  ///< 95 %, of law.parameters()
    Interval share;                       ///< 95 %
    double log_likelihood = nan;          ///< densities of F per uN and of ln jump
    InformationCriteria criteria;
    double share_unseen = nan;  ///< of the pop-ins that are first in their tests

    bool is_fitted() const { return state == FirstLoadState::fitted; }
};

/// Maximum likelihood in six parameters (two of the law, the share, three of the jumps) by BFGS on
/// central differences. An interval holds the values whose likelihood, maximised over the other
/// five, is within profile_fall_95 of the maximum; that of the share ends at 1 at the latest.
FirstLoadFit fit_first_loads(const FirstLoadLikelihood& likelihood, FirstLoadFamily family);

}  // namespace sneddon
