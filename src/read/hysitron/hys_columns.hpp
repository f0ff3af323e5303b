// Volts of a .hys -> time, load and depth, with nothing but the settings in its head.
#pragma once

#include "read/hysitron/hys_head.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// The transducer is a plate on a spring between two others, pulled by a voltage V (of the drive,
/// times 100) and read by another, u:
///   x = -u/scale           displacement from where the bias V_0 holds the plate
///   k = 9.80665 scale/load scale        (mV/um over mV/mg: mg per um, in uN per um)
///   k x_0 = C V_0² (d/(d - x_0))²       where the bias pulls it
///   P = C V² (d/(d - x - x_0))² - k (x + x_0)
///   h = x - b P - c t, zero at the zero point; in version 7 the drift has the other sign
/// with C = 1e4 times the electrostatic constant and d the plate spacing. Numbers that are not
/// finite become NaN. `load_uN`, where it is given, is put in place of P.
Curve hys_curve(std::string_view bytes, const HysHead& head,
                const std::vector<double>* load_uN = nullptr);

}  // namespace sneddon
