// exp and log as fixed polynomials over fused multiply-adds, for one double or a vector of them:
// the C library's change last bits between processors, these do not.
#pragma once

#include "numeric/sum/lanes.hpp"

namespace sneddon {
namespace {

template <class T, int count>
T polynomial(T x, const double (&coefficients)[count]) {
    T sum = all_lanes<T>(coefficients[count - 1]);
    for (int i = count - 2; i >= 0; --i) sum = multiply_add(sum, x, all_lanes<T>(coefficients[i]));
    return sum;
}

constexpr double ln2_high = 0x1.62e42fefa39efp-1, ln2_low = 0x1.abc9e3b39803fp-56;

/// exp(x) for x <= 700; anything below -700 gives exp(-700) ~ 1e-304. x = n ln 2 + r,
/// |r| <= 0.3466, e^r = 1 + r + r^2 P(r) with P of degree 9 interpolated at Chebyshev nodes:
/// relative error 1.6e-17 before rounding, 1 ulp after it.
template <class T>
T exp_lanes(T x) {
    constexpr double p[] = {0x1.0000000000001p-1,  0x1.5555555555556p-3,  0x1.5555555553d64p-5,
                            0x1.11111111109b4p-7,  0x1.6c16c1788b646p-10, 0x1.a01a01a7c3d59p-13,
                            0x1.a019b90eefe8ep-16, 0x1.71de0daf7a6ccp-19, 0x1.2891834686c7ep-22,
                            0x1.af38a71a18cb9p-26};
    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits.
    const T magic = all_lanes<T>(0x1.8p52);
    x = larger(x, all_lanes<T>(-700.0));
    const T shifted = multiply_add(x, all_lanes<T>(0x1.71547652b82fep+0), magic);
    const T n = shifted - magic;
    T r = multiply_add(n, all_lanes<T>(-ln2_high), x);
    r = multiply_add(n, all_lanes<T>(-ln2_low), r);
    const T tail = multiply_add(r * r, polynomial(r, p), r);
    return shift_exponent(tail + all_lanes<T>(1.0), shifted);
}

/// ln(x) for positive normal x. x = 2^e m, m in [sqrt(1/2), sqrt(2)), s = (m-1)/(m+1),
/// ln m = 2 s + s z Q(z), z = s^2, Q of degree 6: relative error 5e-18 before rounding, 1 ulp
/// after.
template <class T>
T log_lanes(T x) {
    constexpr double q[] = {0x1.5555555555558p-1, 0x1.99999999952d8p-2, 0x1.2492492df26cep-2,
                            0x1.c71c62e40b94ep-3, 0x1.7462b5152e8a6p-3, 0x1.39fe52a20dc69p-3,
                            0x1.2b58f4c8d5f63p-3};
    constexpr std::uint64_t half_root = 0x3FE6A09E667F3BCD, one = 0x3FF0000000000000;
    constexpr std::uint64_t mantissa = 0x000FFFFFFFFFFFFF, two_to_52 = 0x4330000000000000;
    const T e = exponent_field(x, one - half_root, two_to_52) - all_lanes<T>(0x1p52 + 1023);
    const T m = mantissa_field(x, one - half_root, mantissa, half_root);
    const T s = (m - all_lanes<T>(1.0)) / (m + all_lanes<T>(1.0));
    const T z = s * s;
    const T low = multiply_add(e, all_lanes<T>(ln2_low), s * z * polynomial(z, q));
    return multiply_add(e, all_lanes<T>(ln2_high), multiply_add(s, all_lanes<T>(2.0), low));
}

}  // namespace
}  // namespace sneddon
