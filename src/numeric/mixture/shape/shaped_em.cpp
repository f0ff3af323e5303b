#include "numeric/mixture/shape/shaped_em.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/nan.hpp"
#include "numeric/mixture/shape/component_density.hpp"
#include "numeric/mixture/shape/free_shape.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/lane_math.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

using Vector = std::array<double, most_dimensions>;
using Matrix = std::array<double, most_dimensions * most_dimensions>;

/// Sums over the rows, each weighed by its posterior z: of 1, u, u dx, u dx dx^T, ln u - u, and of
/// the hidden half normal v: v, v^2, v dx.
struct Sums {
    double rows = 0, scale = 0, log_less_scale = 0, half = 0, half_square = 0;
    Vector first{}, half_first{};
    Matrix second{};

    void add(double z, const Hidden& hidden, const Vector& dx, std::size_t d) {
        const double zu = z * hidden.scale, zv = z * hidden.half;
        rows += z;
        scale += zu;
        half += zv;
        half_square += z * hidden.half_square;
        for (std::size_t a = 0; a < d; ++a) {
            first[a] += zu * dx[a];
            half_first[a] += zv * dx[a];
            for (std::size_t b = 0; b <= a; ++b) second[a * d + b] += zu * dx[a] * dx[b];
        }
    }
};

/// The root of the expected log-likelihood's slope in nu (Peel and McLachlan 2000, eq. 32).
double next_degrees(const Sums& sums, double degrees, double d) {
    const double half = (degrees + d) / 2;
    const double given = 1 + sums.log_less_scale / sums.rows + digamma(half) - log_lanes(half);
    const auto slope = [&](double log_degrees) {
        const double nu = exp_lanes(log_degrees);
        return given - digamma(nu / 2) + log_lanes(nu / 2);
    };
    const double low = log_lanes(fewest_degrees), high = log_lanes(most_degrees);
    const double at_low = slope(low), at_high = slope(high);
    if (at_low <= 0) return fewest_degrees;
    if (at_high >= 0) return most_degrees;
    return exp_lanes(bracketed_root(slope, low, at_low, high, at_high));
}

/// Location and scatter of a normal or t component, relative to the old location.
void set_location(const Sums& sums, std::size_t d, Vector& shift, Matrix& scatter) {
    for (std::size_t a = 0; a < d; ++a) shift[a] = sums.first[a] / sums.scale;
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b)
            scatter[a * d + b] = scatter[b * d + a] =
                (sums.second[a * d + b] - sums.scale * shift[a] * shift[b]) / sums.rows;
}

/// dx = shift + delta v + e by least squares, v known by its expected sums.
bool set_regression(const Sums& sums, std::size_t d, Vector& shift, Vector& skew, Matrix& scatter) {
    const double determinant = sums.rows * sums.half_square - sums.half * sums.half;
    if (!(determinant > 0)) return false;
    for (std::size_t a = 0; a < d; ++a) {
        shift[a] =
            (sums.half_square * sums.first[a] - sums.half * sums.half_first[a]) / determinant;
        skew[a] = (sums.rows * sums.half_first[a] - sums.half * sums.first[a]) / determinant;
    }
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b)
            scatter[a * d + b] = scatter[b * d + a] =
                (sums.second[a * d + b] -
                 (shift[a] * sums.first[b] + shift[b] * sums.first[a] +
                  skew[a] * sums.half_first[b] + skew[b] * sums.half_first[a]) /
                     2) /
                sums.rows;
    return true;
}

bool set_component(const Sums& sums, std::size_t j, ShapedMixture& mixture) {
    const std::size_t d = mixture.dimensions;
    Vector shift{}, skew{};
    Matrix scatter{};
    if (mixture.family != ComponentFamily::skew_normal)
        set_location(sums, d, shift, scatter);
    else if (!set_regression(sums, d, shift, skew, scatter))
        return false;
    if (mixture.family == ComponentFamily::student_t)
        mixture.degrees[j] = next_degrees(sums, mixture.degrees[j], static_cast<double>(d));
    for (std::size_t a = 0; a < d; ++a) {
        mixture.locations[j * d + a] += shift[a];
        if (!mixture.skews.empty()) mixture.skews[j * d + a] = skew[a];
        for (std::size_t b = 0; b < d; ++b)
            mixture.scatters[(j * d + a) * d + b] = scatter[a * d + b];
    }
    return true;
}

/// One pass over the rows: the sums of every component, of the noise, and ln L.
class Pass {
  public:
    Pass(const Points& points, const ShapedMixture& mixture)
        : points_(points), mixture_(mixture), sums_(mixture.components()) {}

    bool collect() {
        const auto densities = densities_of(mixture_);
        if (!densities) return false;
        const std::size_t d = mixture_.dimensions, k = densities->size();
        std::vector<Hidden> hidden(k);
        std::vector<Vector> from(k);
        const double noise =
            mixture_.has_noise
                ? log_lanes(std::fmax(mixture_.noise_weight, 1e-300)) + mixture_.log_noise_density
                : -1e300;
        for (std::size_t i = 0; i < points_.rows; ++i) {
            double largest = noise;
            for (std::size_t j = 0; j < k; ++j) {
                for (std::size_t a = 0; a < d; ++a)
                    from[j][a] = points_.columns[a][i] - mixture_.locations[j * d + a];
                hidden[j] = (*densities)[j].hidden(from[j].data());
                largest = std::fmax(largest, hidden[j].log_density);
            }
            add_row(points_.weight(i), largest, noise, hidden, from);
        }
        return true;
    }

    double log_likelihood() const { return log_likelihood_.value(); }

    std::optional<ShapedMixture> next(double smallest_rows) const {
        ShapedMixture next = mixture_;
        double total = noise_rows_;
        for (const Sums& sums : sums_) total += sums.rows;
        for (std::size_t j = 0; j < sums_.size(); ++j) {
            if (!(sums_[j].rows > smallest_rows) || !set_component(sums_[j], j, next))
                return std::nullopt;
            next.weights[j] = sums_[j].rows / total;
        }
        if (next.has_noise) next.noise_weight = noise_rows_ / total;
        return next;
    }

  private:
    void add_row(double weight, double largest, double noise, const std::vector<Hidden>& hidden,
                 const std::vector<Vector>& from) {
        const std::size_t d = mixture_.dimensions;
        double sum = mixture_.has_noise ? exp_lanes(noise - largest) : 0;
        const double of_noise = sum;
        z_.clear();
        for (const Hidden& of_component : hidden) {
            z_.push_back(exp_lanes(of_component.log_density - largest));
            sum += z_.back();
        }
        log_likelihood_.add(weight * (largest + log_lanes(sum)));
        noise_rows_ += weight * of_noise / sum;
        for (std::size_t j = 0; j < hidden.size(); ++j) {
            const double z = weight * z_[j] / sum;
            sums_[j].add(z, hidden[j], from[j], d);
            if (mixture_.family == ComponentFamily::student_t)
                sums_[j].log_less_scale += z * (log_lanes(hidden[j].scale) - hidden[j].scale);
        }
    }

    const Points& points_;
    const ShapedMixture& mixture_;
    std::vector<Sums> sums_;
    std::vector<double> z_;
    double noise_rows_ = 0;
    CompensatedSum log_likelihood_;
};

/// Two steps of the same direction taken further; none where the steps do not bend.
std::optional<std::vector<double>> extrapolated(const std::vector<double>& from,
                                                const std::vector<double>& once,
                                                const std::vector<double>& twice) {
    double step = 0, bend = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const double r = once[i] - from[i], v = twice[i] - once[i] - r;
        step += r * r;
        bend += v * v;
    }
    if (!(bend > 0)) return std::nullopt;
    const double length = std::fmax(1, std::sqrt(step / bend));
    std::vector<double> to = from;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const double r = once[i] - from[i], v = twice[i] - once[i] - r;
        to[i] += 2 * length * r + length * length * v;
    }
    return to;
}

}  // namespace

ShapedStep em_step(const Points& points, const ShapedMixture& mixture, double smallest_rows) {
    Pass pass(points, mixture);
    if (!pass.collect()) return {nan, std::nullopt};
    return {pass.log_likelihood(), pass.next(smallest_rows)};
}

ShapedEmResult run_em(const Points& points, ShapedMixture start, const ShapedEmOptions& options) {
    ShapedEmResult result{std::move(start), nan, 0, false, false, {}};
    ShapedStep here = em_step(points, result.mixture, options.smallest_rows);
    result.passes = 1;
    while (result.passes < options.most_passes) {
        result.log_likelihood = here.log_likelihood;
        result.trace.push_back(here.log_likelihood);
        result.has_collapsed = !here.next;
        if (!here.next) return result;
        const ShapedStep second = em_step(points, *here.next, options.smallest_rows);
        ++result.passes;
        result.has_collapsed = !second.next;
        if (!second.next) return result;
        // As far as two steps point to; back to the second where the likelihood would be less.
        ShapedMixture best = *second.next;
        std::optional<ShapedStep> third;
        const auto from = to_free(result.mixture), once = to_free(*here.next),
                   twice = to_free(best);
        if (from && once && twice)
            if (const auto to = extrapolated(*from, *once, *twice)) {
                const ShapedMixture far = from_free(*to, best);
                third = em_step(points, far, options.smallest_rows);
                ++result.passes;
                if (third->next && third->log_likelihood >= second.log_likelihood)
                    best = far;
                else
                    third.reset();
            }
        if (!third) {
            third = em_step(points, best, options.smallest_rows);
            ++result.passes;
        }
        if (!third->next) {
            result.has_collapsed = true;
            return result;
        }
        const double gain = third->log_likelihood - here.log_likelihood;
        result.mixture = std::move(best);
        here = std::move(*third);
        if (gain < options.nats) {
            result.has_converged = true;
            break;
        }
    }
    result.log_likelihood = here.log_likelihood;
    result.trace.push_back(here.log_likelihood);
    return result;
}

}  // namespace sneddon
