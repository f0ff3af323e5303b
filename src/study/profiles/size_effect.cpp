#include "study/profiles/size_effect.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/nan.hpp"
#include "numeric/least_squares/linear_least_squares.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 3, fewest_cells = 5;
constexpr double from_share = 0.1, to_share = 0.95;
/// One-sided, of "h* is not above 0"; the test of a straight line is two-sided at the same level.
constexpr double level = 0.01;

double deepest_nm(const TestProfile& profile) {
    double deepest = 0;
    for (const ProfileCell& cell : profile.cells)
        if (!is_nan(cell.hardness_GPa)) deepest = std::max(deepest, cell.contact_depth_nm);
    return deepest;
}

/// H² against 1/h_c within the range.
struct Law {
    double H0_GPa = nan, h_star_nm = nan;
    double bend = nan;  ///< quadratic part at the ends of the range, as a share of H0²
};

Law law_of(const TestProfile& profile, double from_nm, double to_nm) {
    std::vector<double> x, y;
    for (const ProfileCell& cell : profile.cells) {
        const double h_c = cell.contact_depth_nm;
        if (h_c < from_nm || h_c > to_nm || is_nan(cell.hardness_GPa)) continue;
        x.push_back(1 / h_c);
        y.push_back(cell.hardness_GPa * cell.hardness_GPa);
    }
    Law law;
    if (x.size() < fewest_cells) return law;
    const LinearFit line = fit_polynomial(x, y, 1), parabola = fit_polynomial(x, y, 2);
    if (!line.is_fitted || !parabola.is_fitted || !(line.coefficients[0] > 0)) return law;
    law.H0_GPa = std::sqrt(line.coefficients[0]);
    law.h_star_nm = line.coefficients[1] / line.coefficients[0];
    const auto [least, most] = std::ranges::minmax(x);
    const double half = (most - least) / 2;
    law.bend = parabola.coefficients[2] * half * half / line.coefficients[0];
    return law;
}

struct OfTests {
    Summary summary;
    double standard_error() const { return summary.sd / std::sqrt(static_cast<double>(summary.n)); }
    double degrees() const { return static_cast<double>(summary.n) - 1; }
    Interval ci95() const {
        constexpr double upper = 0.975;
        const double half = student_quantile(upper, degrees()) * standard_error();
        return {summary.mean - half, summary.mean + half};
    }
};

OfTests over_tests(const std::vector<Law>& laws, double Law::*member) {
    std::vector<double> values;
    for (const Law& law : laws) values.push_back(law.*member);
    return {summarise(values)};
}

/// A bend that no figure would show is none, however many tests resolve it.
constexpr double least_bend = 0.01;

std::string why_no_law(const OfTests& h_star, const OfTests& bend) {
    const double t = h_star.summary.mean / h_star.standard_error();
    if (!(t > student_quantile(1 - level, h_star.degrees())))
        return fmt::format("h* = {:.1f} ± {:.1f} nm is not above 0", h_star.summary.mean,
                           h_star.standard_error());
    const double of_bend = bend.summary.mean / bend.standard_error();
    if (std::fabs(bend.summary.mean) > least_bend &&
        std::fabs(of_bend) > student_quantile(1 - level / 2, bend.degrees()))
        return "H² against 1/h_c is no straight line";
    return "";
}

}  // namespace

SizeEffect find_size_effect(std::span<const TestProfile* const> profiles) {
    SizeEffect found;
    double deepest = INFINITY;
    for (const TestProfile* profile : profiles) deepest = std::min(deepest, deepest_nm(*profile));
    if (profiles.size() < fewest_tests || !(deepest > 0)) {
        found.why_not = "fewer than 3 tests with a hardness";
        return found;
    }
    found.from_nm = from_share * deepest;
    found.to_nm = to_share * deepest;
    std::vector<Law> laws;
    for (const TestProfile* profile : profiles) {
        const Law law = law_of(*profile, found.from_nm, found.to_nm);
        if (!is_nan(law.H0_GPa)) laws.push_back(law);
    }
    found.tests = laws.size();
    if (laws.size() < fewest_tests) {
        found.why_not = "fewer than 3 tests with 5 depths in the range";
        return found;
    }
    const OfTests H0 = over_tests(laws, &Law::H0_GPa), h_star = over_tests(laws, &Law::h_star_nm);
    found.H0_GPa = H0.summary.mean;
    found.h_star_nm = h_star.summary.mean;
    found.H0_ci95 = H0.ci95();
    found.h_star_ci95 = h_star.ci95();
    found.why_not = why_no_law(h_star, over_tests(laws, &Law::bend));
    return found;
}

}  // namespace sneddon
