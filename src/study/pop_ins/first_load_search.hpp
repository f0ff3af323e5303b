// The maximum of the likelihood of first pop-ins, free or with one parameter held.
#pragma once

#include <array>
#include <cstddef>
#include <limits>

#include "study/pop_ins/first_load_likelihood.hpp"

namespace sneddon {

/// Location and ln scale of the law, logit of the share, level, power and ln spread of the jumps:
/// without bounds.
using FirstLoadCoordinates = std::array<double, first_load_coordinates>;
FirstLoadParameters at_coordinates(FirstLoadFamily family, const FirstLoadCoordinates& place);

class FirstLoadSearch {
  public:
    FirstLoadSearch(const FirstLoadLikelihood& likelihood, FirstLoadFamily family);

    static constexpr std::size_t none = first_load_coordinates;
    /// From `place` on; coordinate `held` stays.
    struct Maximum {
        FirstLoadCoordinates place{};
        double value = -std::numeric_limits<double>::infinity();
        bool is_converged = false;
    };
    Maximum maximum(const FirstLoadCoordinates& place, std::size_t held = none) const;

    /// Of the log-likelihood, per width of each coordinate; 0 along `held`.
    FirstLoadCoordinates gradient(const FirstLoadCoordinates& place, std::size_t held) const;

    const FirstLoadCoordinates& start() const { return start_; }
    /// Standard errors, roughly.
    const FirstLoadCoordinates& widths() const { return widths_; }

  private:
    double value(const FirstLoadCoordinates& place) const;

    const FirstLoadLikelihood& likelihood_;
    FirstLoadFamily family_;
    FirstLoadCoordinates start_{}, widths_{};
};

}  // namespace sneddon
