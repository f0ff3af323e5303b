// Depth during unloading (docs/methods/simulator.md): an elastic power law, back-flow of a part of
// the creep, and creep that goes on while the load is still high (the "nose").
//   h = h_2 - w (1 - x^(1/m)) - f (h_2 - h_1) (1 - x) + n int (a + b c s^(c-1)) x^5 dt,  x = P/F
//   w = m F/S,  s = max(hold + t, 0.25 s)
#pragma once

#include <vector>

namespace sneddon {

struct UnloadingParameters {
    double peak_uN = 0, ramp_s = 0, hold_s = 0;
    double h_max_nm = 0, creep_nm = 0;
    double S_uN_per_nm = 0, m = 0;
    double back_flow = 0, nose = 0;
    double a_nm_per_s = 0, b_nm = 0, c = 0;
};

class UnloadingLaw {
  public:
    explicit UnloadingLaw(const UnloadingParameters& parameters) : parameters_(parameters) {}

    /// Without the nose: a function of the load alone.
    double depth_nm(double load_fraction) const;
    /// What the nose adds between two times of the unloading (Simpson's rule).
    double nose_nm(double from_s, double to_s) const;
    /// Depths at `count` + 1 equal steps of the load from F to 0.
    std::vector<double> depths_nm(int count) const;
    double elastic_work_pJ() const;
    /// Slope at F of the power law through 95 to 20 % of the noise-free unloading.
    double apparent_stiffness_uN_per_nm() const;

  private:
    double nose_rate_nm_per_s(double time_s) const;
    UnloadingParameters parameters_;
};

}  // namespace sneddon
