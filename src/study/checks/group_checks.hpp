// Do the numbers of one group agree with each other, and with those of the first group? One
// function per check; nothing where a group has too little to look at. A broken limit is "likely"
// and raises a warning (docs/methods/quality-flags.md#cross-checks).
#pragma once

#include <optional>

#include "study/checks/checks.hpp"

namespace sneddon {

struct GroupCheckInput {
    const std::vector<TestRow>& tests;
    const Rows& rows;    ///< the used tests of the group
    const Group& group;  ///< with its statistics
    const Group& first;  ///< what the group is compared with
    const StudyOptions& options;
    const StudyFindings& findings;  ///< those found before

    bool is_first() const { return &group == &first; }
};

using GroupCheck = std::optional<Check>;

/// "P/S2": F/S^2 = pi H/(4 E_r^2) knows nothing of the tip, so the deeper half of the tests must
/// agree with the shallower one. SND-G055: more than 10 % apart. For 10 tests.
GroupCheck check_stiffness(const GroupCheckInput& input);

/// "P/S2 of loads": the same against the first group, where the load differs by a factor of 1.5.
GroupCheck check_stiffness_of_loads(const GroupCheckInput& input);

/// "eta": W_elast/W_total against that of a sharp tip and that of this tip for the H_IT/E_r of the
/// group (plastic_loading.hpp). SND-G056: more than 30 % from both. Not for later cycles, which
/// load again what has been loaded.
GroupCheck check_elastic_share(const GroupCheckInput& input);

/// "works": a zero or an area that differs between groups moves H_IT and leaves the works; creep
/// moves both. Against the first group, at one load. SND-G058: H_IT differs, W_total does not.
GroupCheck check_works(const GroupCheckInput& input);

/// "spacing": the nearest two tests, by the largest indent (spacing.hpp). SND-G053.
GroupCheck check_group_spacing(const GroupCheckInput& input);

/// "trend": H_IT against the order of the tests (Mann-Kendall). SND-G054: p after Holm
/// over the trends of all load functions < 0.01. For 10 tests.
GroupCheck check_trend(const GroupCheckInput& input);

/// "creep": share of tests that creep backwards, and r(H_IT, creep), which drift makes negative.
/// SND-G057: more than 5 %. For 10 tests.
GroupCheck check_backward_creep(const GroupCheckInput& input);

/// A check of the group: "likely" and a warning of this code where the limit is broken.
Check judged(std::string code, const GroupCheckInput& input, bool is_limit_broken,
             std::string_view warning);

/// Null: no used test of the group has the quantity.
const GroupStatistic* statistic_of(const Group& group, QuantityIndex quantity);

}  // namespace sneddon
