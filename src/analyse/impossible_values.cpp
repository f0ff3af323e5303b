#include "analyse/impossible_values.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr double small_share = 0.01;  // of the largest work, and of eta
constexpr double u_factor = 3;        // a work of nothing but noise comes out below zero
// Diamond has some 100 GPa (Brookes 1970); the softest gels that are indented some 10 kPa.
constexpr double hardest_GPa = 150, softest_GPa = 1e-6;
// Berkovich tips of R 50 to 300 nm have 1.2 to 2.6 times the ideal area at 30 nm; at 3 R the cap
// still adds some 4 %, and few tips are blunter than 100 nm.
constexpr double ideal_from_radii = 3, ideal_from_nm = 300;

// Projected area over the square of the depth: pyramids of Berkovich and Vickers, cube corner,
// cones of 90 and 60 degrees (pi tan^2 of half of them), and of a sphere the term that bends 2 pi R
// h.
constexpr std::array tips = {24.5, 2.598, 3.1416, 1.0472, -3.1416};
constexpr double far_from_tip = 0.25;  // calibrated pyramids have 22 to 27

constexpr std::array works = {"W_load_pJ"_q, "W_hold_pJ"_q, "W_total_pJ"_q, "W_elast_pJ"_q,
                              "W_plast_pJ"_q};

double known(double u) {
    return std::isfinite(u) ? u : 0;
}

struct Range {
    double least, most;
};
constexpr Range any_positive{std::numeric_limits<double>::min(),
                             std::numeric_limits<double>::max()};

/// What instruments of a format can have measured.
struct Reach {
    std::string_view format;  // begin of its id
    Range F_uN, h_nm;
};
// Data sheets. Hysitron: a load below 10 nN or a depth below 0.5 nm is noise; the high-load head
// has 10 N and 100 um. Anton Paar: from the UNHT3 to the MCT3 (200 N, 1 mm). Others: from the
// atomic force microscope to the macro range.
constexpr std::array reaches = {Reach{"hysitron", {1e-2, 1e7}, {0.5, 1e5}},
                                Reach{"antonpaar", {1, 2e8}, {1, 1e6}},
                                Reach{"", {1e-5, 1e7}, {0.1, 1e6}}};
// Hysitron's head for up to 10 mN travels 5 um; heads that travel further have higher loads.
constexpr double low_load_head_uN = 1e4, low_load_head_nm = 2e4;

void flag_outside(const QuantityValues& values, QuantityIndex quantity, Range range,
                  std::string_view code, std::string_view why, std::vector<Flag>& flags) {
    const double value = values[quantity];
    if (std::isnan(value) || (value >= range.least && value <= range.most)) return;
    const auto& info = quantity.info();
    flags.push_back({std::string(code), value, value < range.least ? range.least : range.most,
                     fmt::format("{} = {:.4g}{}{}: {}", info.symbol, value,
                                 info.unit.empty() ? "" : " ", info.unit, why)});
}

}  // namespace

void flag_works(const QuantityValues& values, const QuantityValues& u_random,
                std::vector<Flag>& flags) {
    double largest_pJ = 0;
    for (const QuantityIndex work : works)
        largest_pJ = std::fmax(largest_pJ, std::abs(values[work]));
    for (const QuantityIndex work : works) {
        const double limit_pJ =
            -std::max(small_share * largest_pJ, u_factor * known(u_random[work]));
        if (!(values[work] < limit_pJ)) continue;
        flags.push_back({"SND-A040", values[work], limit_pJ,
                         fmt::format("{} = {:.4g} pJ: a work is not negative", work.info().symbol,
                                     values[work])});
        break;
    }
    flag_outside(values, "eta_IT"_q, {-small_share, 1 + small_share}, "SND-A041",
                 "the elastic work is a part of the total", flags);
}

void flag_creep_ratio(QuantityValues& values, std::vector<Flag>& flags) {
    double& ratio = values["C_IT_percent"_q];
    if (!std::isinf(ratio)) return;
    ratio = nan;
    flags.push_back({"SND-A042", values["creep_nm"_q], 0,
                     "C_IT has no finite value: the depth at the start of the hold is zero"});
}

void flag_hardness_and_modulus(const QuantityValues& values, std::vector<Flag>& flags) {
    flag_outside(values, "H_IT_GPa"_q, {softest_GPa, hardest_GPa}, "SND-A043",
                 "no solid has this hardness; check the units of load and depth", flags);
    for (const QuantityIndex quantity : {"S_uN_per_nm"_q, "E_r_GPa"_q, "E_IT_GPa"_q}) {
        const std::size_t before = flags.size();
        flag_outside(values, quantity, any_positive, "SND-A044",
                     "stiffness and modulus are positive", flags);
        if (flags.size() > before) return;  // the others follow from it
    }
}

void flag_ideal_tip(const QuantityValues& values, const AnalysisRecipe& recipe,
                    std::vector<Flag>& flags) {
    const auto& area = recipe.area_function;
    if (!area || area->kind != AreaFunction::Kind::ideal) return;
    auto radius_nm = recipe.correction.tip_radius_nm;
    if (!radius_nm) radius_nm = known_tip_radius_nm(*area);
    const double least_nm = radius_nm ? ideal_from_radii * *radius_nm : ideal_from_nm;
    const double h_c_nm = values["h_c_nm"_q];
    if (!(h_c_nm < least_nm)) return;
    flags.push_back(
        {"SND-A046", h_c_nm, least_nm,
         fmt::format("h_c = {:.4g} nm is below {:.4g} nm: the ideal tip may give an H_IT "
                     "twice too large",
                     h_c_nm, least_nm)});
}

void flag_first_coefficient(const AnalysisRecipe& recipe, std::vector<Flag>& flags) {
    const auto& area = recipe.area_function;
    if (!area || area->kind != AreaFunction::Kind::polynomial) return;
    const double C_0 = area->coefficients[0];
    const auto is_near = [&](double tip) {
        return std::abs(C_0 - tip) <= far_from_tip * std::abs(tip);
    };
    if (std::ranges::any_of(tips, is_near)) return;
    flags.push_back({"SND-A048", C_0, tips.front(),
                     fmt::format("C0 = {:.4g} of the area function is that of no usual tip; a "
                                 "Berkovich has 24.5",
                                 C_0)});
}

void flag_reach(const QuantityValues& values, std::string_view format, std::vector<Flag>& flags) {
    const Reach& reach = *std::ranges::find_if(
        reaches, [&](const Reach& each) { return format.starts_with(each.format); });
    constexpr std::string_view why =
        "beyond what instruments of this format reach; check the units";
    flag_outside(values, "F_max_uN"_q, reach.F_uN, "SND-A045", why, flags);
    Range h_nm = reach.h_nm;
    if (reach.format == "hysitron" && values["F_max_uN"_q] < low_load_head_uN)
        h_nm.most = low_load_head_nm;
    flag_outside(values, "h_max_nm"_q, h_nm, "SND-A045", why, flags);
}

}  // namespace sneddon
