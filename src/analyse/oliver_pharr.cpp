#include "analyse/oliver_pharr.hpp"

#include <cmath>
#include <numbers>

#include "base/nan.hpp"
#include "model/units.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
double stiffness_uN_per_nm(double m, double F_max_uN, double k_nm, std::optional<double> x) {
    const double at_peak = m * F_max_uN / k_nm;
    return x ? at_peak * std::pow(*x, m - 1) : at_peak;
}

double load_over_stiffness_squared_per_GPa(double F_max_uN, double S_uN_per_nm) {
    return per_GPa_per_nm2_per_uN * F_max_uN / (S_uN_per_nm * S_uN_per_nm);
}

double tangent_depth_nm(double h_max_nm, double F_max_uN, double S_uN_per_nm) {
    return h_max_nm - F_max_uN / S_uN_per_nm;
}

double contact_depth_nm(double h_max_nm, double F_max_uN, double S_uN_per_nm, double epsilon) {
    return h_max_nm - epsilon * F_max_uN / S_uN_per_nm;
}

double indentation_hardness_GPa(double F_max_uN, double A_p_nm2) {
    return GPa_per_uN_per_nm2 * F_max_uN / A_p_nm2;
}

double reduced_modulus_GPa(double S_uN_per_nm, double A_p_nm2, double beta, double pi) {
    return GPa_per_uN_per_nm2 * std::sqrt(pi) * S_uN_per_nm / (2 * beta * std::sqrt(A_p_nm2));
}

double indentation_modulus_GPa(double E_r_GPa, double poisson_ratio, double indenter_E_GPa,
                               double indenter_poisson_ratio) {
    const double indenter_per_GPa =
        (1 - indenter_poisson_ratio * indenter_poisson_ratio) / indenter_E_GPa;
    const double sample_per_GPa = 1 / E_r_GPa - indenter_per_GPa;
    if (!(sample_per_GPa > 0)) return nan;
    return (1 - poisson_ratio * poisson_ratio) / sample_per_GPa;
}

double epsilon_pharr_bolshakov(double m) {
    if (m <= 1) return 1;
    const double x = 1 / (2 * (m - 1));
    // The ratio of two gamma functions that are both huge for m near 1; m/(2(m-1)) = x + 1/2.
    const double ratio = std::exp(log_gamma(x + 0.5) - log_gamma(x));
    return m * (1 - 2 * (m - 1) * ratio / std::sqrt(std::numbers::pi));
}

double epsilon_pharr_bolshakov_table(double m) {
    constexpr double step = 0.1, rounding = 1e-9;  // an m that is in the table stands at its row
    const double lower = std::floor(m * 10 + rounding) / 10, upper = lower + step;
    const auto rounded = [](double at) {
        return std::round(1000 * epsilon_pharr_bolshakov(at)) / 1000;
    };
    const double share = (m - lower) / (upper - lower);
    return rounded(lower) + share * (rounded(upper) - rounded(lower));
}

double epsilon_of(const AnalysisRecipe& recipe, double m) {
    switch (recipe.epsilon_rule) {
        case EpsilonRule::constant:
            return recipe.epsilon;
        case EpsilonRule::pharr_bolshakov:
            return epsilon_pharr_bolshakov(m);
        case EpsilonRule::pharr_bolshakov_table:
            return epsilon_pharr_bolshakov_table(m);
    }
    return recipe.epsilon;
}

}  // namespace sneddon
