#include "study/pop_ins/first_load_law.hpp"

#include <cmath>

#include "numeric/sum/special_functions.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {

using std::exp, std::expm1, std::log, std::log1p;

std::string_view name(FirstLoadFamily family) {
    switch (family) {
        case FirstLoadFamily::weibull:
            return "weibull";
        case FirstLoadFamily::normal:
            return "normal";
        case FirstLoadFamily::gumbel:
            return "gumbel";
    }
    return "";
}

template <class Real>
Real FirstLoadLawOf<Real>::cdf(double load_uN) const {
    if (family == FirstLoadFamily::normal) return normal_cdf((load_uN - location) / scale);
    if (family == FirstLoadFamily::gumbel) return -expm1(-exp((load_uN - location) / scale));
    if (!(load_uN > 0)) return 0;
    return -expm1(-exp((std::log(load_uN) - location) / scale));
}

template <class Real>
Real FirstLoadLawOf<Real>::log_density(double load_uN) const {
    if (family == FirstLoadFamily::normal) {
        const Real z = (load_uN - location) / scale;
        return -z * z / 2 - log(scale) - log_sqrt_two_pi;
    }
    const bool is_weibull = family == FirstLoadFamily::weibull;
    const Real y = ((is_weibull ? std::log(load_uN) : load_uN) - location) / scale;
    return y - exp(y) - (is_weibull ? log(scale * load_uN) : log(scale));
}

template <class Real>
Real FirstLoadLawOf<Real>::quantile_uN(const Real& p) const {
    if (family == FirstLoadFamily::normal) return location + scale * standard_normal_quantile(p);
    const Real y = location + scale * log(-log1p(-p));
    return family == FirstLoadFamily::weibull ? exp(y) : y;
}

template <class Real>
std::array<Real, 2> FirstLoadLawOf<Real>::parameters() const {
    if (family == FirstLoadFamily::weibull) return {1.0 / scale, exp(location)};
    return {location, scale};
}

template struct FirstLoadLawOf<double>;
template struct FirstLoadLawOf<FirstLoadDual>;

}  // namespace sneddon
