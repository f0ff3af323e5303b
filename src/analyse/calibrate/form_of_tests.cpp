#include "analyse/calibrate/form_of_tests.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "analyse/calibrate/points_of_tests.hpp"
#include "base/nan.hpp"
#include "base/random.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 8, fewest_of_class = 3;
constexpr int draws = 999;
constexpr std::uint64_t seed = 1;

/// Of the classes that enough tests reach. Shares add up: the mean of a class is the sum over
/// tests.
struct ClassSums {
    std::size_t tests = 0, classes = 0, parameters = 0;
    std::vector<double> shares;    ///< tests x classes, of the class mean of residuals
    std::vector<double> slopes;    ///< classes x parameters, class mean of the Jacobian
    std::vector<double> errors;    ///< of the class means
    std::vector<double> gradient;  ///< tests x parameters, sum over the points of J r
};

void add_class(const FitAtMinimum& fit, const TestNumbers& tests,
               const std::vector<std::size_t>& places, ClassSums& sums) {
    const std::size_t p = sums.parameters;
    std::vector<double> counts(tests.count, 0.0), residual(tests.count, 0.0);
    for (const std::size_t i : places) {
        counts[tests.of_point[i]] += 1;
        residual[tests.of_point[i]] += fit.residuals[i];
    }
    std::vector<double> means;
    for (std::size_t t = 0; t < tests.count; ++t)
        if (counts[t] > 0) means.push_back(residual[t] / counts[t]);
    if (means.size() < fewest_of_class) return;
    const auto reached = static_cast<double>(means.size());
    const double error = standard_deviation(means) / std::sqrt(reached);
    if (!(error > 0)) return;  // without scatter nothing can be told from chance
    std::vector<double> slope(p, 0.0);
    for (const std::size_t i : places)
        for (std::size_t k = 0; k < p; ++k)
            slope[k] += fit.jacobian[i * p + k] / counts[tests.of_point[i]] / reached;
    for (std::size_t t = 0; t < tests.count; ++t)
        sums.shares.push_back(counts[t] > 0 ? residual[t] / counts[t] / reached : 0);
    sums.slopes.insert(sums.slopes.end(), slope.begin(), slope.end());
    sums.errors.push_back(error);
    ++sums.classes;
}

ClassSums sums_of(const FitAtMinimum& fit, const TestNumbers& tests,
                  const std::vector<std::vector<std::size_t>>& classes) {
    ClassSums sums;
    sums.tests = tests.count;
    sums.parameters = fit.parameters;
    for (const auto& places : classes) add_class(fit, tests, places, sums);
    sums.gradient = sums_of_tests(tests, fit.scores(), fit.parameters);
    return sums;
}

/// How far the parameters would move for residuals of these signs.
std::vector<double> moves(const ClassSums& sums, const FitAtMinimum& fit,
                          const std::vector<double>& signs) {
    const std::size_t p = sums.parameters;
    std::vector<double> gradient(p, 0.0), moved(p, 0.0);
    for (std::size_t t = 0; t < sums.tests; ++t)
        for (std::size_t k = 0; k < p; ++k) gradient[k] += signs[t] * sums.gradient[t * p + k];
    for (std::size_t j = 0; j < p; ++j)
        for (std::size_t k = 0; k < p; ++k) moved[j] += fit.inverse[j * p + k] * gradient[k];
    return moved;
}

double squares(const ClassSums& sums, const FitAtMinimum& fit, const std::vector<double>& signs) {
    const std::vector<double> moved = moves(sums, fit, signs);
    double sum = 0;
    for (std::size_t c = 0; c < sums.classes; ++c) {
        double mean = 0;
        for (std::size_t t = 0; t < sums.tests; ++t)
            mean += signs[t] * sums.shares[c * sums.tests + t];
        for (std::size_t k = 0; k < sums.parameters; ++k)
            mean -= sums.slopes[c * sums.parameters + k] * moved[k];
        const double in_errors = mean / sums.errors[c];
        sum += in_errors * in_errors;
    }
    return sum;
}

}  // namespace

double p_of_tests(const AreaFit& fit, const std::vector<CalibrationPoint>& points,
                  const std::vector<std::vector<std::size_t>>& classes) {
    const TestNumbers tests = number_tests(points);
    if (tests.count < fewest_tests || fit.linear.residuals.size() != points.size()) return nan;
    const ClassSums sums = sums_of(fit.linear, tests, classes);
    if (sums.classes <= sums.parameters) return nan;
    std::vector<double> signs(tests.count, 1);
    const double found = squares(sums, fit.linear, signs);
    RandomStream random(seed);
    int as_far = 1;
    for (int i = 0; i < draws; ++i) {
        for (double& sign : signs) sign = random.index(2) == 0 ? 1 : -1;
        as_far += squares(sums, fit.linear, signs) >= found ? 1 : 0;
    }
    return static_cast<double>(as_far) / (draws + 1);
}

}  // namespace sneddon
