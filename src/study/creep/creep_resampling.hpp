#pragma once

#include <span>

#include "sneddon/numeric/linear_power_law.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_rates.hpp"
#include "study/creep/hold_table.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// Percentile intervals of (a, b, c) when the tests of a mean curve are drawn with replacement,
/// each time averaged and fitted; `rates` gets the strain rates and sensitivities of these laws,
/// once as they are and once less a drift that is drawn from its uncertainty.
CreepResampling resample_creep(const HoldTable& table, const LinearPowerBasis& basis,
                               std::span<const std::size_t> members, Label label,
                               const ContactsOfTable& contacts, const StudyOptions& options,
                               RateReplicates& rates);

}  // namespace sneddon
