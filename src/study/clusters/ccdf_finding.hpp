// The distribution of a quantity within a cluster, and which model it prefers.
#pragma once

#include <string>
#include <vector>

#include "base/nan.hpp"
#include "numeric/distribution/goodness_of_fit.hpp"
#include "numeric/distribution/survival_fit.hpp"
#include "numeric/distribution/vuong.hpp"
#include "sneddon/numeric/distribution_fit.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

struct CcdfModel {
    DistributionFamily family{};
    DistributionFit fit;  ///< of maximum likelihood
    SurvivalFit lsq;      ///< of the points of the CCDF
    double r2_mle = nan;
    double loglik_at_lsq = nan;
    GoodnessOfFit distance;
    GoodnessOfFitP p;
};

struct CcdfFinding {
    Label label;
    std::string load_function;
    std::string quantity, unit;
    Summary values;
    std::vector<CcdfModel> models;
    VuongTest vuong;        ///< normal against weibull2
    std::string preferred;  ///< least AIC; empty: none could be fitted
    std::string evidence;   ///< "weak", "positive", "strong", "very strong": to the next by AIC
    std::string text;
};

}  // namespace sneddon
