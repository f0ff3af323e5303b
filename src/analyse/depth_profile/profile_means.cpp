#include "analyse/depth_profile/profile_means.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "analyse/depth_profile/area_of_file.hpp"
#include "analyse/depth_profile/profile_flags.hpp"
#include "analyse/oliver_pharr.hpp"
#include "base/nan.hpp"
#include "correct/frame_compliance.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {
namespace {

constexpr double from_share = 0.5, to_share = 0.95;
constexpr std::size_t fewest_points = fewest_averaged_points;

struct Points {
    std::vector<double> depth_nm, values;
};

bool does_reach(const DepthProfile& profile, double depth_nm) {
    return std::ranges::max(profile.depth_nm) >= depth_nm;
}

/// The first point beyond a depth or the one before it, whichever is nearer, as NanoSuite counts.
std::size_t point_at(const std::vector<double>& depth, double at_nm) {
    const auto beyond = std::ranges::find_if(depth, [&](double h) { return h > at_nm; });
    const auto i = static_cast<std::size_t>(beyond - depth.begin());
    if (i == depth.size()) return i - 1;
    return i > 0 && at_nm - depth[i - 1] < depth[i] - at_nm ? i - 1 : i;
}

Points within(const DepthProfile& profile, const std::vector<double>& column,
              const DepthRange& range) {
    const auto& depth = profile.depth_nm;
    Points points;
    if (depth.empty() || !does_reach(profile, range.low_nm)) return points;
    const std::size_t last = point_at(depth, range.high_nm);
    for (std::size_t i = point_at(depth, range.low_nm); i <= last; ++i) {
        if (is_nan(column[i])) continue;
        points.depth_nm.push_back(depth[i]);
        points.values.push_back(column[i]);
    }
    return points;
}

double mean_of(std::span<const double> values) {
    if (values.size() < fewest_points) return nan;
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// Standard error of the mean of points about a line whose neighbours are alike (AR(1)).
double standard_error(const Points& points) {
    const std::size_t n = points.values.size();
    if (n < fewest_points) return nan;
    const LineFit line = fit_line(points.depth_nm, points.values);
    if (!(line.residual_sd > 0)) return 0;
    std::vector<double> residuals(n);
    for (std::size_t i = 0; i < n; ++i)
        residuals[i] = points.values[i] - line_at(line, points.depth_nm[i]);
    const auto count = static_cast<double>(n);
    const double r = std::min(lag_one_autocorrelation(residuals), 1 - 1 / count);
    return line.residual_sd / std::sqrt(count) * ar1_inflation(r);
}

/// The profile with one input changed.
DepthProfile changed(const DepthProfile& profile, const AnalysisRecipe& recipe, double zero_nm,
                     double compliance_nm_per_uN) {
    MeasuredStiffness measured;
    measured.depth_nm = profile.depth_nm;
    measured.load_uN = profile.load_uN;
    measured.stiffness_uN_per_nm = profile.stiffness_uN_per_nm;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        measured.depth_nm[i] -= zero_nm + compliance_nm_per_uN * profile.load_uN[i];
        double& S = measured.stiffness_uN_per_nm[i];
        S = 1 / (1 / S - compliance_nm_per_uN);
    }
    return depth_profile(std::move(measured), recipe);
}

/// Squares of the effects of the inputs on the three means.
struct Variances {
    double H = 0, E_r = 0, E = 0;

    void add(const ProfileMeans& base, const ProfileMeans& other) {
        const auto square = [](double x) { return x * x; };
        H += square(other.hardness_GPa - base.hardness_GPa);
        E_r += square(other.reduced_modulus_GPa - base.reduced_modulus_GPa);
        E += square(other.modulus_GPa - base.modulus_GPa);
    }
};

void write(const Variances& variances, QuantityValues& to) {
    to["H_profile_GPa"_q] = std::sqrt(variances.H);
    to["E_r_profile_GPa"_q] = std::sqrt(variances.E_r);
    to["E_profile_GPa"_q] = std::sqrt(variances.E);
}

/// Zero, and scatter of the points: anew in every test.
Variances random_part(const DepthProfile& profile, const DepthRange& range, double u_zero_nm,
                      const ProfileMeans& base, const AnalysisRecipe& recipe) {
    Variances of;
    if (u_zero_nm > 0) of.add(base, means_of(changed(profile, recipe, u_zero_nm, 0), range));
    const auto squared_error = [&](const std::vector<double>& column) {
        const double error = standard_error(within(profile, column, range));
        return error * error;
    };
    of.H += squared_error(profile.hardness_GPa);
    of.E_r += squared_error(profile.reduced_modulus_GPa);
    of.E += squared_error(profile.modulus_GPa);
    return of;
}

/// Frame compliance, area and load: the same in all tests of the run.
Variances common_part(const DepthProfile& profile, const DepthRange& range,
                      double u_compliance_nm_per_uN, const ProfileMeans& base,
                      const AnalysisRecipe& recipe) {
    Variances of;
    of.add(base, means_of(changed(profile, recipe, 0, u_compliance_nm_per_uN), range));
    const double u_area = recipe.uncertainty.area_relative.value_or(nan);
    const double u_load = recipe.uncertainty.load_relative;
    const auto add = [](double& variance, double effect) { variance += effect * effect; };
    add(of.H, base.hardness_GPa * u_area);
    add(of.H, base.hardness_GPa * u_load);
    // E_r goes with 1/sqrt(A); a stiffness is a load over a depth.
    const double of_modulus[] = {u_area / 2, u_load, recipe.uncertainty.depth_relative};
    for (const double relative : of_modulus) {
        add(of.E_r, base.reduced_modulus_GPa * relative);
        const double E_r = base.reduced_modulus_GPa * (1 + relative);
        if (recipe.poisson_ratio)
            add(of.E,
                indentation_modulus_GPa(E_r, *recipe.poisson_ratio, recipe.indenter_E_GPa,
                                        recipe.indenter_poisson_ratio) -
                    indentation_modulus_GPa(base.reduced_modulus_GPa, *recipe.poisson_ratio,
                                            recipe.indenter_E_GPa, recipe.indenter_poisson_ratio));
    }
    return of;
}

}  // namespace

DepthRange averaged_range(const DepthProfile& profile, const ProfileOptions& asked,
                          const StatedByFile& stated) {
    const double deepest = std::ranges::max(profile.depth_nm);
    const auto first_of = [](std::optional<double> a, std::optional<double> b, double otherwise) {
        return a.value_or(b.value_or(otherwise));
    };
    return {first_of(asked.from_nm, stated.profile_from_nm, from_share * deepest),
            first_of(asked.to_nm, stated.profile_to_nm, to_share * deepest)};
}

ProfileMeans means_of(const DepthProfile& profile, const DepthRange& range) {
    ProfileMeans means;
    const auto mean = [&](const std::vector<double>& column) {
        return mean_of(within(profile, column, range).values);
    };
    means.hardness_GPa = mean(profile.hardness_GPa);
    means.modulus_GPa = mean(profile.modulus_GPa);
    std::vector<double> ratio(profile.size());
    for (std::size_t i = 0; i < ratio.size(); ++i)
        ratio[i] =
            load_over_stiffness_squared_per_GPa(profile.load_uN[i], profile.stiffness_uN_per_nm[i]);
    const Points tip_free = within(profile, ratio, range);
    means.points = tip_free.values.size();
    means.load_per_stiffness2_per_GPa = mean_of(tip_free.values);
    const Points moduli = within(profile, profile.reduced_modulus_GPa, range);
    means.reduced_modulus_GPa = mean_of(moduli.values);
    if (moduli.values.size() < fewest_points) {
        means.reduced_modulus_change = nan;
        return means;
    }
    const auto [first, last] = std::ranges::minmax(moduli.depth_nm);
    means.reduced_modulus_change =
        fit_line(moduli.depth_nm, moduli.values).slope * (last - first) / means.reduced_modulus_GPa;
    return means;
}

void add_profile_means(const DepthProfile& profile, const DepthRange& range,
                       const TestCorrection& correction, const AnalysisRecipe& recipe,
                       CycleResult& cycle) {
    const ProfileMeans means = means_of(profile, range);
    cycle.values["H_profile_GPa"_q] = means.hardness_GPa;
    cycle.values["E_r_profile_GPa"_q] = means.reduced_modulus_GPa;
    cycle.values["E_profile_GPa"_q] = means.modulus_GPa;
    cycle.values["E_r_profile_change"_q] = means.reduced_modulus_change;
    cycle.values["P_per_S2_profile_per_GPa"_q] = means.load_per_stiffness2_per_GPa;
    cycle.values["profile_points"_q] = static_cast<double>(means.points);
    const double u_zero_nm = recipe.uncertainty.zero_nm.value_or(correction.u_h0_nm);
    const double u_frame =
        u_frame_compliance_nm_per_uN(correction, recipe.uncertainty.frame_compliance_nm_per_uN);
    write(random_part(profile, range, u_zero_nm, means, recipe), cycle.uncertainty.random);
    write(common_part(profile, range, u_frame, means, recipe), cycle.uncertainty.common);
    flag_profile(profile, means, range, cycle.values, cycle.flags);
}

std::optional<AveragedProfile> add_depth_profile(const Test& test, const AnalysisRecipe& recipe,
                                                 TestResult& result) {
    auto measured = measured_stiffness(test, result, recipe);
    if (!measured) return std::nullopt;
    AnalysisRecipe of_test = recipe;
    of_test.area_function = area_in_force(recipe.area_function, test.stated);
    DepthProfile profile = depth_profile(*std::move(measured), of_test);
    const DepthRange range = averaged_range(profile, recipe.depth_profile, test.stated);
    add_profile_means(profile, range, result.correction, of_test, result.cycles.front());
    return AveragedProfile{std::move(profile), range};
}

}  // namespace sneddon
