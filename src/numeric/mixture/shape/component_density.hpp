// The density of one component, made ready for many rows, and what EM needs to know of a row.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "numeric/mixture/shape/shaped_mixture.hpp"

namespace sneddon {

/// What a row says of the hidden numbers of a component.
struct Hidden {
    double log_density = 0;  ///< with ln w
    double scale = 1;        ///< E[u]: of a t law, how much the row counts
    double half = 0;         ///< E[|u|] of a skew-normal law
    double half_square = 0;  ///< E[u^2]
};

class ComponentDensity {
  public:
    /// None for a scatter that is not positive definite.
    static std::optional<ComponentDensity> of(const ShapedMixture& mixture, std::size_t component);

    /// `from_location` holds x - mu.
    double log_density(const double* from_location) const;
    Hidden hidden(const double* from_location) const;

  private:
    ComponentFamily family_ = ComponentFamily::gaussian;
    std::size_t d_ = 0;
    double constant_ = 0, degrees_ = 0, skew_square_ = 0;
    std::array<double, most_dimensions * most_dimensions> whitener_{};
    std::array<double, most_dimensions> whitened_skew_{};

    struct Whitened {
        double square = 0, along_skew = 0;
    };
    Whitened whiten(const double* from_location) const;
};

std::optional<std::vector<ComponentDensity>> densities_of(const ShapedMixture& mixture);

/// phi(a) / Phi(a), to full precision far below zero too.
double inverse_mills_ratio(double a);

}  // namespace sneddon
