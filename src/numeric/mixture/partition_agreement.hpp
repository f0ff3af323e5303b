// Do two clusterings of the same items agree, whatever their labels are called?
#pragma once

#include <span>
#include <vector>

namespace sneddon {

/// Hubert and Arabie (1985), J. Classif. 2, 193: pairs of items together in both partitions,
/// less those expected by chance, over the largest possible excess. 1 = the same partition, about 0
/// = chance, may be negative. 1 when both put all items together or all apart; NaN for fewer than
/// two items. Both spans have one length.
double adjusted_rand_index(std::span<const int> first, std::span<const int> second);

struct ClusterMatch {
    int label = 0;       ///< in the reference
    int best_label = 0;  ///< the other partition's cluster most like it (the lower one of equals)
    double jaccard = 0;  ///< |both| / |either|
};

/// For each cluster of the reference (labels ascending) the largest Jaccard similarity to a cluster
/// of the other partition. Averaged over resampled fits: above 0.75 a stable cluster, below 0.5
/// one that dissolves (Hennig 2007, Comput. Stat. Data Anal. 52, 258).
std::vector<ClusterMatch> jaccard_per_cluster(std::span<const int> reference,
                                              std::span<const int> other);

}  // namespace sneddon
