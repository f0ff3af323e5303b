#include "sneddon/correct/correction.hpp"

namespace sneddon {

Curve corrected_curve(const Curve& curve, const CurveChange& change) {
    Curve corrected;
    corrected.time_s = curve.time_s;
    corrected.depth_nm.reserve(curve.size());
    corrected.load_uN.reserve(curve.size());
    for (std::size_t i = 0; i < curve.size(); ++i) {
        corrected.depth_nm.push_back(
            change.depth_nm(curve.time_s[i], curve.depth_nm[i], curve.load_uN[i]));
        corrected.load_uN.push_back(change.load_uN(curve.load_uN[i]));
    }
    return corrected;
}

}  // namespace sneddon
