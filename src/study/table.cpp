#include "study/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/nan.hpp"
#include "numeric/sum/quantiles.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct NaturalLess {
    bool operator()(const std::string& a, const std::string& b) const { return natural_less(a, b); }
};

}  // namespace

std::vector<LoadFunctionRows> by_load_function(const std::vector<TestRow>& tests) {
    std::map<std::string, Rows, NaturalLess> members;
    for (std::size_t i = 0; i < tests.size(); ++i)
        if (tests[i].status == Status::used) members[tests[i].load_function].push_back(i);
    std::vector<LoadFunctionRows> list;
    for (auto& [name, rows] : members) {
        const std::vector<double> holds = finite_values(tests, rows, "hold_s"_q);
        list.push_back({name, holds.empty() ? 0 : median(holds), std::move(rows)});
    }
    // Samples stand in the order that they state.
    std::ranges::stable_sort(
        list, {}, [&](const LoadFunctionRows& group) { return tests[group.rows.front()].sample; });
    return list;
}

const LoadFunctionRows* longest_hold(const std::vector<LoadFunctionRows>& load_functions,
                                     double shortest_s) {
    const LoadFunctionRows* longest = nullptr;
    for (const LoadFunctionRows& candidate : load_functions)
        if (candidate.hold_s >= shortest_s &&
            (longest == nullptr || candidate.hold_s > longest->hold_s))
            longest = &candidate;
    return longest;
}

Rows with_label(const std::vector<TestRow>& tests, const Rows& rows, Label label) {
    if (!label) return rows;
    Rows chosen;
    for (const std::size_t row : rows)
        if (tests[row].cluster == label) chosen.push_back(row);
    return chosen;
}

std::vector<Label> all_and_labels(std::size_t clusters) {
    std::vector<Label> labels = {std::nullopt};  // all tests
    for (std::size_t j = 0; j < clusters; ++j) labels.emplace_back(static_cast<int>(j));
    return labels;
}

std::vector<double> values_of(const std::vector<TestRow>& tests, const Rows& rows,
                              QuantityIndex quantity) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::size_t row : rows) values.push_back(tests[row].values[quantity]);
    return values;
}

std::vector<double> finite_values(const std::vector<TestRow>& tests, const Rows& rows,
                                  QuantityIndex quantity) {
    std::vector<double> values = values_of(tests, rows, quantity);
    std::erase_if(values, [](double value) { return !is_finite(value); });
    return values;
}

std::vector<double> plastic_work_without_hold(const std::vector<TestRow>& tests, const Rows& rows) {
    std::vector<double> values;
    for (const std::size_t row : rows) {
        const double value = tests[row].values["W_plast_pJ"_q] - tests[row].values["W_hold_pJ"_q];
        if (is_finite(value)) values.push_back(value);  // a test without a hold has none
    }
    return values;
}

std::string words(std::string_view load_function, Label label) {
    return label ? fmt::format("{}, cluster {}", load_function, *label)
                 : std::string(load_function);
}

}  // namespace sneddon
