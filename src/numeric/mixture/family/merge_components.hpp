// Joining components that together describe one group (Baudry, Raftery, Celeux, Lo and Gottardo
// 2010, J. Comput. Graph. Stat. 19, 332): the density stays that of the mixture, the groups are
// sums of its components.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace sneddon {

struct MergedGroups {
    std::size_t groups = 0;
    double entropy = 0;  ///< -sum over rows and groups of z ln z: 0 when every row is certain
    std::vector<std::size_t> group_of;  ///< of each component
};

struct MergeTree {
    std::vector<MergedGroups> levels;  ///< from the components down to one group
    /// Where the entropy bends: the number of groups at which two lines through the entropy, over
    /// the number of rows that the joins so far moved, leave least squares. None for fewer than
    /// four components, where two lines always fit.
    std::optional<std::size_t> elbow;
};

/// `posteriors` has a row of `components` numbers for each of the weighted rows. Each step joins
/// the two groups that lower the entropy most.
MergeTree merge_components(const std::vector<double>& posteriors, std::size_t components,
                           const std::vector<double>& weights);

/// Sums of the posteriors of each group.
std::vector<double> merged_posteriors(const std::vector<double>& posteriors,
                                      const MergedGroups& groups);

}  // namespace sneddon
