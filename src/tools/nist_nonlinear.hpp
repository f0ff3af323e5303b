// The 27 nonlinear regression problems of the NIST Statistical Reference Datasets, each from its
// two starts: data sets whose answers NIST certifies to 11 digits.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "numeric/least_squares/levenberg_marquardt.hpp"

namespace sneddon {

inline constexpr std::size_t nist_problem_count = 27;
std::string_view nist_problem_name(std::size_t problem);  ///< "Misra1a", ...

/// What a file of NIST says.
struct NistCertified {
    std::array<std::vector<double>, 2> starts;
    std::vector<double> values, deviations;
    std::vector<std::vector<double>> rows;  ///< y, then x
};

/// NAME.dat of a folder; nothing when it is absent or not such a file.
std::optional<NistCertified> read_nist_certified(const std::filesystem::path& folder,
                                                 std::size_t problem);

/// levenberg_marquardt with its defaults, the same for all, from start 0 or 1.
LevenbergMarquardtResult solve_nist(std::size_t problem, const NistCertified& certified,
                                    std::size_t start);

/// LRE: -log10 of the largest relative error, from 0 to the 11 digits that NIST certifies.
double log_relative_error(std::span<const double> found, std::span<const double> certified);

struct NistTally {
    std::size_t tried = 0;  ///< 54 where every file is there
    std::size_t with_six_digits = 0;
    double mean_digits = 0;
};

/// All problems whose files are in the folder, from both starts.
NistTally tally_nist(const std::filesystem::path& folder);

}  // namespace sneddon
