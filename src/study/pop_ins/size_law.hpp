// A fitted law of sizes, tabulated: for whole samples of it.
#pragma once

#include <vector>

#include "study/pop_ins/size_fit.hpp"

namespace sneddon {

/// P(X > x | X > from) of a fitted law and its inverse. The two plain laws are closed forms. Of
/// cut_off ln P is tabulated over ln(x/from) in 500 steps, down to e^-40, and is a straight line
/// between them: P is good to 1e-5.
class SizeLaw {
  public:
    SizeLaw(const SizeFit& fit, double from);

    double survival(double size) const;      ///< 1 below `from`
    double quantile(double survival) const;  ///< the size with this survival, 0 < survival <= 1
    double log_density(double size) const;   ///< of cut_off only

  private:
    SizeFamily family_;
    double from_, slope_, z_;  ///< slope: alpha - 1; z: from/cut
    double step_ = 0;          ///< of ln(x/from)
    double log_mass_ = 0;      ///< ln of the integral that the table begins with
    std::vector<double> log_survival_;
};

}  // namespace sneddon
