#include "numeric/distribution/hurwitz_zeta.hpp"

#include <cmath>
#include <cstddef>
#include <iterator>

namespace sneddon {
namespace {

// B_2j/(2j)!, the coefficients of the odd derivatives (Abramowitz and Stegun, table 23.2).
constexpr double coefficients[] = {1.0 / 12,          -1.0 / 720,
                                   1.0 / 30240,       -1.0 / 1209600,
                                   1.0 / 47900160,    -691.0 / 1307674368000,
                                   1.0 / 74724249600, -3617.0 / 10670622842880000};

// Where the series takes over: its last term is then below 1e-16 of the whole.
constexpr double least_start = 12;

}  // namespace

LogZeta log_hurwitz_zeta(double s, double a) {
    // All terms are divided by a^-s.
    double sum = 0, slope = 0, x = a;
    for (; x < least_start + s; ++x) {
        const double log_ratio = std::log(x / a), term = std::exp(-s * log_ratio);
        sum += term;
        slope -= log_ratio * term;
        if (term < 1e-18 * sum) break;  // nothing that follows changes a digit
    }
    const double log_ratio = std::log(x / a), power = std::exp(-s * log_ratio);
    double tail = x / (s - 1) + 0.5, tail_slope = -x / ((s - 1) * (s - 1));
    double product = s, product_slope = 1, inverse = 1 / x;
    for (std::size_t j = 0; j < std::size(coefficients); ++j) {
        tail += coefficients[j] * product * inverse;
        tail_slope += coefficients[j] * product_slope * inverse;
        // s (s + 1) ... (s + 2j): two factors more for the next derivative but one.
        for (const double next :
             {s + 2 * static_cast<double>(j) + 1, s + 2 * static_cast<double>(j) + 2}) {
            product_slope = product_slope * next + product;
            product *= next;
        }
        inverse /= x * x;
    }
    sum += power * tail;
    slope += power * (tail_slope - log_ratio * tail);
    return {std::log(sum) - s * std::log(a), slope / sum - std::log(a)};
}

}  // namespace sneddon
