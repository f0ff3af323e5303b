#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/activation/activation_finding.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The activation volume of each sample that has a first pop-in, or the reason why it has none:
/// the radius of the tip or the temperature is not known, fewer than 20 tests pop in, the load was
/// not controlled, or the loading before the pop-ins is not that of the sphere.
std::vector<ActivationFinding> find_activation(const StudyResult& study,
                                               const StudyOptions& options);

/// Of one sample, at a temperature, with a tip of this radius.
ActivationFinding activation_of(const std::vector<TestRow>& tests, std::size_t sample,
                                double temperature_C, double radius_nm,
                                const StudyOptions& options);

}  // namespace sneddon
