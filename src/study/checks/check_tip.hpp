// Does the tip's calibration serve these tests? Its age, and the depths that it holds for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// The fact of study.toml that says when the tip was calibrated: "2025-01-06".
inline constexpr std::string_view tip_date_fact = "tip_date";

/// Tests that are later than the calibration by more days are told of. A limit of ours: wear goes
/// with the number and hardness of what was indented, and no standard has a number of days for it.
inline constexpr long most_days_of_tip = 365;

/// "" where the day of the tip or those of the tests are not known, or the tip is no older; else
/// the words of SND-G063. `last_day` of the tests, ISO 8601.
std::string old_tip_text(const StudyFacts& facts, std::string_view last_day);

/// Whether the area function in force is that of study.toml, whose date is known.
bool is_tip_of_study_file(std::span<const RecipeEntry> recipe);

/// SND-G063: a tip that is older; not where recipe or command line state another area function.
/// SND-G064: 5 % and more of the used tests have a contact depth outside of what the tip was
/// calibrated for (SND-A006 of each).
std::vector<Warning> tip_warnings(const StudyResult& study);

}  // namespace sneddon
