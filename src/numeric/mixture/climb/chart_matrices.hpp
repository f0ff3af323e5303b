// What both kinds of MixtureChart share.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "numeric/mixture/mixture_statistics.hpp"

namespace sneddon::chart {

using Matrix = std::array<double, most_dimensions * most_dimensions>;
using Vector = std::array<double, most_dimensions>;
/// What n rows tell about the logarithm of a scale is twice what they tell about a shift.
constexpr double root_two = 1.41421356237309504880;

Matrix product_of_lower(std::span<const double> left, const Matrix& right, std::size_t d);
/// The symmetric matrix whose lower triangle is given, packed by rows.
Matrix unpacked(const ExactSum* packed, std::size_t d);
/// W s for lower W and the sums of a component's deviations.
Vector whitened_sums(const Matrix& w, const ExactSum* sums, std::size_t d);
/// M' v for lower M.
Vector transposed_times(const Matrix& lower, const Vector& v, std::size_t d);
/// W S W' for lower W.
Matrix congruence(std::span<const double> w, const Matrix& s, std::size_t d);

}  // namespace sneddon::chart
