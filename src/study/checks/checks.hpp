// What could fool us. One file per check; "likely" where a limit is passed, "possible" within 20 %
// of it, "not_checked" with the reason where there is too little to look at. Here the checks of a
// whole study; those of one group are in group_checks.hpp.
#pragma once

#include <span>

#include "study/checks/check_finding.hpp"
#include "study/findings.hpp"
#include "study/study_options.hpp"
#include "study/table.hpp"

namespace sneddon {

struct CheckInput {
    const std::vector<TestRow>& tests;
    const StudyFacts& facts;
    const StudyFindings& findings;
    const StudyOptions& options;
    std::span<const SensitivityEntry> sensitivity = {};
    std::span<const Sample> samples = {};  ///< as in StudyResult

    std::size_t clusters() const { return findings.clusters ? findings.clusters->chosen : 0; }
    /// With a hold that the options accept.
    std::vector<LoadFunctionRows> holds() const;
};

/// Do the clusters show the holds that were pooled? Likely: BIC finds one cluster in two thirds of
/// the single holds while it finds several in all together, or ARI(cluster, hold) >= 0.30.
Check check_pooling(const CheckInput& input);

/// Does drift make the creep? Likely: r(H_IT, creep) < -0.75 within a hold, or 3 % of the longest
/// hold creep backwards.
Check check_drift(const CheckInput& input);

/// Are clusters compared in what made them? Likely whenever creep is a feature of several clusters.
Check check_circularity(const CheckInput& input);

/// Do groups differ in hardness where their works say they do not? Likely: a shift of the zero
/// above 2 standard errors would make more than half of a significant difference.
Check check_tip_and_zero(const CheckInput& input);

/// Do the indents disturb each other? Limits: 10 h_max (Phani and Oliver 2019, Mater. Des. 164,
/// 107563) and 5 diameters of the circle around the indent (ISO 14577-1).
Check check_spacing(const CheckInput& input);

/// Has each cluster enough tests at the longest hold? Limit: 20.
Check check_cluster_size(const CheckInput& input);

/// Is another number of clusters as good? Likely: BIC of the next k less than 2 away, or under half
/// of the resamples choose it.
Check check_choice_of_k(const CheckInput& input);

/// Do the findings hang on choices of the analyst? Likely: another start of the hold turns the
/// order of the clusters in a or c round, or another unloading window or fit space a significant
/// difference in H_IT between load functions. Possible: the start moves a or c of a cluster by more
/// than 20 %, or less than 20 % of such a difference is left.
Check check_sensitivity(const CheckInput& input);
Check check_modulus(const CheckInput& input);

/// Group by group those of group_checks.hpp. Warns of each broken limit; and why H_IT has no common
/// part when no uncertainty of the area is given (SND-G059). They need the groups and no finding.
std::vector<Check> check_groups(StudyResult& study, const StudyFindings& findings,
                                const StudyOptions& options);

/// All of the above, in the order of docs/results.md. They ask every other finding.
std::vector<Check> check_study(const StudyResult& study, const StudyFindings& findings,
                               const StudyOptions& options);

/// A value against a limit that it should not reach from below.
Verdict verdict_above(double value, double limit);
/// A value against a limit that it should not reach from above.
Verdict verdict_below(double value, double limit);
Verdict worse(Verdict a, Verdict b);
Check not_checked(std::string code, std::string reason);

}  // namespace sneddon
