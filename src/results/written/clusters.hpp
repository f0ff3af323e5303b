// /clusters of results.json: the mixture, its clusters and where their tests are.
#pragma once

#include "results/written/groups.hpp"

namespace sneddon {

/// The mixture of so many components.
struct WrittenCriteria : Place {
    Number components() const { return {at(key::components)}; }
    Number bic() const { return {at(key::bic)}; }
    Number aic() const { return {at(key::aic)}; }
};

/// How many clusters each criterion chooses.
struct WrittenChoice : Place {
    Number bic() const { return {at(key::bic)}; }
    Number aic() const { return {at(key::aic)}; }
    Number scikit_learn_bic() const { return {at(key::scikit_learn_bic)}; }
    Number scikit_learn_aic() const { return {at(key::scikit_learn_aic)}; }
    /// Why the clusters need not be groups; not there when nothing speaks against groups.
    Text headline() const { return {at(key::headline)}; }
};

/// One standard deviation of a Gaussian in the plane of two features.
struct WrittenEllipse : Place {
    Number semi_major() const { return {at(key::semi_major)}; }
    Number semi_minor() const { return {at(key::semi_minor)}; }
    Number angle_deg() const { return {at(key::angle_deg)}; }
};

struct WrittenCluster : Place {
    Number label() const { return {at(key::label)}; }
    Number n() const { return {at(key::n)}; }
    Number share() const { return {at(key::share)}; }
    Number weight() const { return {at(key::weight)}; }
    ByName<Number> mean() const { return {at(key::mean)}; }
    WrittenEllipse ellipse() const { return {at(key::ellipse)}; }
    Number mean_posterior() const { return {at(key::mean_posterior)}; }
    Number jaccard() const { return {at(key::jaccard)}; }
};

/// A cluster's share of a load function.
struct WrittenShare : WrittenSubset {
    Number n_load_function() const { return {at(key::n_load_function)}; }
    Number share() const { return {at(key::share)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
};

/// A cluster's mean coordinates in a load function.
struct WrittenCoordinates : WrittenSubset {
    WrittenSummary of_feature(std::string_view id) const { return {named(id)}; }
};

/// Kernel density of a feature in a cluster.
struct WrittenDensity : Place {
    Number label() const { return {at(key::label)}; }
    Text quantity() const { return {at(key::quantity)}; }
    Numbers x() const { return {at(key::x)}; }
    Numbers density() const { return {at(key::density)}; }
};

struct WrittenClusters : Place {
    Texts features() const { return {at(key::features)}; }
    Number n() const { return {at(key::n)}; }
    List<WrittenCriteria> criteria() const { return {at(key::criteria)}; }
    List<WrittenCriteria> criteria_scikit_learn() const { return {at(key::criteria_scikit_learn)}; }
    Number chosen() const { return {at(key::chosen)}; }
    WrittenChoice choice() const { return {at(key::choice)}; }
    List<WrittenCluster> items() const { return {at(key::items)}; }
    List<WrittenShare> shares() const { return {at(key::shares)}; }
    List<WrittenCoordinates> coordinates() const { return {at(key::coordinates)}; }
    List<WrittenDensity> densities() const { return {at(key::kde)}; }
};

}  // namespace sneddon
