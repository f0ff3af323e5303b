// One measurement counted twice: files of the same bytes, tests of the same columns.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sneddon/model/test.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Of the bits of load and depth and of the cycle; equal for equal columns.
std::uint64_t column_hash(const Curve& curve, int cycle);

/// Flags every row whose columns an earlier one has (SND-G004) and warns of files with the same
/// bytes (SND-G003). One hash for each row.
std::vector<Warning> flag_repeated_tests(std::span<const InputFile> inputs, std::span<TestRow> rows,
                                         std::span<const std::uint64_t> column_hashes);

}  // namespace sneddon
