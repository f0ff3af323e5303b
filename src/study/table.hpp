// The tests of a study as a table: rows of a load function, of a cluster, values of a quantity.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

using Rows = std::vector<std::size_t>;  ///< into StudyResult::tests, ascending

/// The used tests of one load function.
struct LoadFunctionRows {
    std::string name;
    double hold_s = 0;  ///< median
    Rows rows;
};

/// In natural order of the name.
std::vector<LoadFunctionRows> by_load_function(const std::vector<TestRow>& tests);

/// The load function with the longest hold, at least `shortest_s`; the first of equals.
const LoadFunctionRows* longest_hold(const std::vector<LoadFunctionRows>& load_functions,
                                     double shortest_s);

/// No label: all of `rows`.
Rows with_label(const std::vector<TestRow>& tests, const Rows& rows, Label label);

/// No label first, then 0 .. clusters - 1.
std::vector<Label> all_and_labels(std::size_t clusters);

/// As they are, NaN where there is none.
std::vector<double> values_of(const std::vector<TestRow>& tests, const Rows& rows,
                              QuantityIndex quantity);
/// Those that are numbers.
std::vector<double> finite_values(const std::vector<TestRow>& tests, const Rows& rows,
                                  QuantityIndex quantity);

/// W_plast - W_hold: what is left of the plastic work when the hold's is taken out.
std::vector<double> plastic_work_without_hold(const std::vector<TestRow>& tests, const Rows& rows);

/// "hold 60 s, cluster 0"; "hold 60 s".
std::string words(std::string_view load_function, Label label);

}  // namespace sneddon
