// A sum of doubles without rounding until it is read: the order of the terms, the number of threads
// and the way partial sums were merged cannot change the result.
#pragma once

#include <vector>

namespace sneddon {

/// Keeps the exact sum as a few doubles that do not overlap (Shewchuk 1997, Discrete Comput. Geom.
/// 18, 305, "grow expansion"). Terms must be finite.
class ExactSum {
  public:
    void add(double term);
    void add(const ExactSum& other);
    /// The exact sum rounded once, to nearest, ties to even.
    double value() const;

  private:
    double largest_ = 0;          ///< most sums of few terms need no more than this
    std::vector<double> rest_{};  ///< smaller parts, ascending magnitude
};

}  // namespace sneddon
