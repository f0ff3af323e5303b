#include "sneddon/correct/correction.hpp"

namespace sneddon {

Curve corrected_curve(const Curve& curve, const CurveChange& change) {
    Curve corrected;
    corrected.time_s = curve.time_s;
    corrected.depth_nm.resize(curve.size());
    corrected.load_uN.resize(curve.size());
    const CurveChange by = change;  // here nothing that is written can be part of it
    const double *const time_s = curve.time_s.data(), *const load_uN = curve.load_uN.data();
    const double* const raw_nm = curve.depth_nm.data();
    double* const depth_nm = corrected.depth_nm.data();
    for (std::size_t i = 0; i < curve.size(); ++i)
        depth_nm[i] = by.depth_nm(time_s[i], raw_nm[i], load_uN[i]);
    for (std::size_t i = 0; i < curve.size(); ++i) corrected.load_uN[i] = by.load_uN(load_uN[i]);
    return corrected;
}

}  // namespace sneddon
