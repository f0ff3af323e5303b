#include "sneddon/tools/doctor.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>
#include <numbers>

#include "analyse/oliver_pharr.hpp"
#include "analyse/unloading.hpp"
#include "base/random.hpp"
#include "base/sha256.hpp"
#include "base/text_table.hpp"
#include "model/units.hpp"
#include "sneddon/numeric/distribution_fit.hpp"
#include "sneddon/numeric/fit_mixture.hpp"
#include "sneddon/numeric/information_criteria.hpp"
#include "sneddon/numeric/linear_power_law.hpp"

namespace sneddon {
namespace {

constexpr double pi = std::numbers::pi;
using Checks = std::vector<DoctorCheck>;

/// Elastic cone and sphere (Sneddon 1965, Hertz 1882): the reduced modulus put in comes back.
void check_contact(Checks& checks) {
    const double tangent = std::tan(70.3 * pi / 180), E_GPa = 100;
    const double h_nm = 50, F_uN = 2 / pi * E_GPa * uN_per_GPa_nm2 * tangent * h_nm * h_nm;
    const double h_c = contact_depth_nm(h_nm, F_uN, 2 * F_uN / h_nm, 2 * (pi - 2) / pi);
    const double A = pi * tangent * tangent * h_c * h_c;
    checks.push_back(
        {"elastic cone: E_r (GPa)", reduced_modulus_GPa(2 * F_uN / h_nm, A, 1, pi), E_GPa, 1e-10});
    checks.push_back({"elastic cone: H_IT (GPa)", indentation_hardness_GPa(F_uN, A),
                      E_GPa / tangent / 2, 1e-10});
    const double R_nm = 300, d_nm = 20;
    const double P_uN = 4.0 / 3 * E_GPa * uN_per_GPa_nm2 * std::sqrt(R_nm) * std::pow(d_nm, 1.5);
    const double S = 1.5 * P_uN / d_nm;
    const double area = 2 * pi * R_nm * contact_depth_nm(d_nm, P_uN, S, 0.75);
    checks.push_back(
        {"Hertz sphere: E_r (GPa)", reduced_modulus_GPa(S, area, 1, pi), E_GPa, 1e-10});
}

/// F = 300 ((h - 30)/24)^1.5 without noise: S = 18.75 uN/nm.
void check_unloading(Checks& checks) {
    Curve curve;
    for (int i = 0; i <= 1000; ++i) {
        const double share = 1 - i / 1000.0;
        curve.time_s.push_back(i / 100.0);
        curve.load_uN.push_back(300 * share);
        curve.depth_nm.push_back(30 + 24 * std::pow(share, 2.0 / 3));
    }
    Segment unload;
    unload.begin = 0;
    unload.end = curve.size();
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth}) {
        UnloadingOptions options;
        options.fit_space = space;
        const UnloadingFit fit = fit_unloading(curve, unload, 300, options);
        const std::string where = space == FitSpace::depth_of_load ? " in depth" : " in load";
        checks.push_back({"exact unloading" + where + ": S (uN/nm)", fit.S_uN_per_nm, 18.75, 1e-8});
        checks.push_back({"exact unloading" + where + ": m", fit.m, 1.5, 1e-9});
    }
}

/// 0.05 t + 2.5 t^0.35 at 3,000 instants.
void check_creep(Checks& checks) {
    std::vector<double> t, h;
    for (int i = 1; i <= 3000; ++i) {
        t.push_back(i / 50.0);
        h.push_back(0.05 * t.back() + 2.5 * std::pow(t.back(), 0.35));
    }
    const LinearPowerFit fit = fit_linear_power(t, h);
    checks.push_back({"exact creep: a (nm/s)", fit.a, 0.05, 1e-11});
    checks.push_back({"exact creep: b", fit.b, 2.5, 1e-10});
    checks.push_back({"exact creep: c", fit.c, 0.35, 1e-11});
}

/// A published comparison: 116 values, two parameters each, criteria to two decimals.
void check_criteria(Checks& checks) {
    const InformationCriteria one = information_criteria(-46.44, 2, 116);
    const InformationCriteria two = information_criteria(-67.00, 2, 116);
    checks.push_back({"AIC of ln L -46.44, k 2, n 116", one.aic, 96.88, 0.005});
    checks.push_back({"BIC of ln L -46.44, k 2, n 116", one.bic, 102.39, 0.005});
    checks.push_back({"AIC of ln L -67.00, k 2, n 116", two.aic, 138.00, 0.005});
    checks.push_back({"BIC of ln L -67.00, k 2, n 116", two.bic, 143.51, 0.005});
}

/// Of exponential(1) the values -ln(1 - (i - 1/2)/n): the rate is one over their mean, and ln L of
/// the optimum is n (ln rate - 1).
void check_distribution(Checks& checks) {
    std::vector<double> values;
    double sum = 0;
    for (int i = 0; i < 200; ++i) {
        values.push_back(-std::log1p(-(i + 0.5) / 200));
        sum += values.back();
    }
    const DistributionFit fit = fit_distribution(values, DistributionFamily::exponential);
    const double rate = 200 / sum;
    checks.push_back({"exponential: rate", fit.distribution.parameters[0], rate, 1e-13});
    checks.push_back({"exponential: ln L", fit.log_likelihood, 200 * (std::log(rate) - 1), 1e-10});
}

/// Two groups 40 standard deviations apart: no row is shared, so each component must have the
/// moments of its own rows, to rounding.
void check_mixture(Checks& checks) {
    RandomStream random(1);
    std::vector<std::vector<double>> columns(2);
    std::array<double, 2> mean{};
    constexpr int first_rows = 120, rows = 300;
    for (int i = 0; i < rows; ++i) {
        const bool is_first = i < first_rows;
        columns[0].push_back((is_first ? 4.0 : 14.0) + 0.25 * random.normal());
        columns[1].push_back(2.0 + 0.5 * random.normal());
        mean[is_first ? 0 : 1] += columns[0].back() / (is_first ? first_rows : rows - first_rows);
    }
    FitMixtureOptions options;
    options.most_components = 2;
    options.starts = {2, 10};
    const auto points = make_points(columns);
    const auto fits = fit_mixture(*points, options);
    const GaussianMixture& two = fits->fits.back().mixture;
    checks.push_back({"two far groups: chosen k",
                      fits->chosen ? static_cast<double>(*fits->chosen + 1) : 0, 2, 0});
    checks.push_back({"two far groups: first share", two.weights.at(0), 0.4, 1e-12});
    checks.push_back({"two far groups: first mean", two.means.at(0), mean[0], 1e-11});
    checks.push_back({"two far groups: second mean", two.means.at(2), mean[1], 1e-11});
}

/// SHA-256 of "abc" (FIPS 180-4, appendix B.1): it seals every input.
void check_seal(Checks& checks) {
    const bool is_right =
        sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    checks.push_back({"SHA-256 of \"abc\" is that of FIPS 180-4", is_right ? 1.0 : 0.0, 1, 0});
}

}  // namespace

bool DoctorCheck::has_passed() const {
    return std::abs(number - expected) <= tolerance;  // false for NaN
}

std::vector<DoctorCheck> doctor_checks() {
    Checks checks;
    check_contact(checks);
    check_unloading(checks);
    check_creep(checks);
    check_criteria(checks);
    check_distribution(checks);
    check_mixture(checks);
    check_seal(checks);
    return checks;
}

std::string doctor_text(const std::vector<DoctorCheck>& checks) {
    std::vector<std::vector<std::string>> rows;
    for (const DoctorCheck& check : checks)
        rows.push_back({check.has_passed() ? "PASS" : "FAIL", check.name,
                        fmt::format("{:.12g}", check.number),
                        fmt::format("expected {:.12g}", check.expected),
                        fmt::format("within {:g}", check.tolerance)});
    return text_table(rows, "", {2});
}

}  // namespace sneddon
