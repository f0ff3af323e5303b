// The labels and posteriors of each row, as a table beside the fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// Before the work: SND-O006 for the table that is fitted, SND-O001 for a file that exists.
std::optional<Error> problem_with_labels_file(const std::string& path, const std::string& input);

struct LabelTable {
    std::vector<std::uint32_t> labels;  ///< from 0; `components` stands for noise
    std::vector<double> posteriors;     ///< by rows, the noise last
    std::size_t components = 0;
    bool has_noise = false;
    std::vector<std::size_t> group_of;  ///< of each component; empty: no groups
};

/// row,label,posterior_1,...: rows and labels from 1, 0 for noise; group and group_posterior_1, ...
/// where components were merged. Whole or not at all. Error SND-O003.
Result<bool> write_labels(const std::string& path, const LabelTable& table);

}  // namespace sneddon
