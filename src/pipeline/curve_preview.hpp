#pragma once

#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/test.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// At most 400 points of a test that keep its shape: the ends of all segments and, in equal parts
/// of the rest, the smallest and the largest depth. The fit of cycle `cycle` as 41 points.
CurvePreview curve_preview(const Test& test, const TestResult& result, const CycleResult& cycle,
                           std::string test_id);

}  // namespace sneddon
