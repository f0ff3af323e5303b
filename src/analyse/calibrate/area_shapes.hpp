// The forms of an area function with their derivatives, in parameters near 1.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {

struct AreaAt {
    double A = 0, by_h = 0;
    std::array<double, 9> by{};  ///< the scaled parameters
};

/// A(h; p). Polynomial: C_k = unit_k p_k, each term of the size of the largest area at the deepest
/// contact. Others: radius = unit_0 p_0 with the deepest contact as unit, angle p_1 in radians;
/// a sphere has none.
class AreaShape {
  public:
    AreaShape(AreaForm form, int terms, double deepest_nm, double largest_nm2);

    std::size_t size() const { return units_.size(); }
    double unit(std::size_t k) const { return units_[k]; }  ///< parameter = unit p
    /// Where searches begin: a new Berkovich and, of forms with a radius, rounded cones of the
    /// largest area at the deepest contact.
    std::vector<std::vector<double>> starts() const;
    AreaAt at(std::span<const double> p, double h_nm) const;  ///< A is NaN outside the domain
    AreaFunction function(std::span<const double> parameters) const;

  private:
    AreaForm form_;
    std::vector<double> units_;
    double deepest_nm_, largest_nm2_;
};

}  // namespace sneddon
