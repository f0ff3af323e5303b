// What one tip does to the difference of two samples: it is wrong for both alike.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sneddon/model/area_function.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

/// The tip that a sample was analysed with.
struct SampleTip {
    std::optional<AreaFunction> area;
    std::optional<double> u_relative;  ///< standard uncertainty of A_p/A_p; none: not known
    std::optional<double> poisson_ratio;
};

enum class TipShare {
    no_part,    ///< the quantity does not hang on the area
    shared,     ///< one area function
    different,  ///< two
    not_known,  ///< no u of the area is stated
};
std::string_view name(TipShare share);

/// The same numbers, whatever the name of the file.
bool are_one_tip(const SampleTip& a, const SampleTip& b);

/// A mean of a sample as the area enters it: where on the tip, and d mean / d ln A_p.
struct AreaPart {
    const SampleTip* tip = nullptr;
    double h_c_nm = 0;
    double sensitivity = 0;
};

/// d q / d ln A_p of a mean: -H_IT; -E_r/2; -E_IT^2/(2 (1 - nu^2) E_r), for 1/E_r = (1 - nu^2)/E_IT
/// + const; 0 for all others.
double area_sensitivity(QuantityIndex quantity, const SampleTip& tip, double mean, double E_r_GPa);

/// Covariance of two means through the area. Of one tip the relative error of A_p is a smooth
/// function of the depth: u^2 exp(-ln(h_a/h_b)^2/2), all of it shared at one depth and little over
/// a factor e^2. The width, a factor e, is an assumption of this project: calibrations state one u,
/// not its course. Of two tips 0. NaN where u is not known.
double area_covariance(const AreaPart& a, const AreaPart& b);

/// The same places on the tip, each with the mean sensitivity: what the tip makes of equal samples.
std::vector<AreaPart> of_equal_samples(std::vector<AreaPart> parts);

/// Standard uncertainty of sum weight_i mean_i through the area.
double u_through_area(std::span<const AreaPart> parts, std::span<const double> weights);

}  // namespace sneddon
