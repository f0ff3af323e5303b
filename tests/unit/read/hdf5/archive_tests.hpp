// Tests that hold something in every place that an archive keeps.
#pragma once

#include <vector>

#include "base/nan.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon::testing {

inline std::vector<sneddon::Test> archive_tests() {
    sneddon::Test full;
    full.number = 3;
    full.name = "a µ.txt";
    full.curve = {
        {0, 0.1, 0.2, 0.3},
        {-0.0, 1.5, 2.25, 1.0 / 3},
        {0.000001, 10'000.123456, 5, nan},
        {{"Depth", "V", {1, 2, 3, 4}}, {"A", "", {5, 6, 7, 8}}, {"A", "", {9, 10, 11, 12}}}};
    full.marks = {{0, "load"}, {2, ""}};
    full.mark_source = MarkSource::marker;
    full.declared_cycles = 2;
    full.time_stamp = "2022-11-22T15:55:04";
    full.position = {1.5, -2.0 / 3};
    full.poisson_ratio = 0.18;
    full.vendor_values = {{"h_c_nm", "", 0.1, 1},
                          {"Own", "GPa", nan, 2},
                          {"Area Coefficient 1", "", 24.5, 1},
                          {"Minimum Calculation Depth", "nm", 100, 1},
                          {"Maximum Calculation Depth", "nm", 200, 1}};
    full.applied = {1e-3, 0.0107, "volts"};
    full.stated = {2e-3, -0.5, 0.25, 20, {0, 1, 2}, {0, 0.1, 0.3}, 3, 0.5, 100, 200, {24.5}};
    full.inferences = {{"unit of load", "µN", "column head"}, {"a", "", ""}};
    full.reader_flags = {"SND-R014"};
    sneddon::Test plain;
    plain.number = 4;
    plain.curve = {{0, 1}, {2, 3}, {4, 5}, {{"A", "", {6, 7}}}};
    sneddon::Test empty;
    empty.number = 9;
    empty.reader_flags = {"SND-R010"};
    return {full, plain, empty};
}

}  // namespace sneddon::testing
