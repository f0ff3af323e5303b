// Maximum likelihood of a Gaussian mixture from one start: expectation-maximisation (Dempster,
// Laird and Rubin 1977), accelerated by squared extrapolation (SQUAREM, scheme S3; Varadhan and
// Roland 2008, Scand. J. Stat. 35, 335) with a fallback to the plain step, and then by what the
// gradients say about the curvature (as in Jamshidian and Jennrich 1997, J. R. Stat. Soc. B 59,
// 569): with more components than groups EM gains a ten thousandth of the way per step, curvature
// finds the way. The likelihood never falls.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/nan.hpp"
#include "numeric/mixture/climb/mixture_chart.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

enum class Acceleration {
    none,
    squarem,
    /// SQUAREM for a while, then limited-memory BFGS steps whose gain in likelihood is checked, and
    /// SQUAREM again when one leads nowhere. With a ridge, whose EM step follows no gradient,
    /// SQUAREM alone.
    quasi_newton
};

/// What some rows say about the curvature of the likelihood around a mixture, in the coordinates of
/// the chart there (mixture_chart.hpp), which do not hang on how many rows there are.
struct MixtureCurvature {
    GaussianMixture about;
    std::vector<double> inverse;  ///< see inverse_curvature
};
/// None where the mixture is singular. As many passes as there are parameters, and one.
std::optional<MixtureCurvature> curvature_around(const Points& points,
                                                 const GaussianMixture& mixture,
                                                 unsigned threads = 1);

struct EmOptions {
    /// Added to the diagonal of every covariance in each M step, in the units of the points.
    double ridge = 0;
    /// Ends when the EM step, measured in the metric of the complete-data information,
    ///   delta^2 = n sum dw^2 / w + sum n_j (dmu' S^-1 dmu + 1/2 tr (S^-1 dS)^2),
    /// has delta <= this. delta has no unit: it is the length of the gradient in standard errors.
    double gradient_tolerance = 1e-9;
    /// After so many passes a delta of slow_tolerance ends the run too: the likelihood is then flat
    /// along some direction (more components than groups), and what is left of it is about
    /// delta^2 passes / 2, 1e-5 nat, while further digits would cost ten times the passes.
    std::size_t slow_passes = 2000;
    double slow_tolerance = 1e-4;
    std::size_t most_passes = 20000;  ///< passes over the data
    /// A Cholesky pivot (squared) at or below this ends the run as collapsed.
    double smallest_pivot = 1e-12;
    Acceleration acceleration = Acceleration::quasi_newton;
    /// Of rows that are much like these, around the start or near it: the climb begins at once, and
    /// needs a few passes where it would need a hundred. Not owned; may be null.
    const MixtureCurvature* curvature = nullptr;
    /// What a straight step of the climb is.
    ChartKind chart = ChartKind::factors;
    /// With moments: fewer rows that are much like these. What they say of the curvature begins the
    /// climb at once; every 16 passes these rows are asked themselves. Not owned; may be null.
    const Points* like = nullptr;
    /// Of the points, where it is known already.
    std::optional<double> total_weight{};
    unsigned threads = 1;
    Stop stop{};
};

enum class EmEnd {
    converged,
    out_of_passes,
    collapsed,  ///< a component shrank to a point, a line or nothing: the likelihood has no maximum
    stopped
};

struct EmResult {
    GaussianMixture mixture;
    EmEnd end = EmEnd::collapsed;
    double log_likelihood = 0;  ///< of `mixture`; -infinity if the start was singular
    double delta = 0;           ///< length of the last gradient, see EmOptions
    /// What the curvature promises to be left to the top; NaN where the run did not end climbing.
    double left_nats = nan;
    std::size_t passes = 0;                 ///< over the data
    std::vector<double> log_likelihoods{};  ///< of every accepted iterate, never falling (ridge 0)
};

EmResult run_em(const Points& points, const GaussianMixture& start, const EmOptions& options = {});

}  // namespace sneddon
