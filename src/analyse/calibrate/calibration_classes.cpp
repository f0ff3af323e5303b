#include "analyse/calibrate/calibration_classes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "analyse/calibrate/points_of_tests.hpp"
#include "analyse/oliver_pharr.hpp"
#include "base/nan.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/special_functions.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr double largest_dE_GPa = 1;           // of a class mean, inside of the range of validity,
constexpr double largest_dE_share = 1.0 / 72;  // or this part of E: as much of a stiff reference
constexpr double most_errors = 2;              // of a class mean, which scatter may explain
constexpr double class_ratio = 1.25;           // of depths

CalibrationClass class_of(const AreaFunction& area, const ContactAreas& areas,
                          const std::vector<double>& residuals,
                          const std::vector<std::size_t>& places,
                          const CalibrationOptions& options) {
    std::vector<double> depth, modulus, residual, modulus_at(areas.h_c_nm.size());
    CalibrationClass found;
    found.material = areas.points[places.front()].material;
    for (const std::size_t i : places) {
        depth.push_back(areas.depth_nm[i]);
        modulus_at[i] =
            calibrated_modulus_GPa(area, areas.h_c_nm[i], areas.A_nm2[i], options, found.material);
        modulus.push_back(modulus_at[i]);
        residual.push_back(residuals[i]);
    }
    const Moments E = moments(modulus);
    found.h_c_nm = mean(depth);
    found.n = places.size();
    found.E_GPa = E.mean;
    found.sd_E_GPa = E.sd;
    found.area_residual = mean(residual);
    found.h_c_low_nm = depth.front();
    found.h_c_high_nm = depth.back();
    const double E_GPa = reference_material(options, found.material).E_GPa;
    const double error = std::abs(E.mean - E_GPa);
    const Moments of_tests = moments(means_of_tests(areas.points, places, modulus_at));
    // None of a single test.
    const double u = of_tests.sd / std::sqrt(static_cast<double>(of_tests.n));
    found.is_true =
        error <= std::max(largest_dE_GPa, largest_dE_share * E_GPa) || error <= most_errors * u;
    return found;
}

/// The longest run by the ratio of its depths, as the classes are divided; of all materials.
void find_validity(AreaCalibration& found) {
    std::vector<CalibrationClass> classes = found.classes;
    std::ranges::stable_sort(classes, {}, &CalibrationClass::h_c_nm);
    double longest = 1;
    found.area.h_c_min_nm.reset();
    found.area.h_c_max_nm.reset();
    for (std::size_t begin = 0; begin < classes.size(); ++begin) {
        std::size_t end = begin;
        double low = classes[begin].h_c_low_nm, high = 0;
        for (; end < classes.size() && classes[end].is_true; ++end) {
            low = std::min(low, classes[end].h_c_low_nm);
            high = std::max(high, classes[end].h_c_high_nm);
        }
        if (end == begin || !(high / low > longest)) continue;
        longest = high / low;
        found.area.h_c_min_nm = low;
        found.area.h_c_max_nm = high;
    }
}

/// Of the first material over the valid range: each depth with the weight of its scatter.
void find_mean_modulus(const ContactAreas& areas, const CalibrationOptions& options,
                       AreaCalibration& found) {
    if (!found.area.h_c_min_nm) return;
    double sum_w = 0, sum_wE = 0;
    struct Value {
        double w, E;
        std::string_view test;
    };
    std::vector<Value> values;
    for (std::size_t i = 0; i < areas.h_c_nm.size(); ++i) {
        const double h = areas.depth_nm[i];
        if (areas.points[i].material != 0 || h < *found.area.h_c_min_nm ||
            h > *found.area.h_c_max_nm)
            continue;
        const double w = std::pow(h / *found.area.h_c_max_nm, -2 * found.scatter_exponent);
        const double E =
            calibrated_modulus_GPa(found.area, areas.h_c_nm[i], areas.A_nm2[i], options, 0);
        values.push_back({w, E, areas.points[i].test});
        sum_w += w;
        sum_wE += w * E;
    }
    if (values.empty()) return;
    found.E_GPa = sum_wE / sum_w;
    // What the unloadings of a test share does not become less by their number.
    double squares = 0, tests = 0;
    std::map<std::string_view, double> deviations;
    for (const auto& [w, E, test] : values) {
        const double deviation = w * (E - found.E_GPa);
        if (test.empty())
            squares += deviation * deviation, ++tests;
        else
            deviations[test] += deviation;
    }
    for (const auto& [test, deviation] : deviations) squares += deviation * deviation, ++tests;
    if (tests > 1) found.u_E_GPa = std::sqrt(squares * tests / (tests - 1)) / sum_w;
}

using Classes = std::vector<std::vector<double>>;

/// One residual of each test in each class: unloadings of one test at neighbouring depths are alike
/// by what the test has of its own.
Classes residuals_of_tests(const ContactAreas& areas, const std::vector<double>& residuals,
                           const std::vector<std::vector<std::size_t>>& classes) {
    struct Sum {
        double residual = 0, h = 0, n = 0;
    };
    Classes found;
    for (const auto& places : classes) {
        std::map<std::string_view, Sum> tests;
        for (const std::size_t i : places) {
            Sum& sum = tests[areas.points[i].test];
            sum.residual += residuals[i];
            sum.h += areas.depth_nm[i];
            sum.n += 1;
        }
        std::vector<std::pair<double, double>> ordered;
        // Without names each point is its own test.
        if (tests.size() == 1 && places.size() > 1 && tests.begin()->first.empty())
            for (const std::size_t i : places)
                ordered.emplace_back(areas.depth_nm[i], residuals[i]);
        else
            for (const auto& [name, sum] : tests)
                ordered.emplace_back(sum.h / sum.n, sum.residual / sum.n);
        std::ranges::stable_sort(ordered, {}, [](const auto& pair) { return pair.first; });
        found.emplace_back();
        for (const auto& [h, residual] : ordered) found.back().push_back(residual);
    }
    return found;
}

/// P of class means so far from 0, by the scatter within the classes: the lack of fit (Draper and
/// Smith 1998, Applied Regression Analysis, 2.1) of a fit of `fitted` parameters.
double p_of_class_means(const Classes& classes, double fitted) {
    double between = 0, within = 0, n = 0;
    for (const auto& of_class : classes) {
        const Moments m = moments(of_class);
        n += static_cast<double>(m.n);
        between += static_cast<double>(m.n) * m.mean * m.mean;
        within += m.squares;
    }
    const double count = static_cast<double>(classes.size());
    if (!(count > fitted) || !(n > count) || !(within > 0)) return nan;
    return f_upper_tail(between / (count - fitted) / (within / (n - count)), count - fitted,
                        n - count);
}

/// Of the two ways in which a form that is too stiff shows: the smaller P, twice (Bonferroni).
double p_of_the_form(const Classes& classes, double fitted) {
    std::vector<double> all;
    for (const auto& of_class : classes) all.insert(all.end(), of_class.begin(), of_class.end());
    const double runs = p_of_few_runs(all), means = p_of_class_means(classes, fitted);
    if (is_nan(means)) return runs;
    if (is_nan(runs)) return means;
    return std::min(1.0, 2 * std::min(runs, means));
}

/// Each with the weight that it had in the fit: their spread is then the same at all depths.
std::vector<double> of_equal_spread(std::vector<double> residuals, const ContactAreas& areas,
                                    double exponent) {
    for (std::size_t i = 0; i < residuals.size(); ++i)
        residuals[i] *= std::pow(areas.depth_nm[i] / areas.depth_nm[0], -exponent);
    return residuals;
}

/// A deepest class of few points belongs to the one before: where tests end at one depth, it is of
/// those alone whose surface is off to one side.
std::vector<std::vector<std::size_t>> without_rests(
    const std::vector<std::vector<std::size_t>>& classes, const ContactAreas& areas) {
    constexpr std::size_t least_share = 4;  // of the points of the class before
    const auto material = [&](std::size_t c) { return areas.points[classes[c].front()].material; };
    std::vector<std::vector<std::size_t>> found;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const bool is_last = c + 1 == classes.size() || material(c + 1) != material(c);
        const bool is_first = c == 0 || material(c - 1) != material(c);
        if (is_last && !is_first && least_share * classes[c].size() < classes[c - 1].size())
            found.back().insert(found.back().end(), classes[c].begin(), classes[c].end());
        else
            found.push_back(classes[c]);
    }
    return found;
}

}  // namespace

std::vector<std::vector<std::size_t>> depth_classes(const ContactAreas& areas) {
    std::vector<std::size_t> order(areas.depth_nm.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto material = [&](std::size_t i) { return areas.points[i].material; };
    std::ranges::sort(order, {},
                      [&](std::size_t i) { return std::pair(material(i), areas.depth_nm[i]); });
    std::vector<std::vector<std::size_t>> classes;
    for (const std::size_t i : order) {
        const bool is_new =
            classes.empty() || material(classes.back().front()) != material(i) ||
            areas.depth_nm[i] > class_ratio * areas.depth_nm[classes.back().front()];
        if (is_new) classes.emplace_back();
        classes.back().push_back(i);
    }
    return without_rests(classes, areas);
}

std::vector<double> area_residuals(const AreaFunction& area, const ContactAreas& areas) {
    std::vector<double> residuals;
    for (std::size_t i = 0; i < areas.h_c_nm.size(); ++i)
        residuals.push_back(projected_area_nm2(area, areas.depth_nm[i]) / areas.area_there_nm2[i] -
                            1 + areas.residual[i]);
    return residuals;
}

double calibrated_modulus_GPa(const AreaFunction& area, double h_c_nm, double A_contact_nm2,
                              const CalibrationOptions& options, std::size_t material) {
    const double E_r = reference_E_r_GPa(options, material) *
                       std::sqrt(A_contact_nm2 / projected_area_nm2(area, h_c_nm));
    return indentation_modulus_GPa(E_r, reference_material(options, material).poisson_ratio,
                                   options.indenter_E_GPa, options.indenter_poisson_ratio);
}

double p_of_few_runs(const std::vector<double>& residuals) {
    constexpr std::size_t fewest = 10;  // below, the normal distribution is no likeness
    if (residuals.size() < fewest) return nan;
    double positive = 0, runs = 1;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        positive += residuals[i] > 0 ? 1 : 0;
        if (i > 0) runs += (residuals[i] > 0) != (residuals[i - 1] > 0) ? 1 : 0;
    }
    const double n = static_cast<double>(residuals.size()), pairs = positive * (n - positive);
    if (pairs == 0) return nan;
    const double expected = 1 + 2 * pairs / n;
    const double variance = (expected - 1) * (expected - 2) / (n - 1);
    // Half a run for the step from counts to a continuous distribution.
    return normal_cdf((runs + 0.5 - expected) / std::sqrt(variance));
}

double scatter_exponent(const ContactAreas& areas, const std::vector<double>& residuals) {
    constexpr double least_errors = 3, largest = 3;
    constexpr std::size_t fewest_of_class = 3, fewest = 20;
    std::vector<double> x, y;
    for (const auto& places : depth_classes(areas)) {
        if (places.size() < fewest_of_class) continue;
        double sum = 0;
        for (const std::size_t i : places) sum += residuals[i];
        const double middle = sum / static_cast<double>(places.size());
        for (const std::size_t i : places) {
            const double apart = std::abs(residuals[i] - middle);
            if (!(apart > 0)) continue;
            x.push_back(std::log(areas.depth_nm[i]));
            y.push_back(std::log(apart));
        }
    }
    if (x.size() < fewest) return 0;
    const double g = fit_line(x, y).slope;
    const Moments of_x = moments(x), of_y = moments(y);
    const double explained = g * g * of_x.squares;
    const double u = std::sqrt(std::max(of_y.squares - explained, 0.0) /
                               (static_cast<double>(x.size() - 2) * of_x.squares));
    if (!(std::abs(g) > least_errors * u)) return 0;
    return std::clamp(g, -largest, largest);
}

void judge_calibration(const ContactAreas& areas, const CalibrationOptions& options,
                       AreaCalibration& found) {
    const auto places = depth_classes(areas);
    const std::vector<double> residuals = area_residuals(found.area, areas);
    found.classes.clear();
    double squares = 0;
    for (const auto& of_class : places) {
        found.classes.push_back(class_of(found.area, areas, residuals, of_class, options));
        squares += found.classes.back().area_residual * found.classes.back().area_residual;
    }
    found.u_area_relative = std::sqrt(squares / static_cast<double>(places.size()));
    double sum = 0;
    for (const double r : residuals) sum += r * r;
    found.residual_rms = std::sqrt(sum / static_cast<double>(residuals.size()));
    found.p_form =
        p_of_the_form(residuals_of_tests(
                          areas, of_equal_spread(residuals, areas, found.scatter_exponent), places),
                      static_cast<double>(found.fitted()));
    find_validity(found);
    find_mean_modulus(areas, options, found);
}

}  // namespace sneddon
