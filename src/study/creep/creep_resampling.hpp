#pragma once

#include <span>

#include "sneddon/numeric/linear_power_law.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_rates.hpp"
#include "study/creep/hold_table.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The laws of the replicates.
struct ResampledCreep {
    CreepResampling law;
    RheologyResampling rheology;
    RateReplicates rates;
};

class HoldRheology;

/// Percentile intervals of (a, b, c) when the tests of a mean curve are drawn with replacement,
/// each time averaged and fitted; of the rheological model that was chosen, where there is one; and
/// the strain rates and sensitivities of the laws, once as they are and once less a drift that is
/// drawn from its uncertainty.
ResampledCreep resample_creep(const HoldTable& table, const LinearPowerBasis& basis,
                              std::span<const std::size_t> members, Label label,
                              const ContactsOfTable& contacts, const HoldRheology& rheology,
                              const RetardationFit* chosen, const StudyOptions& options);

}  // namespace sneddon
