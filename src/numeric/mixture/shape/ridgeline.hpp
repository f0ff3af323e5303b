// How many humps the density of Gaussian components has along the line on which all of them lie.
#pragma once

#include <cstddef>
#include <vector>

#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// The deepest valley between two components as a share of the lower of the humps beside it: 1 when
/// their density has one hump. All humps of two components lie on the ridgeline (Ray and Lindsay
/// 2005, Ann. Statist. 33, 2042). A covariance that is not positive definite gives 0.
double valley_between(const GaussianMixture& mixture, std::size_t i, std::size_t j);

/// Joins components as long as two have one hump together (Hennig 2010, Adv. Data Anal. Classif. 4,
/// 3, ridgeline unimodality; a joined group is one with each it shares a hump with). The group of
/// each component, numbered in the order of the components.
std::vector<std::size_t> groups_of_one_hump(const GaussianMixture& mixture);

}  // namespace sneddon
