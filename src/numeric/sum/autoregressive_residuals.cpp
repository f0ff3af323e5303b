#include "numeric/sum/autoregressive_residuals.hpp"

#include <cassert>
#include <cmath>

#include "numeric/sum/bracketed_root.hpp"

namespace sneddon {
namespace {

constexpr double enough_of_r = 1e-6;

/// V A': row i is the sum over j of r^|i-j| times row j, by one recursion from each end.
std::vector<EstimatorRow> smoothed(const std::vector<EstimatorRow>& rows, double r) {
    std::vector<EstimatorRow> result(rows.size());
    EstimatorRow before{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = 0; k < largest_estimator; ++k)
            result[i][k] = before[k] = r * before[k] + rows[i][k];
    EstimatorRow behind{};
    for (std::size_t i = rows.size(); i-- > 0;)
        for (std::size_t k = 0; k < largest_estimator; ++k) {
            result[i][k] += r * behind[k];
            behind[k] = r * behind[k] + rows[i][k];
        }
    return result;
}

/// X'Y of two tall matrices.
EstimatorMatrix product(const std::vector<EstimatorRow>& x, const std::vector<EstimatorRow>& y) {
    EstimatorMatrix result{};
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t k = 0; k < largest_estimator; ++k)
            for (std::size_t l = 0; l < largest_estimator; ++l) result[k][l] += x[i][k] * y[i][l];
    return result;
}

/// K B: half the sum of the neighbours, so that e'K e is the sum of products of neighbours.
std::vector<EstimatorRow> mean_of_neighbours(const std::vector<EstimatorRow>& rows) {
    std::vector<EstimatorRow> result(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = 0; k < largest_estimator; ++k) {
            if (i > 0) result[i][k] += 0.5 * rows[i - 1][k];
            if (i + 1 < rows.size()) result[i][k] += 0.5 * rows[i + 1][k];
        }
    return result;
}

double trace_of_product(const EstimatorMatrix& x, const EstimatorMatrix& y) {
    double sum = 0;
    for (std::size_t k = 0; k < largest_estimator; ++k)
        for (std::size_t l = 0; l < largest_estimator; ++l) sum += x[k][l] * y[l][k];
    return sum;
}

double trace(const EstimatorMatrix& x) {
    return x[0][0] + x[1][1] + x[2][2];
}

struct Expected {
    double squares = 0, products = 0;  ///< of residuals, noise of variance 1
};

/// tr(M V M' Q) = tr(Q V) - 2 tr(A V Q B) + tr(B'Q B A V A') for Q = 1 and Q = K.
class ExpectedSums {
  public:
    explicit ExpectedSums(const LinearEstimator& estimator)
        : estimator_(estimator),
          neighbours_(mean_of_neighbours(estimator.curve)),
          gram_(product(estimator.curve, estimator.curve)),
          neighbour_gram_(product(estimator.curve, neighbours_)) {}

    Expected at(double r) const {
        const auto n = static_cast<double>(estimator_.curve.size());
        const auto spread = smoothed(estimator_.weight, r);
        const EstimatorMatrix covariance = product(estimator_.weight, spread);
        return {
            n - 2 * trace(product(spread, estimator_.curve)) + trace_of_product(gram_, covariance),
            (n - 1) * r - 2 * trace(product(spread, neighbours_)) +
                trace_of_product(neighbour_gram_, covariance)};
    }

  private:
    const LinearEstimator& estimator_;
    std::vector<EstimatorRow> neighbours_;
    EstimatorMatrix gram_, neighbour_gram_;
};

}  // namespace

EstimatorMatrix parameter_covariance(const LinearEstimator& estimator, double r) {
    return product(estimator.weight, smoothed(estimator.weight, r));
}

AutoregressiveNoise noise_about_fit(std::span<const double> residuals,
                                    const LinearEstimator& estimator) {
    assert(residuals.size() == estimator.curve.size());
    assert(residuals.size() == estimator.weight.size());
    assert(residuals.size() > estimator.parameters);
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        squares += residuals[i] * residuals[i];
        if (i > 0) products += residuals[i] * residuals[i - 1];
    }
    if (!(squares > 0)) return {};
    const ExpectedSums expected(estimator);
    const double ratio = products / squares;
    const auto lack = [&](double r) {
        const Expected sums = expected.at(r);
        return sums.products / sums.squares - ratio;
    };
    const double largest = 1 - 2 / static_cast<double>(residuals.size());
    const double at_none = lack(0), at_largest = lack(largest);
    AutoregressiveNoise noise;
    if (at_largest <= 0)
        noise.correlation = largest;
    else if (at_none < 0)
        noise.correlation = bracketed_root(lack, 0.0, at_none, largest, at_largest, enough_of_r);
    noise.sd = std::sqrt(squares / expected.at(noise.correlation).squares);
    return noise;
}

}  // namespace sneddon
