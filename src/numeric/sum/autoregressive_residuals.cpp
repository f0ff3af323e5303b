#include "numeric/sum/autoregressive_residuals.hpp"

#include <cassert>
#include <cmath>

#include "numeric/sum/bracketed_root.hpp"

namespace sneddon {
namespace {

constexpr double enough_of_r = 1e-6;

/// X'Y of two tall matrices.
EstimatorMatrix product(const std::vector<EstimatorRow>& x, const std::vector<EstimatorRow>& y) {
    EstimatorMatrix result{};
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t k = 0; k < largest_estimator; ++k)
            for (std::size_t l = 0; l < largest_estimator; ++l) result[k][l] += x[i][k] * y[i][l];
    return result;
}

/// Shows the rows of V A' from the last to the first: row i is the sum over j of r^|i-j| times row
/// j of A', by one recursion from each end.
template <typename Use>
void smooth(const std::vector<EstimatorRow>& rows, double r, Use use) {
    std::vector<EstimatorRow> until(rows.size());  // of j up to i
    EstimatorRow sum{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t k = 0; k < largest_estimator; ++k) sum[k] = r * sum[k] + rows[i][k];
        until[i] = sum;
    }
    EstimatorRow behind{};
    for (std::size_t i = rows.size(); i-- > 0;) {
        EstimatorRow smoothed;
        for (std::size_t k = 0; k < largest_estimator; ++k) {
            behind[k] *= r;
            smoothed[k] = until[i][k] + behind[k];
            behind[k] += rows[i][k];
        }
        use(i, smoothed);
    }
}

/// Adds to the lower triangle of a symmetric X'Y.
void add_outer(const EstimatorRow& x, const EstimatorRow& y, EstimatorMatrix& lower) {
    for (std::size_t k = 0; k < largest_estimator; ++k)
        for (std::size_t l = 0; l <= k; ++l) lower[k][l] += x[k] * y[l];
}

void fill_upper(EstimatorMatrix& matrix) {
    for (std::size_t k = 0; k < largest_estimator; ++k)
        for (std::size_t l = k + 1; l < largest_estimator; ++l) matrix[k][l] = matrix[l][k];
}

double dot(const EstimatorRow& x, const EstimatorRow& y) {
    return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
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
        EstimatorMatrix covariance{};
        double on_curve = 0, on_neighbours = 0;  // tr(A V B), tr(A V K B)
        smooth(estimator_.weight, r, [&](std::size_t i, const EstimatorRow& spread) {
            on_curve += dot(spread, estimator_.curve[i]);
            on_neighbours += dot(spread, neighbours_[i]);
            add_outer(estimator_.weight[i], spread, covariance);
        });
        fill_upper(covariance);
        return {n - 2 * on_curve + trace_of_product(gram_, covariance),
                (n - 1) * r - 2 * on_neighbours + trace_of_product(neighbour_gram_, covariance)};
    }

  private:
    const LinearEstimator& estimator_;
    std::vector<EstimatorRow> neighbours_;
    EstimatorMatrix gram_, neighbour_gram_;
};

}  // namespace

EstimatorMatrix parameter_covariance(const LinearEstimator& estimator, double r) {
    EstimatorMatrix covariance{};
    smooth(estimator.weight, r, [&](std::size_t i, const EstimatorRow& spread) {
        add_outer(estimator.weight[i], spread, covariance);
    });
    fill_upper(covariance);
    return covariance;
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
