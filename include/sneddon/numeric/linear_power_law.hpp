// y = y0 + a t + b (t - t0)^c by least squares: a straight part and a power of the time since t0.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace sneddon {

enum class Freedom { fixed, fitted };
enum class SignRule { any, nonnegative };
/// What is computed beside the parameters. `none` for many curves in a row (resampling): no
/// residuals are formed, all errors and statistics of the fit are NaN, is_separable is false.
enum class Uncertainty { autoregressive, none };

struct LinearPowerOptions {
    Freedom y0_freedom = Freedom::fixed;
    double y0 = 0;  ///< used when fixed
    Freedom t0_freedom = Freedom::fixed;
    double t0 = 0;  ///< used when fixed; not after the first instant
    /// For a and b. With nonnegative the solution is the exact constrained one (all active sets).
    SignRule sign_rule = SignRule::any;
    Freedom a_freedom = Freedom::fitted;
    double a = 0;  ///< used when fixed
    double c_min = 0.01;
    double c_max = 1.5;  ///< c_min = c_max fixes c
    Uncertainty uncertainty = Uncertainty::autoregressive;
};

enum class LinearPowerState {
    fitted,
    too_few_points,          ///< not more points than parameters
    instants_not_ascending,  ///< or not finite, or all equal
    t0_after_first_instant,
    value_not_finite,
};
std::string_view words(LinearPowerState state);

/// Places of the parameters in arrays of five.
enum class LinearPowerParameter : std::size_t { y0, a, b, c, t0 };

struct LinearPowerFit {
    static constexpr double nan = std::numeric_limits<double>::quiet_NaN();

    LinearPowerState state = LinearPowerState::too_few_points;
    double y0 = 0, a = 0, b = 0, c = 0, t0 = 0;

    /// sqrt(diag((J'J)^-1) ssr/(n - p)) as for independent residuals; NaN for a fixed parameter and
    /// for one at its bound (then the others' errors are conditional on it). Order: y0, a, b, c,
    /// t0.
    std::array<double, 5> independent_errors{};
    /// The same times `inflation`: what to quote.
    std::array<double, 5> standard_errors{};
    std::array<std::array<double, 5>, 5> correlation{};  ///< NaN where an error is NaN

    std::size_t n = 0;
    std::size_t parameters = 0;  ///< fitted ones that are not at a bound
    double ssr = nan;            ///< sum of squared residuals
    double residual_sd = nan;    ///< sqrt(ssr / (n - parameters))
    double r_squared = nan;      ///< 1 - ssr / sum (y - mean)^2
    double lag1 = nan;           ///< lag-1 autocorrelation of the residuals
    double durbin_watson = nan;
    /// n (1 - r)/(1 + r), r = lag1 corrected for its bias: how many independent values the n are
    /// worth.
    double effective_count = nan;
    /// sqrt((n - p)/(effective_count - p)). Beside sqrt((1 + r)/(1 - r)), it holds that p smooth
    /// shapes take much of a slow noise out of the residuals when few effective values are left.
    double inflation = nan;
    /// Power of the slow noise, by means over blocks, beside what lag1 says of it; where chance
    /// does not make it (has_slow_noise: below 1 in 1,000) its root is in `inflation` as well.
    double slow_noise_excess = nan;
    bool has_slow_noise = false;
    /// Degrees of freedom of the noise's power: few where it is that of slow noise.
    double freedom_of_noise = nan;

    /// Condition number of the Jacobian with columns of length one. Above 1e3 the straight part
    /// and the power say the same (c near 1) and their values are not to be quoted.
    double scaled_condition = nan;
    /// The condition is below 1e3 and c +- half a standard error lies inside its range. If not, say
    /// "not separable" instead of quoting intervals: they do not cover what they promise.
    bool is_separable = false;

    bool is_a_at_bound = false;  ///< a = 0 because of SignRule::nonnegative
    bool is_b_at_bound = false;  ///< likewise; c is then without meaning and NaN
    bool is_c_at_bound = false;
    bool is_t0_at_bound = false;  ///< the data want t0 at the first instant, or far before it

    bool is_fitted() const { return state == LinearPowerState::fitted; }
    double standard_error(LinearPowerParameter p) const {
        return standard_errors[static_cast<std::size_t>(p)];
    }
    /// effective_count - parameters, at least 1: what correlated residuals leave.
    double effective_freedom() const;
    /// Of the 95 % interval: the standard error times Student's quantile for effective_freedom, or
    /// for freedom_of_noise where that is less.
    /// NaN if the fit is not separable.
    double half_width_95(LinearPowerParameter p) const;
    double operator()(double t) const;  ///< the fitted curve, t >= t0
};

/// Instants prepared once for many curves measured at them.
class LinearPowerBasis {
  public:
    /// Nothing for instants that are not an ascending axis (CompressedAxis::make). Prepared for the
    /// given t0 and the default range of c; other ones work and cost more.
    static std::optional<LinearPowerBasis> make(std::span<const double> instants, double t0 = 0);

    LinearPowerBasis(LinearPowerBasis&& other) noexcept
        : prepared_(std::exchange(other.prepared_, nullptr)) {}
    LinearPowerBasis& operator=(LinearPowerBasis&& other) noexcept {
        std::swap(prepared_, other.prepared_);
        return *this;
    }
    ~LinearPowerBasis();

    struct Prepared;
    const Prepared& prepared() const { return *prepared_; }

  private:
    explicit LinearPowerBasis(const Prepared* prepared) : prepared_(prepared) {}
    const Prepared* prepared_;  ///< owned
};

/// Least squares by variable projection (Golub and Pereyra 1973): for given c (and t0) the linear
/// unknowns have a closed form, so c is searched in one dimension from a scan over its whole range
/// and converged on the gradient; no starting values. A fitted t0 = first - exp(s) adds an outer
/// search over s.
/// Standard errors are inflated for first-order autoregressive residuals: without it, 95 %
/// intervals cover 25 % at a correlation of 0.95.
LinearPowerFit fit_linear_power(std::span<const double> instants, std::span<const double> values,
                                const LinearPowerOptions& options = {});
LinearPowerFit fit_linear_power(const LinearPowerBasis& basis, std::span<const double> values,
                                const LinearPowerOptions& options = {});

}  // namespace sneddon
