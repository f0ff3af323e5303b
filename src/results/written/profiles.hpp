// Section `profiles` of results.json: hardness and modulus against depth.
#pragma once

#include "results/written/groups.hpp"

namespace sneddon {

/// One value for each depth of the profile.
struct WrittenOverDepth : Place {
    Numbers mean() const { return {at(key::mean)}; }
    Numbers sd() const { return {at(key::sd)}; }
};

struct WrittenSizeEffect : Place {
    Number n() const { return {at(key::n)}; }
    Number from_nm() const { return {at(key::from_nm)}; }
    Number to_nm() const { return {at(key::to_nm)}; }
    Number H0_GPa() const { return {at(key::H0_GPa)}; }
    Numbers H0_ci95() const { return {at(key::H0_ci95)}; }
    Number h_star_nm() const { return {at(key::h_star_nm)}; }
    Numbers h_star_ci95() const { return {at(key::h_star_ci95)}; }
    Text why_not() const { return {at(key::why_not)}; }
};

/// Ends of the averaged ranges: the least and the most over the tests.
struct WrittenAveraged : Place {
    Numbers from_nm() const { return {at(key::from_nm)}; }
    Numbers to_nm() const { return {at(key::to_nm)}; }
};

struct WrittenRise : Place {
    Number mean() const { return {at(key::mean)}; }
    Number sd() const { return {at(key::sd)}; }
};

struct WrittenProfile : Place {
    Text group() const { return {at(key::group)}; }
    Text sample() const { return {at(key::sample)}; }
    Number n() const { return {at(key::n)}; }
    Texts sources() const { return {at(key::sources)}; }
    WrittenAveraged averaged() const { return {at(key::averaged)}; }
    /// Depth where the stiffness leaves its noise in air.
    WrittenRise stiffness_rises_nm() const { return {at(key::stiffness_rises_nm)}; }
    /// Code of a flag -> how many tests have it.
    ByName<Number> flagged() const { return {at(key::flagged)}; }
    Numbers depth_nm() const { return {at(key::depth_nm)}; }
    Numbers tests() const { return {at(key::tests)}; }
    WrittenOverDepth stiffness_uN_per_nm() const { return {at(key::stiffness_uN_per_nm)}; }
    WrittenOverDepth hardness_GPa() const { return {at(key::hardness_GPa)}; }
    WrittenOverDepth reduced_modulus_GPa() const { return {at(key::reduced_modulus_GPa)}; }
    WrittenOverDepth modulus_GPa() const { return {at(key::modulus_GPa)}; }
    WrittenSizeEffect size_effect() const { return {at(key::size_effect)}; }
};

}  // namespace sneddon
