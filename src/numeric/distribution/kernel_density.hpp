// Smooth densities of values: Gaussian kernels of one width.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace sneddon {

/// Three rules that programs call their default, and one that looks at the data; n values, sd with
/// n - 1.
enum class BandwidthRule {
    scott,      ///< sd n^(-1/5) (Scott 1992; scipy, seaborn)
    silverman,  ///< sd (3 n/4)^(-1/5) (Silverman 1986; scipy)
    nrd0,       ///< 0.9 min(sd, IQR/1.34) n^(-1/5) (Silverman 1986, eq. 3.31; R)
    /// Improved Sheather-Jones by diffusion (Botev, Grotowski and Kroese 2010, Ann. Stat. 38,
    /// 2916): no assumption of normality, several peaks stay apart. Scale-exact: the bandwidth of s
    /// x is s times that of x. Rounded data with many ties and very heavy tails make it unreliable.
    improved_sheather_jones,
};
std::string_view name(BandwidthRule rule);

/// NaN for fewer than 2 values, values all equal or not finite, and where the equation of
/// improved_sheather_jones has no root.
double bandwidth(std::span<const double> values, BandwidthRule rule);

/// (1/(n h)) sum phi((x - x_i)/h) at every point x; NaN everywhere for h that is not positive, no
/// values or a value that is not finite.
std::vector<double> kernel_density(std::span<const double> values, double bandwidth,
                                   std::span<const double> points);

}  // namespace sneddon
