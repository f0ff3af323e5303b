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

/// As [clusters] names it, else "cluster 0".
inline std::string cluster_name(const StudyFacts& facts, std::size_t label) {
    std::string name = cluster_fact(label);
    for (const StatedFact& fact : facts.stated)
        if (fact.name == name) return fact.text;
    return name;
}

inline bool has_cluster_names(const StudyFacts& facts) {
    for (const StatedFact& fact : facts.stated)
        if (fact.name.starts_with("cluster ")) return true;
    return false;
}

}  // namespace sneddon
