// Tail probabilities and quantiles of the reference distributions of the tests.
// Every function gives NaN for a NaN or for an argument outside its domain.
#pragma once

namespace sneddon {

double normal_upper_tail(double z);         ///< P(Z > z), full relative precision far out
double standard_normal_quantile(double p);  ///< z with P(Z <= z) = p, 0 < p < 1

/// Half the 95 % quantile of chi squared with one degree of freedom: how far a profile of a
/// log-likelihood lies below its maximum at the ends of a 95 % interval.
inline constexpr double profile_fall_95 = 1.9207294103470625;

double student_upper_tail(double t, double df);  ///< P(T > t), df > 0, need not be whole
double student_two_sided(double t, double df);   ///< P(|T| > |t|)
double student_quantile(double p, double df);    ///< t with P(T <= t) = p, 0 < p < 1

/// P(T > t) of the noncentral t distribution (Johnson, Kotz and Balakrishnan 1995, chapter 31).
double noncentral_student_upper_tail(double t, double df, double noncentrality);

double chi_squared_upper_tail(double x, double df);                         ///< P(X > x), x >= 0
double f_upper_tail(double f, double numerator_df, double denominator_df);  ///< P(F > f), f >= 0

/// Gamma(a) / Gamma(b), a and b > 0, without overflow of either.
double gamma_function_ratio(double a, double b);

}  // namespace sneddon
