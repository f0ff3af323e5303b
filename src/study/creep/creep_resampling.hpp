#pragma once

#include <span>

#include "sneddon/numeric/linear_power_law.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_table.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The laws of the replicates.
struct ResampledCreep {
    CreepResampling law;
    RheologyResampling rheology;
};

class HoldRheology;

/// Percentile intervals of (a, b, c) when the tests of a mean curve are drawn with replacement,
/// each time averaged and fitted; and of the rheological model that was chosen, where there is one.
ResampledCreep resample_creep(const HoldTable& table, const LinearPowerBasis& basis,
                              std::span<const std::size_t> members, Label label,
                              const HoldRheology& rheology, const RetardationFit* chosen,
                              const StudyOptions& options);

}  // namespace sneddon
