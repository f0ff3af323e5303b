// The fits of the numeric room for anyone's columns: what `sneddon fit` prints.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

/// The same findings twice. A fit with doubts has flags in both and is not an error.
struct FitReport {
    std::string json;  ///< indented, ends with a line feed; null for what has no number
    std::string text;  ///< for a reader at a terminal
};

/// Columns that a caller has in memory, named as the heads of a file would be: a unit in a name
/// ("h (um)") counts as there. Finite, of one length (else SND-U022, SND-U050).
struct ColumnsInMemory {
    std::vector<std::string> names;
    std::vector<std::vector<double>> columns;

    bool are_given() const { return !names.empty(); }
};

/// Which of the two quantities carries the residuals.
enum class ResidualSpace { depth, load };

struct UnloadingFitRequest {
    std::string file;
    std::string depth_column, load_column;
    double window_low = 0.20, window_high = 0.95;  ///< of the largest load of the column
    ResidualSpace space = ResidualSpace::depth;
    ColumnsInMemory in_memory{};  ///< instead of the file, which then is a name in words alone
};

/// P = B (h - h_p)^m through all rows with low P_max <= P <= high P_max, closed, by value. S is the
/// slope of the fitted curve at P_max. Standard errors are widened for first-order autoregressive
/// residuals; independent_errors are those without. A single row that stands out is left out,
/// named. Errors: those of read_columns, SND-U023 (fewer than 6 rows in the window), SND-U024.
Result<FitReport> unloading_report(const UnloadingFitRequest& request);

struct CreepLawRequest {
    std::string file;
    std::string time_column, depth_column;
    /// Else 0; t0 is fitted in any case where the times begin later than the record is long.
    bool is_h0_free = false, is_t0_free = false;
    bool is_nonnegative = false;  ///< a >= 0 and b >= 0, exactly
    ColumnsInMemory in_memory{};  ///< instead of the file
};

/// h = h0 + a t + b (t - t0)^c with errors, the interval of c and the limit of a, the laws beside
/// it, and how a, b, c move with the start (numeric/linear_power_law.hpp). With h0 and t0 fitted
/// the straight part is a (t - t0): h0 is the depth at t0. Errors: those of read_columns, SND-U024
/// (times not ascending, or before t0).
Result<FitReport> creep_law_report(const CreepLawRequest& request);

struct DistributionFitRequest {
    std::string file;
    std::string column;
    std::vector<std::string> models{};  ///< names or "weibull"; none: all families
    std::size_t replicates = 1000;      ///< of the parametric bootstrap; 0: no p values
    bool runs_all_replicates = false;   ///< also where it is clear on which side of 0.05 p lies
    /// At most one of three: a column with 1 where the value is a lower limit (right-censored), -1
    /// where it is an upper one, 0 where it is the value; a column with the upper end of an
    /// interval whose lower end is the value; the step to which values were rounded.
    std::string censored_column{}, upper_column{};
    double rounded_to = 0;
    std::uint64_t seed = 1;
    unsigned threads = 1;  ///< 0 = all cores; the numbers stay
    Progress progress{};
    ColumnsInMemory in_memory{};  ///< instead of the file
};

/// Maximum likelihood of each model with its criteria, profile-likelihood intervals of its
/// parameters and distances, least squares on the survival function beside it, and Vuong's test of
/// the best against the others. Whole numbers that repeat have the discrete power law in place of
/// the other one. Values that are known as intervals have likelihoods and intervals alone. Errors:
/// those of read_columns, SND-U004 (unknown model, options that exclude one another), SND-U024 (a
/// cell that is none of -1, 0, 1, or an upper end below its value), SND-U130.
Result<FitReport> distribution_report(const DistributionFitRequest& request);

struct MixtureFitRequest {
    std::string file;
    std::vector<std::string> columns;  ///< 1 to 8
    std::string weights_column{};      ///< empty: every row counts once
    std::size_t fewest_components = 1, most_components = 8;
    MixtureMode mode = MixtureMode::converged;
    std::size_t bootstrap_samples = 0;  ///< resamples of the rows, each with its own choice of k
    std::size_t simulated_samples = 0;  ///< per likelihood-ratio test of k against k + 1
    std::string family = "gaussian";    ///< beside the Gaussian fits: "t", "skew-normal" or "all"
    bool has_noise = false;             ///< each family once more, with a uniform background
    bool asks_for_groups = false;       ///< merging, normality within components, modes
    std::string labels_file{};          ///< of the fit of least BIC; empty: none
    std::uint64_t seed = 0;
    unsigned threads = 1;  ///< 0 = all cores; the numbers stay
    Stop stop{};
    ColumnsInMemory in_memory{};  ///< instead of the file
};

/// The best regular optimum for every k, components by ascending mean of the first column, and what
/// chooses among them (numeric/fit_mixture.hpp, numeric/choose_k.hpp).
/// Errors: those of read_columns, of make_points and of fit_mixture, SND-U004 (resampling or
/// another family asked for in scikit-learn mode, no such family), SND-O001, SND-O003 and SND-O006
/// of the labels, SND-U130.
Result<FitReport> mixture_report(const MixtureFitRequest& request);

}  // namespace sneddon