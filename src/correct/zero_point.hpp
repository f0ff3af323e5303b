// The depth at which contact begins, by several methods.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sneddon/correct/correction.hpp"
#include "sneddon/correct/recipe.hpp"
#include "sneddon/model/segment.hpp"

namespace sneddon {

/// One estimate of the zero; without a depth, why there is none.
struct ZeroEstimate {
    std::optional<double> h0_nm;
    double u_nm = 0;  ///< of the fit alone
    std::string evidence;
    /// How late a threshold is by the law that was fitted; none where the law is not that near.
    std::optional<double> threshold_late_nm = std::nullopt;
    bool is_hertz_refuted = false;  ///< the loading over which it holds does not follow F^(2/3)
};

/// Of the load: where it is taken to have left the noise.
inline constexpr double threshold_in_noise = 4;

/// The loading of the first cycle after tare, frame compliance and drift, from contact.
struct Loading {
    std::vector<double> depth_nm, load_uN;
    double F_max_uN = 0;  ///< largest load of it
    double h_max_nm = 0;  ///< depth there
    double noise_depth_nm = 0, noise_load_uN = 0;
};

/// h = h_0 + k F^(2/3) by least squares over 1 to 6 % of F_max: a spherical end pressed elastically
/// (Hertz 1882). With the tip radius R the window ends where the contact would leave the sphere,
/// k F^(2/3) = 0.117 R for a cone of 70.3 degrees. No answer where the window is too short, the
/// residual is above 3 times the noise, a term in F^(4/3) is significant and moves h_0 by more than
/// 0.1 nm (the loading is not Hertz's), or the mean pressure there would be above the hardness.
ZeroEstimate hertz_zero(const Loading& loading, std::optional<double> tip_radius_nm);

/// Root of a parabola F(h) over the first 10 % of h_max (ISO 14577-1); where the parabola touches
/// zero within its noise, the square law (square_law_zero.hpp), else the vertex.
ZeroEstimate parabola_zero(const Loading& loading);

/// Where the load leaves 4 times its noise for at least 5 points. It is late by the depth that
/// this load needs.
ZeroEstimate threshold_zero(const Loading& loading);

/// Where a recorded contact stiffness leaves its level in the air by 4 standard deviations for at
/// least 5 points.
ZeroEstimate stiffness_zero(const Curve& curve, const CurveChange& change, const Cycle& first,
                            const std::vector<std::size_t>& air);

/// All of them, and the choice of the recipe: writes change.zero_nm, u_h0_nm and the step. u(h_0):
/// that of the fit and the spread of the methods that apply, as a rectangular distribution.
void correct_zero(const Test& test, const Cycle& first, const std::vector<std::size_t>& air,
                  const CorrectionRecipe& recipe, TestCorrection& correction);

}  // namespace sneddon
