// Rheological models of a hold: springs, dashpots and Kelvin elements in a row, or a logarithm,
// seen after a ramp of constant rate.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sneddon {

/// L(t), what a unit of load has given t after it was put on:
///     spring L_0, dashpot t/eta, Kelvin element L_i (1 - exp(-t/tau_i)), logarithm B ln(1 +
///     t/tau).
enum class RetardationModel {
    maxwell,      ///< spring and dashpot
    kelvin_1,     ///< spring and one Kelvin element: the standard linear solid
    kelvin_2,     ///< and two
    kelvin_3,     ///< and three
    burgers,      ///< spring, dashpot and one Kelvin element
    burgers_2,    ///< and two
    logarithmic,  ///< spring and logarithm
};
std::string_view words(RetardationModel model);

inline constexpr std::array retardation_models = {
    RetardationModel::maxwell,    RetardationModel::kelvin_1, RetardationModel::kelvin_2,
    RetardationModel::kelvin_3,   RetardationModel::burgers,  RetardationModel::burgers_2,
    RetardationModel::logarithmic};

inline constexpr std::size_t most_elements = 3;

struct RetardationTerms {
    bool has_flow = false, is_logarithm = false;
    std::size_t elements = 0;  ///< Kelvin elements, or the one logarithm

    std::size_t parameters() const { return 1 + (has_flow ? 1 : 0) + 2 * elements; }
};
RetardationTerms terms_of(RetardationModel model);

/// A term of L(t) of strength 1 under a load that rose at constant rate over `ramp` and has stood
/// still for s since: (1/ramp) int_0^ramp L(s + u) du by Boltzmann's superposition.
///   Kelvin element   1 - rho exp(-s/tau),  rho = (tau/ramp)(1 - exp(-ramp/tau))
///   dashpot          (s + ramp/2)/eta
///   logarithm        (tau/ramp)[v ln v - v] between v = 1 + s/tau and 1 + (s + ramp)/tau
/// rho exp(-s/tau) is the ramp correction factor of Oyen (2005, J. Mater. Res. 20, 2094) times
/// exp(-t/tau), t from the start of the ramp. ramp = 0: a step, L(s) itself.
class RampedTerm {
  public:
    RampedTerm(bool is_logarithm, double tau, double ramp);

    /// Its value at s = 0.
    double at_start() const { return start_; }
    /// d/d ln tau of it.
    double start_by_log_tau() const { return start_by_log_tau_; }

    struct Rise {
        double value, by_log_tau;
    };
    /// What it has gained since s = 0, and the derivative of that by ln tau.
    Rise rise(double s) const;
    /// d/ds of it.
    double rate(double s) const;

  private:
    struct Whole {
        double value, by_log_tau;
    };
    Whole logarithm(double s) const;

    bool is_logarithm_;
    double tau_, ramp_;
    double rho_ = 1, rho_by_log_tau_ = 0;
    double start_ = 0, start_by_log_tau_ = 0;
};

}  // namespace sneddon
