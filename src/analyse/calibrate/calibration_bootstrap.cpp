#include "analyse/calibrate/calibration_bootstrap.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "analyse/calibrate/area_fit.hpp"
#include "analyse/calibrate/calibration_classes.hpp"
#include "analyse/calibrate/calibration_depths.hpp"
#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr std::size_t least_of_stratum = 5, least_tests = 6;
constexpr int depths_of_band = 25;

/// The unloadings of one test.
struct TestPoints {
    std::size_t material = 0;
    double deepest_nm = 0;
    std::vector<std::size_t> places;
};

std::vector<TestPoints> tests_of(std::span<const CalibrationPoint> points) {
    std::map<std::pair<std::size_t, std::string>, TestPoints> by_name;
    std::vector<TestPoints> tests;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const CalibrationPoint& point = points[i];
        TestPoints alone;
        TestPoints& test = point.test.empty() ? alone : by_name[{point.material, point.test}];
        test.material = point.material;
        test.deepest_nm = std::max(test.deepest_nm, point.h_nm);
        test.places.push_back(i);
        if (point.test.empty()) tests.push_back(std::move(alone));
    }
    for (auto& [name, test] : by_name) tests.push_back(std::move(test));
    std::ranges::stable_sort(tests, {}, [](const TestPoints& test) {
        return std::pair(test.material, test.deepest_nm);
    });
    return tests;
}

/// Begins of the strata, and the end of the last. A rest of too few tests belongs to the stratum
/// before.
std::vector<std::size_t> strata_of(const std::vector<TestPoints>& tests) {
    std::vector<std::size_t> begins = {0};
    for (std::size_t i = 1; i < tests.size(); ++i) {
        const TestPoints& first = tests[begins.back()];
        const bool is_other = tests[i].material != first.material;
        const bool is_deeper = tests[i].deepest_nm >= depth_ratio * first.deepest_nm &&
                               i - begins.back() >= least_of_stratum;
        if (!is_other && !is_deeper) continue;
        const bool is_rest = is_other && i - begins.back() < least_of_stratum &&
                             begins.size() > 1 &&
                             tests[begins[begins.size() - 2]].material == first.material;
        if (is_rest) begins.pop_back();
        begins.push_back(i);
    }
    const bool is_rest = begins.size() > 1 && tests.size() - begins.back() < least_of_stratum &&
                         tests[begins[begins.size() - 2]].material == tests.back().material;
    if (is_rest) begins.pop_back();
    begins.push_back(tests.size());
    return begins;
}

std::vector<CalibrationPoint> drawn(std::span<const CalibrationPoint> points,
                                    const std::vector<TestPoints>& tests,
                                    const std::vector<std::size_t>& strata, RandomStream& stream) {
    std::vector<CalibrationPoint> found;
    for (std::size_t k = 0; k + 1 < strata.size(); ++k) {
        const std::size_t size = strata[k + 1] - strata[k];
        for (std::size_t i = 0; i < size; ++i)
            for (const std::size_t place : tests[strata[k] + stream.index(size)].places)
                found.push_back(points[place]);
    }
    return found;
}

/// The same steps as for all tests, but a negative frame stays negative: cut off at zero the
/// frames of the draws would scatter too little.
std::optional<AreaFit> calibrated(std::span<const CalibrationPoint> points,
                                  const AreaCalibration& found, AreaForm form,
                                  const CalibrationOptions& options) {
    double C_f = found.C_f_nm_per_uN;
    CalibrationOptions fitted = options;
    if (options.frame == FrameFreedom::from_load) {
        const auto frame = calibrate_frame(points, options);
        if (!frame) return std::nullopt;
        C_f = frame->found_nm_per_uN;
        fitted.frame = FrameFreedom::given;
    }
    return fit_area_again(contact_areas(points, C_f, options), form, found, fitted);
}

double modulus_GPa(const CalibrationPoint& probe, const AreaFunction& area, double C_f,
                   const CalibrationOptions& options) {
    CalibrationOptions all_depths = options;
    all_depths.h_min_nm = 0;
    const ContactAreas contact = contact_areas(std::span(&probe, 1), C_f, all_depths);
    if (contact.h_c_nm.empty()) return nan;
    return calibrated_modulus_GPa(area, contact.h_c_nm[0], contact.A_nm2[0], options,
                                  probe.material);
}

std::vector<double> depths_of(std::span<const CalibrationPoint> points,
                              const AreaCalibration& found, const CalibrationOptions& options) {
    const ContactAreas areas = contact_areas(points, found.C_f_nm_per_uN, options);
    const auto [low, high] = std::ranges::minmax(areas.h_c_nm);
    std::vector<double> depths;
    for (int i = 0; i < depths_of_band; ++i)
        depths.push_back(low * std::pow(high / low, static_cast<double>(i) / (depths_of_band - 1)));
    return depths;
}

Error too_few(const std::string& what, const std::string& wanted) {
    return {"SND-A034", "calibrate --bootstrap", what, wanted,
            "give more tests, or leave --bootstrap out"};
}

/// What one draw says: the parameters, C_f, ln A at the depths of the band, E of the probes.
using Numbers = std::vector<double>;

double column_sd(const std::vector<Numbers>& draws, std::size_t column) {
    std::vector<double> values;
    for (const Numbers& draw : draws)
        if (is_finite(draw[column])) values.push_back(draw[column]);
    return standard_deviation(values);
}

}  // namespace

Result<CalibrationBootstrap> bootstrap_calibration(std::span<const CalibrationPoint> points,
                                                   const AreaCalibration& found, AreaForm form,
                                                   std::span<const CalibrationPoint> probes,
                                                   const CalibrationOptions& options,
                                                   const CalibrationBootstrapOptions& how) {
    const std::vector<TestPoints> tests = tests_of(points);
    if (tests.size() < least_tests)
        return too_few(fmt::format("{} tests", tests.size()), fmt::format("{} tests", least_tests));
    const std::vector<std::size_t> strata = strata_of(tests);
    const std::vector<double> depths = depths_of(points, found, options);
    std::vector<Numbers> draws;
    ordered_parallel(
        how.replicates, how.threads, {},
        [&](std::size_t i) {
            RandomStream stream(how.seed, i);
            Numbers numbers;
            const auto again =
                calibrated(drawn(points, tests, strata, stream), found, form, options);
            if (!again) return numbers;
            for (std::size_t k = 0; k < found.parameters.size(); ++k)
                numbers.push_back(again->parameters[k]);
            numbers.push_back(again->C_f_nm_per_uN);
            for (const double h : depths)
                numbers.push_back(std::log(projected_area_nm2(again->area, h)));
            for (const CalibrationPoint& probe : probes)
                numbers.push_back(modulus_GPa(probe, again->area, again->C_f_nm_per_uN, options));
            return numbers;
        },
        [&](std::size_t, Numbers numbers) {
            if (!numbers.empty()) draws.push_back(std::move(numbers));
        });
    if (draws.size() < std::max<std::size_t>(how.replicates / 2, 2))
        return too_few(
            fmt::format("{} of {} draws gave a calibration", draws.size(), how.replicates),
            "at least half of them");

    CalibrationBootstrap result;
    result.replicates = draws.size();
    result.tests = tests.size();
    result.strata = strata.size() - 1;
    const double n = static_cast<double>(result.tests);
    const double widening = std::sqrt(n / (n - static_cast<double>(result.strata)));
    std::size_t column = 0;
    for (; column < found.parameters.size(); ++column)
        result.u_parameters.push_back(widening * column_sd(draws, column));
    result.u_C_f_nm_per_uN =
        options.frame == FrameFreedom::given ? nan : widening * column_sd(draws, column);
    ++column;
    constexpr double upper = 0.975;  // of an interval of 95 %
    const double t = student_quantile(upper, n - static_cast<double>(result.strata));
    for (const double h : depths) {
        const double A = projected_area_nm2(found.area, h);
        const double u = widening * column_sd(draws, column++);
        result.band.push_back({h, A, A * std::exp(-t * u), A * std::exp(t * u), u});
    }
    for (std::size_t i = 0; i < probes.size(); ++i)
        result.u_E_GPa.push_back(widening * column_sd(draws, column++));
    return result;
}

}  // namespace sneddon
