// What the figures of holds share: the parts of the longest hold, cluster by cluster.
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/side_by_side.hpp"

namespace sneddon {

/// Parts of one load function: those with labels, or the one of all tests where there are no
/// clusters.
template <class Subset>
std::vector<Subset> subsets_of(const List<Subset>& list, const std::string& load_function) {
    std::vector<Subset> labelled, all;
    for (const Subset subset : list) {
        if (subset.load_function().value() != load_function) continue;
        (subset.label().is_there() ? labelled : all).push_back(subset);
    }
    return labelled.empty() ? all : labelled;
}

/// The parts of the longest hold that a list knows; none when it knows no load function.
template <class Subset>
std::vector<Subset> subsets_of_longest_hold(const WrittenStudy& study, const List<Subset>& list,
                                            const std::string& sample) {
    std::vector<Subset> last;
    double longest_s = -1;
    for (const WrittenGroup group : study.results.groups()) {
        if (!is_of_sample(group, sample)) continue;
        const double mean_s = mean_hold_s(group);
        const double hold_s = std::isfinite(mean_s) ? mean_s : 0;
        if (!(hold_s > longest_s)) continue;
        auto subsets = subsets_of(list, group.name().value());
        if (subsets.empty()) continue;
        last = std::move(subsets);
        longest_s = hold_s;
    }
    return last;
}

/// The name of a cluster with its place, or "all tests".
inline Words label_words(const WrittenStudy& study, const Number& label) {
    return label.value() >= 0 ? cluster_words(study, label) : Words("all tests");
}

}  // namespace sneddon
