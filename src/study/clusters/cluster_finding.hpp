// Clusters of tests: how many, which, how sure.
#pragma once

#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/numeric/choose_k.hpp"
#include "sneddon/numeric/fit_mixture.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

struct LeftOut {
    std::string reason;
    std::size_t n = 0;
};

/// One cluster. Label 0 has the largest creep displacement.
struct Cluster {
    int label = 0;
    std::size_t n = 0;
    double share = 0, weight = 0;    ///< of hard labels; of the mixture
    std::vector<double> mean;        ///< by features
    std::vector<double> covariance;  ///< d x d
    double semi_major = nan;         ///< one-sigma ellipse, d = 2
    double semi_minor = nan;
    double angle_deg = nan;  ///< of the major axis from x
    double mean_posterior = 0;
    double jaccard = nan;  ///< mean over resamples
    std::size_t jaccard_n = 0;
};

struct ClusterShare {
    std::string load_function;
    int label = 0;
    std::size_t n = 0, n_load_function = 0;
    double share = 0;
    Interval ci95;
};

struct ClusterCoordinates {
    std::string load_function;
    int label = 0;
    std::size_t n = 0;
    std::vector<Summary> features;
};

struct ClusterDensity {
    int label = 0;
    QuantityIndex quantity{};
    double bandwidth = 0;
    std::vector<double> x, density;
};

/// How much of a cluster's spread the tests' own uncertainty makes.
struct ExplainedByU {
    int label = 0;
    QuantityIndex quantity{};
    double within_sd = 0, u_random_rms = 0, share = 0;
};

struct ClusterFinding {
    std::vector<QuantityIndex> features;
    std::size_t n = 0;
    std::vector<LeftOut> left_out;
    MixtureFits fits, scikit_learn;
    KChoice choice;
    std::size_t chosen = 0;
    GaussianMixture mixture;  ///< of the chosen k, components by label
    std::vector<Cluster> items;
    std::vector<ClusterShare> shares;
    std::vector<ClusterCoordinates> coordinates;
    std::vector<ClusterDensity> densities;
    std::vector<ExplainedByU> explained_by_u;  ///< empty: no uncertainties
    std::vector<double> posteriors;            ///< n x k, by rows of `tests`
    std::vector<std::size_t> tests;            ///< rows of the study, ascending
};

}  // namespace sneddon
