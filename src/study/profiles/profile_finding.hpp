// Hardness and modulus of the tests of a group against depth.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "sneddon/study/summary.hpp"
#include "study/profiles/test_profiles.hpp"

namespace sneddon {

/// Mean and sample standard deviation over the tests that reach a depth; NaN where none has it.
struct OverTests {
    double mean = 0, sd = 0;
};

struct GroupCell {
    double depth_nm = 0;  ///< middle of the cell
    std::size_t tests = 0;
    OverTests load_uN, stiffness_uN_per_nm, hardness_GPa, reduced_modulus_GPa, modulus_GPa;
};

/// H² = H0² (1 + h*/h_c) (Nix and Gao 1998): each test by least squares, then the mean of the
/// tests. `why_not` says why the data are not described by it; the numbers stand all the same.
struct SizeEffect {
    std::size_t tests = 0;
    double from_nm = 0, to_nm = 0;  ///< contact depths
    double H0_GPa = 0, h_star_nm = 0;
    Interval H0_ci95{}, h_star_ci95{};
    std::string why_not;
};

struct ProfileOfGroup {
    std::string group;
    std::size_t tests = 0;
    std::vector<GroupCell> cells;  ///< with at least 2 tests
    SizeEffect size_effect;
    std::vector<std::string> sources;  ///< of the stiffness: each once
    Interval from_nm{}, to_nm{};       ///< ends of the averaged ranges: least and most of the tests
    OverTests rise_nm;                 ///< depth where the stiffness leaves its noise in air
    std::map<std::string, std::size_t> flagged;  ///< code of a profile's flag -> tests with it
};

}  // namespace sneddon
