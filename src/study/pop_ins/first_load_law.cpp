#include "study/pop_ins/first_load_law.hpp"

#include <cmath>

#include "numeric/sum/special_functions.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {

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

double FirstLoadLaw::cdf(double load_uN) const {
    if (family == FirstLoadFamily::normal) return normal_cdf((load_uN - location) / scale);
    if (family == FirstLoadFamily::gumbel)
        return -std::expm1(-std::exp((load_uN - location) / scale));
    if (!(load_uN > 0)) return 0;
    return -std::expm1(-std::exp((std::log(load_uN) - location) / scale));
}

double FirstLoadLaw::log_density(double load_uN) const {
    if (family == FirstLoadFamily::normal) {
        const double z = (load_uN - location) / scale;
        return -z * z / 2 - std::log(scale) - log_sqrt_two_pi;
    }
    const bool is_weibull = family == FirstLoadFamily::weibull;
    const double y = ((is_weibull ? std::log(load_uN) : load_uN) - location) / scale;
    return y - std::exp(y) - std::log(is_weibull ? scale * load_uN : scale);
}

double FirstLoadLaw::quantile_uN(double p) const {
    if (family == FirstLoadFamily::normal) return location + scale * standard_normal_quantile(p);
    const double y = location + scale * std::log(-std::log1p(-p));
    return family == FirstLoadFamily::weibull ? std::exp(y) : y;
}

std::array<double, 2> FirstLoadLaw::parameters() const {
    if (family == FirstLoadFamily::weibull) return {1 / scale, std::exp(location)};
    return {location, scale};
}

}  // namespace sneddon
