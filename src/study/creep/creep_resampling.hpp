#pragma once

#include <span>

#include "study/creep/compressed_holds.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_rates.hpp"
#include "study/creep/refitted_rheology.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The laws of the replicates.
struct ResampledCreep {
    CreepResampling law;
    RheologyResampling rheology;
    RateReplicates rates;
};

/// Percentile intervals of (a, b, c) when the tests of a mean curve are drawn with replacement,
/// each time averaged and fitted; of the rheological model that was chosen, where there is one; and
/// the strain rates and sensitivities of the laws, once as they are and once less a drift that is
/// drawn from its uncertainty.
ResampledCreep resample_creep(const CompressedHolds& holds, std::span<const std::size_t> members,
                              Label label, double duration_s, const ContactsOfTable& contacts,
                              const RefittedRheology& rheology, const StudyOptions& options);

}  // namespace sneddon
