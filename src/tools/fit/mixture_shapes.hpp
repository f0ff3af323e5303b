// What `sneddon fit mixture` says of other families of components, and of whether components are
// groups.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numeric/mixture/family/fit_families.hpp"
#include "numeric/mixture/family/merge_components.hpp"
#include "results/json_text.hpp"
#include "sneddon/numeric/choose_k.hpp"

namespace sneddon {

/// "gaussian", "t", "skew-normal" or "all": none for another word.
std::optional<std::vector<ComponentFamily>> families_of(const std::string& word);

struct ShapesPart {
    JsonText json = JsonText::object();
    std::string text;
};

/// The fits of other families and which has the least BIC and ICL, the Gaussian ones among them.
ShapesPart families_part(const std::vector<ShapedFit>& shaped, const MixtureFits& gaussian);

/// Puts a single component of another family first where it is as good as the choice.
void warn_of_one_component(const std::vector<ShapedFit>& shaped, const MixtureFits& gaussian,
                           KChoice& choice);

/// Merging, normality within components and modes of the Gaussian choice; rows and mixture in
/// standardised units, so is the direction of the modes.
struct GroupsPart : ShapesPart {
    MergedGroups merged;  ///< at the elbow, else at what has no valley between
};
GroupsPart groups_part(const Points& points, const GaussianMixture& chosen, std::uint64_t seed,
                       unsigned threads, Stop stop);

}  // namespace sneddon
