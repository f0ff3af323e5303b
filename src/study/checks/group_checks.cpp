#include "study/checks/group_checks.hpp"

#include <algorithm>
#include <utility>

#include "study/checks/check_tip.hpp"

namespace sneddon {
namespace {

/// In the order of results.json, within one group.
constexpr GroupCheck (*checks_of_a_group[])(const GroupCheckInput&) = {
    check_stiffness,     check_stiffness_of_loads, check_elastic_share,
    check_works,         check_group_spacing,      check_trend,
    check_backward_creep};

const Rows& rows_of(const std::vector<LoadFunctionRows>& load_functions, const Group& group) {
    return std::ranges::find(load_functions, group.name, &LoadFunctionRows::name)->rows;
}

void warn(StudyResult& study, const std::vector<Check>& checks, const StudyOptions& options) {
    for (const Check& check : checks)
        if (!check.warning.empty())
            study.warnings.push_back({check.warning, check.group + ": " + check.text, {}});
    if (options.area_function && !options.area_relative)
        study.warnings.push_back({"SND-G059",
                                  "no uncertainty of the area function is given: A_p, H_IT, E_r "
                                  "and E_IT have no common part",
                                  {}});
    for (Warning& warning : tip_warnings(study)) study.warnings.push_back(std::move(warning));
}

}  // namespace

Check judged(std::string code, const GroupCheckInput& input, bool is_limit_broken,
             std::string_view warning) {
    Check check;
    check.code = std::move(code);
    check.group = input.group.name;
    check.verdict = is_limit_broken ? Verdict::likely : Verdict::not_seen;
    if (is_limit_broken) check.warning = warning;
    return check;
}

const GroupStatistic* statistic_of(const Group& group, QuantityIndex quantity) {
    const auto found = group.statistics.find(quantity.at);
    return found == group.statistics.end() ? nullptr : &found->second;
}

std::vector<Check> check_groups(StudyResult& study, const StudyFindings& findings,
                                const StudyOptions& options) {
    std::vector<Check> checks;
    const std::vector<LoadFunctionRows> load_functions = by_load_function(study.tests);
    for (const Group& group : study.groups) {
        const GroupCheckInput input{study.tests, rows_of(load_functions, group),
                                    group,       study.groups.front(),
                                    options,     findings};
        for (const auto check_group : checks_of_a_group)
            if (GroupCheck check = check_group(input)) checks.push_back(*std::move(check));
    }
    warn(study, checks, options);
    return checks;
}

}  // namespace sneddon
