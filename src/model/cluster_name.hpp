// Names that study.toml gives the clusters.
#pragma once

#include <string>
#include <string_view>

#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// The fact that keeps the name of a cluster: "cluster 0".
inline std::string cluster_fact(std::size_t label) {
    return "cluster " + std::to_string(label);
}

/// Whether a fact is the name of a cluster, not one of the sample.
inline bool is_cluster_fact(std::string_view fact) {
    constexpr std::string_view prefix = "cluster ";
    return fact.starts_with(prefix) && fact.size() > prefix.size() &&
           fact.find_first_not_of("0123456789", prefix.size()) == std::string_view::npos;
}

/// As [clusters] names it, else "cluster 0".
inline std::string cluster_name(const StudyFacts& facts, std::size_t label) {
    std::string name = cluster_fact(label);
    for (const StatedFact& fact : facts.stated)
        if (fact.name == name) return fact.text;
    return name;
}

inline bool has_cluster_names(const StudyFacts& facts) {
    for (const StatedFact& fact : facts.stated)
        if (is_cluster_fact(fact.name)) return true;
    return false;
}

}  // namespace sneddon
