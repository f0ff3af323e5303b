#include "study/creep/energies.hpp"

#include <array>

namespace sneddon {
namespace {

constexpr std::array works = {"W_total_pJ"_q, "W_hold_pJ"_q, "W_elast_pJ"_q, "W_plast_pJ"_q,
                              "eta_IT"_q};

}  // namespace

std::vector<EnergyFinding> find_energies(const std::vector<TestRow>& tests, std::size_t clusters) {
    std::vector<EnergyFinding> list;
    for (const LoadFunctionRows& group : by_load_function(tests))
        for (const Label label : all_and_labels(clusters)) {
            const Rows rows = with_label(tests, group.rows, label);
            EnergyFinding energy;
            energy.label = label;
            energy.load_function = group.name;
            energy.hold_s = group.hold_s;
            for (const QuantityIndex work : works)
                energy.statistics[work.at] = summarise(values_of(tests, rows, work));
            energy.W_plast_without_hold_pJ = summarise(plastic_work_without_hold(tests, rows));
            energy.n = energy.statistics.at("W_plast_pJ"_q.at).n;
            if (energy.n > 0) list.push_back(std::move(energy));
        }
    return list;
}

}  // namespace sneddon
