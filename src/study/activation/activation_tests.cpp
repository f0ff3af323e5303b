#include "study/activation/activation_tests.hpp"

#include <algorithm>
#include <map>

#include "analyse/hertz.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

constexpr std::size_t cells = 200;  // of the stress: exp(-L) falls within a tenth of them

void add(const TestRow& row, ActivationTests& tests, RateTests& rate) {
    rate.searched.push_back(&row);
    ++tests.tests;
    tests.load_drops += row.values["load_drops"_q] > 0 ? 1 : 0;
    if (is_finite(row.values["E_r_GPa"_q])) tests.E_r_GPa.push_back(row.values["E_r_GPa"_q]);
    if (is_finite(row.values["E_r_hertz_GPa"_q]))
        tests.E_r_hertz_GPa.push_back(row.values["E_r_hertz_GPa"_q]);
    const double load_uN = row.values["pop_in_load_uN"_q];
    const double jump_nm = row.values["pop_in_jump_nm"_q];
    if (!(load_uN > 0) || !(jump_nm > 0)) return;
    rate.first_uN.push_back(load_uN);
    tests.jumps.push_back({load_uN, jump_nm, row.values["pop_in_limit_nm"_q]});
}

double mean_p_detect(const RateTests& rate, const JumpLaw& jumps, double load_uN) {
    double sum = 0;
    for (const TestRow* row : rate.searched)
        if (load_uN >= row->values["pop_in_from_uN"_q])
            sum += jumps.probability_above(row->values["pop_in_limit_nm"_q], load_uN);
    return sum / static_cast<double>(rate.searched.size());
}

}  // namespace

ActivationTests activation_tests(const std::vector<TestRow>& tests, std::size_t sample) {
    ActivationTests found;
    std::map<std::string, RateTests> rates;
    for (const TestRow& row : tests) {
        if (row.status != Status::used || row.sample != sample) continue;
        const bool is_loaded = row.values["ramp_s"_q] > 0 && row.values["F_max_uN"_q] > 0;
        if (is_nan(row.values["pop_ins"_q]) || !is_loaded) continue;
        add(row, found, rates[row.load_function]);
    }
    for (auto& [name, rate] : rates) {
        rate.load_function = name;
        std::vector<double> speeds, loads;
        for (const TestRow* row : rate.searched) {
            loads.push_back(row->values["F_max_uN"_q]);
            speeds.push_back(loads.back() / row->values["ramp_s"_q]);
        }
        rate.load_rate_uN_per_s = moments(speeds).mean;
        rate.F_max_uN = moments(loads).mean;
        std::ranges::sort(rate.first_uN);
        found.rates.push_back(std::move(rate));
    }
    std::ranges::sort(found.E_r_GPa);
    std::ranges::sort(found.E_r_hertz_GPa);
    return found;
}

std::vector<LoadedTests> loaded_tests(const ActivationTests& tests, const JumpLaw& jumps,
                                      double E_r_GPa, double radius_nm) {
    std::vector<LoadedTests> all;
    for (const RateTests& rate : tests.rates) {
        LoadedTests loaded;
        loaded.load_rate_uN_per_s = rate.load_rate_uN_per_s;
        loaded.tau_end_GPa = hertz_largest_shear_GPa(rate.F_max_uN, E_r_GPa, radius_nm);
        for (const double load_uN : rate.first_uN)
            loaded.tau_GPa.push_back(hertz_largest_shear_GPa(load_uN, E_r_GPa, radius_nm));
        loaded.without = rate.searched.size() - rate.first_uN.size();
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const double part = (static_cast<double>(cell) + 0.5) / cells;  // of tau, F^(1/3)
            loaded.p_detect.push_back(
                mean_p_detect(rate, jumps, rate.F_max_uN * part * part * part));
        }
        all.push_back(std::move(loaded));
    }
    return all;
}

}  // namespace sneddon
