#include "correct/corrections.hpp"

#include <cassert>

#include "correct/drift.hpp"
#include "correct/frame_compliance.hpp"
#include "correct/tare.hpp"
#include "correct/zero_point.hpp"

namespace sneddon {

TestCorrection find_corrections(const Test& test, std::span<const Segment> segments,
                                std::span<const Cycle> cycles, const CurveNoise& noise,
                                const CorrectionRecipe& recipe) {
    assert(!cycles.empty());
    const Curve& curve = test.curve;
    const Cycle& first = cycles.front();
    TestCorrection correction;
    correction.noise_depth_nm = noise.depth_nm;
    correction.noise_load_uN = noise.load_uN;

    const auto air = points_in_air(curve, first, correction.noise_depth_nm);
    correction.steps.push_back(find_tare(curve, air, recipe));
    correction.change.load_offset_uN = correction.steps.back().value;
    correct_frame_compliance(test, recipe, correction);
    correction.t_ref_s = curve.time_s[first.contact];
    correction.change.t_ref_s = correction.t_ref_s;
    correct_drift(test, segments, recipe, correction);
    correct_zero(test, first, air, recipe, correction);
    return correction;
}

}  // namespace sneddon
