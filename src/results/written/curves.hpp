// Elements of curves.json and of drawn_curves.json.
#pragma once

#include "results/written/keys.hpp"

namespace sneddon {

struct WrittenSegment : Place {
    Text kind() const { return {at(key::kind)}; }
    Number begin_s() const { return {at(key::begin_s)}; }
    Number end_s() const { return {at(key::end_s)}; }
};

struct WrittenCurveFit : Place {
    Numbers h_nm() const { return {at(key::h_nm)}; }
    Numbers P_uN() const { return {at(key::P_uN)}; }
};

struct WrittenResiduals : Place {
    Numbers h_nm() const { return {at(key::h_nm)}; }
    Number largest_nm() const { return {at(key::largest_nm)}; }
    Numbers counts() const { return {at(key::counts)}; }
};

struct WrittenCurve : Place {
    Text test_id() const { return {at(key::test_id)}; }
    Text load_function() const { return {at(key::load_function)}; }
    Numbers t_s() const { return {at(key::t_s)}; }
    Numbers h_nm() const { return {at(key::h_nm)}; }
    Numbers P_uN() const { return {at(key::P_uN)}; }
    List<WrittenSegment> segments() const { return {at(key::segments)}; }
    WrittenCurveFit fit() const { return {at(key::fit)}; }
    WrittenResiduals residuals() const { return {at(key::residuals)}; }
};

struct WrittenDrawnCurve : Place {
    WrittenCurve curve() const { return {at(key::curve)}; }
    Numbers residual_h_nm() const { return {at(key::residual_h_nm)}; }
    Numbers residual_nm() const { return {at(key::residual_nm)}; }
};

}  // namespace sneddon
