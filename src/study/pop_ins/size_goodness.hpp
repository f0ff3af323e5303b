// Whether sizes lie as near to a fitted law as sizes of that law would.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/nan.hpp"
#include "sneddon/base/stop.hpp"
#include "study/pop_ins/size_fit.hpp"

namespace sneddon {

struct SizeGoodness {
    double ks = nan;  ///< largest distance of the two distributions (Kolmogorov and Smirnov)
    double p = nan;   ///< NaN: no law was fitted, or nothing was drawn
    std::size_t replicates = 0;
};

struct SizeGoodnessOptions {
    std::size_t replicates = 1000;  ///< at most; see clear_verdict.hpp
    std::uint64_t seed = 1;
    Stop stop;
};

/// A law is no description where p is at most this (Clauset, Shalizi and Newman 2009, section 4.1).
inline constexpr double least_p_of_a_law = 0.1;

/// max over i of max(i/n - F(x_i), F(x_i) - (i-1)/n) of ascending sizes from `from` on.
double distance_of_sizes(std::span<const double> ascending, const SizeFit& fit, double from);

/// p = (1 + replicates at least as far)/(1 + replicates) by the parametric bootstrap (Clauset,
/// Shalizi and Newman 2009, section 4.1; `from` is known here and not searched): samples of the
/// fitted law, as many as there are sizes, each fitted again. A replicate of cut_off whose
/// likelihood has its maximum at no cut-off, or at a power of zero, counts with the plain law that
/// is the more likely: the family ends there; one whose search failed does not count. Replicate i
/// uses stream i of the seed. They end where it is beyond doubt on which side of least_p_of_a_law
/// p lies.
SizeGoodness goodness_of_sizes(std::span<const double> ascending, const SizeFit& fit, double from,
                               const SizeGoodnessOptions& options);

}  // namespace sneddon
