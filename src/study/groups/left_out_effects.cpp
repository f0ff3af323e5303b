#include "study/groups/left_out_effects.hpp"

#include <algorithm>
#include <array>

#include "base/nan.hpp"
#include "study/groups/group_statistics.hpp"
#include "study/left_out/left_out.hpp"

namespace sneddon {

std::vector<LeftOutEffect> effects_of_leaving_out(StudyResult& study, FitsAtBound rule) {
    constexpr std::array main_quantities = {"H_IT_GPa"_q, "E_r_GPa"_q,    "E_IT_GPa"_q,
                                            "eta_IT"_q,   "W_plast_pJ"_q, "creep_nm"_q};
    std::vector<TestRow*> rows;
    for (TestRow& row : study.tests)
        if (is_left_out(row)) rows.push_back(&row);
    std::vector<LeftOutEffect> effects;
    if (rows.empty()) return effects;
    for (TestRow* row : rows) row->status = Status::used;
    const std::vector<Group> all = group_statistics(study, rule);
    for (TestRow* row : rows) row->status = Status::excluded;
    for (const Group& with : all) {
        const auto group = std::ranges::find(study.groups, with.name, &Group::name);
        if (group != study.groups.end() && group->n == with.n) continue;
        for (const QuantityIndex quantity : main_quantities) {
            const auto found = with.statistics.find(quantity.at);
            if (found == with.statistics.end()) continue;
            LeftOutEffect effect{with.name, quantity, 0, found->second.n, nan, found->second.mean};
            if (group != study.groups.end() && group->statistics.contains(quantity.at)) {
                effect.n = group->statistics.at(quantity.at).n;
                effect.mean = group->statistics.at(quantity.at).mean;
            }
            effects.push_back(effect);
        }
    }
    return effects;
}

}  // namespace sneddon
