// What was taken off the curves of these tests, for the methods paragraph.
#pragma once

#include <string>
#include <string_view>

#include "results/written_study.hpp"

namespace sneddon {

/// Sentences for one correction ("tare", "frame_compliance", "drift", "zero") under its automatic
/// rule, one for each way that used rows have, with their number where not all have it; `radius`
/// stands behind Hertz's law, which needs it. "" where the results do not count them.
std::string correction_made(const WrittenStudy& study, std::string_view what,
                            std::string_view radius);

/// `sentence` of a rule "... (without a hold: ...)" with the part that these tests took: the used
/// rows have a hold, have none, or there are both, and then both parts stay.
std::string for_holds(const WrittenStudy& study, std::string sentence);

}  // namespace sneddon
