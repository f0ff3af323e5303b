// The only file of the tests that knows Boost.Math: its headers are slow to compile.
#include "numeric/sum/tails.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cstdlib>

#include "base/nan.hpp"

namespace sneddon {
namespace {

namespace bm = boost::math;
using bm::policies::ignore_error;

// NaN instead of exceptions; double stays double, since long double differs between machines.
using Quiet = bm::policies::policy<
    bm::policies::domain_error<ignore_error>, bm::policies::pole_error<ignore_error>,
    bm::policies::overflow_error<ignore_error>, bm::policies::evaluation_error<ignore_error>,
    bm::policies::promote_double<false>>;
using Normal = bm::normal_distribution<double, Quiet>;
using Student = bm::students_t_distribution<double, Quiet>;
using NoncentralStudent = bm::non_central_t_distribution<double, Quiet>;
using ChiSquared = bm::chi_squared_distribution<double, Quiet>;
using Fisher = bm::fisher_f_distribution<double, Quiet>;

bool is_inside_unit_interval(double p) {
    return p > 0 && p < 1;
}

template <class Distribution>
double upper_tail(const Distribution& distribution, double x) {
    return bm::cdf(bm::complement(distribution, x));
}

}  // namespace

double normal_upper_tail(double z) {
    return is_nan(z) ? nan : upper_tail(Normal(), z);
}

double standard_normal_quantile(double p) {
    return is_inside_unit_interval(p) ? bm::quantile(Normal(), p) : nan;
}

double student_upper_tail(double t, double df) {
    if (is_nan(t) || !(df > 0)) return nan;
    return upper_tail(Student(df), t);
}

double student_two_sided(double t, double df) {
    return 2 * student_upper_tail(std::abs(t), df);
}

double student_quantile(double p, double df) {
    if (!is_inside_unit_interval(p) || !(df > 0)) return nan;
    return bm::quantile(Student(df), p);
}

double noncentral_student_upper_tail(double t, double df, double noncentrality) {
    if (!is_finite(t) || !(df > 0) || !is_finite(noncentrality)) return nan;
    // Beyond it the normal deviate of the numerator, 1 in 10^4 of it, is nothing beside the scatter
    // of the denominator: T = noncentrality/sqrt(chi^2/df). The library counts terms in an int.
    constexpr double largest = 1e4;
    if (noncentrality < -largest) return 1 - noncentral_student_upper_tail(-t, df, -noncentrality);
    if (noncentrality > largest) {
        if (!(t > 0)) return 1;
        const double ratio = noncentrality / t;
        return 1 - chi_squared_upper_tail(df * ratio * ratio, df);
    }
    return upper_tail(NoncentralStudent(df, noncentrality), t);
}

double chi_squared_upper_tail(double x, double df) {
    if (!(x >= 0) || !(df > 0)) return nan;
    return !is_finite(x) ? 0 : upper_tail(ChiSquared(df), x);
}

double f_upper_tail(double f, double numerator_df, double denominator_df) {
    if (!(f >= 0) || !(numerator_df > 0) || !(denominator_df > 0)) return nan;
    return !is_finite(f) ? 0 : upper_tail(Fisher(numerator_df, denominator_df), f);
}

double gamma_function_ratio(double a, double b) {
    if (!(a > 0) || !(b > 0)) return nan;
    return bm::tgamma_ratio(a, b, Quiet());
}

}  // namespace sneddon
