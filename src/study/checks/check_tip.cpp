#include "study/checks/check_tip.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "model/days.hpp"
#include "sneddon/base/text.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

constexpr double least_share = 0.05;  // of tests outside of the calibration

void warn_of_old_tips(const StudyResult& study, std::vector<Warning>& warnings) {
    if (!is_tip_of_study_file(study.recipe)) return;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, study.samples.size()); ++i) {
        std::string_view last;
        for (const TestRow& row : study.tests)
            if (row.status == Status::used && row.sample == i && row.time_stamp)
                last = std::max(last, std::string_view(*row.time_stamp));
        const std::string text = old_tip_text(facts_of(study, i), last);
        if (text.empty()) continue;
        const std::string prefix =
            study.samples.empty() ? "" : std::string(sample_name(study, i)) + ": ";
        warnings.push_back({"SND-G063", prefix + text, {}});
    }
}

void warn_of_depths(const StudyResult& study, std::vector<Warning>& warnings) {
    std::size_t used = 0, below = 0, above = 0;
    std::vector<std::string> tests;
    for (const TestRow& row : study.tests) {
        if (row.status != Status::used) continue;
        ++used;
        const auto flag = std::ranges::find(row.flags, "SND-A006", &Flag::code);
        if (flag == row.flags.end()) continue;
        ++(flag->number < flag->limit ? below : above);
        tests.push_back(row.test_id);
    }
    if (tests.empty() ||
        static_cast<double>(tests.size()) < least_share * static_cast<double>(used))
        return;
    warnings.push_back(
        {"SND-G064",
         fmt::format("{} of {} tests have a contact depth outside of what the area function was "
                     "calibrated for ({} shallower, {} deeper): their areas are extrapolated",
                     count_text(tests.size()), count_text(used), count_text(below),
                     count_text(above)),
         std::move(tests)});
}

}  // namespace

bool is_tip_of_study_file(std::span<const RecipeEntry> recipe) {
    const auto entry = std::ranges::find(recipe, "area.function", &RecipeEntry::key);
    return entry == recipe.end() || entry->origin == "study.toml" || entry->origin == "default";
}

std::string old_tip_text(const StudyFacts& facts, std::string_view last_day) {
    const auto fact = std::ranges::find(facts.stated, tip_date_fact, &StatedFact::name);
    if (fact == facts.stated.end()) return "";
    const auto tip = day_number(fact->text), last = day_number(last_day);
    if (!tip || !last || *last - *tip <= most_days_of_tip) return "";
    return fmt::format(
        "the tip was calibrated on {}, {} days before the last test ({}): more than {} days",
        fact->text, *last - *tip, last_day.substr(0, 10), most_days_of_tip);
}

std::vector<Warning> tip_warnings(const StudyResult& study) {
    std::vector<Warning> warnings;
    warn_of_old_tips(study, warnings);
    warn_of_depths(study, warnings);
    return warnings;
}

}  // namespace sneddon
