#include "study/checks/checks.hpp"

#include <algorithm>
#include <array>

namespace sneddon {

std::string_view name(Verdict verdict) {
    constexpr std::array<std::string_view, 4> names = {"not_seen", "possible", "likely",
                                                       "not_checked"};
    return names[static_cast<std::size_t>(verdict)];
}

std::vector<LoadFunctionRows> CheckInput::holds() const {
    std::vector<LoadFunctionRows> list = by_load_function(tests);
    std::erase_if(list, [&](const LoadFunctionRows& load_function) {
        return load_function.hold_s < options.shortest_hold_s ||
               load_function.hold_s > options.longest_hold_s;
    });
    return list;
}

// "Possible" is within 20 % of a limit, for every check: a limit is a convention, not a border.
constexpr double near_limit = 0.2;

Verdict verdict_above(double value, double limit) {
    if (value >= limit) return Verdict::likely;
    return value >= (1 - near_limit) * limit ? Verdict::possible : Verdict::not_seen;
}

Verdict verdict_below(double value, double limit) {
    if (value < limit) return Verdict::likely;
    return value < (1 + near_limit) * limit ? Verdict::possible : Verdict::not_seen;
}

Verdict worse(Verdict a, Verdict b) {
    // The enum stands in order of concern; not_checked is never compared.
    return std::max(a, b);
}

Check not_checked(std::string code, std::string reason) {
    Check check;
    check.code = std::move(code);
    check.text = "Not checked: " + reason + ".";
    check.reason = std::move(reason);
    return check;
}

std::vector<Check> check_study(const StudyResult& study, const StudyFindings& findings,
                               const StudyOptions& options) {
    const CheckInput input{study.tests, study.facts,       findings,
                           options,     study.sensitivity, study.samples};
    return {check_pooling(input),      check_drift(input),       check_circularity(input),
            check_tip_and_zero(input), check_spacing(input),     check_cluster_size(input),
            check_choice_of_k(input),  check_sensitivity(input), check_modulus(input)};
}

}  // namespace sneddon
