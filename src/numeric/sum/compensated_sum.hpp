// A running sum that keeps what rounding drops.
#pragma once

#include <cmath>

namespace sneddon {

/// Neumaier (1974), Z. angew. Math. Mech. 54, 39: the error of n terms is about one rounding of the
/// result plus n eps^2 of the sum of magnitudes. A term that is not finite makes the value NaN.
class CompensatedSum {
  public:
    void add(double term) {
        const double next = sum_ + term;
        dropped_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }
    double value() const { return sum_ + dropped_; }

  private:
    double sum_ = 0;
    double dropped_ = 0;
};

}  // namespace sneddon
