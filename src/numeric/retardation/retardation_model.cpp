#include "numeric/retardation/retardation_model.hpp"

#include <cmath>

namespace sneddon {

std::string_view words(RetardationModel model) {
    switch (model) {
        case RetardationModel::maxwell:
            return "Maxwell";
        case RetardationModel::kelvin_1:
            return "Kelvin, 1 element";
        case RetardationModel::kelvin_2:
            return "Kelvin, 2 elements";
        case RetardationModel::kelvin_3:
            return "Kelvin, 3 elements";
        case RetardationModel::burgers:
            return "Burgers";
        case RetardationModel::burgers_2:
            return "Burgers, 2 elements";
        case RetardationModel::logarithmic:
            return "logarithmic";
    }
    return "";
}

RetardationTerms terms_of(RetardationModel model) {
    switch (model) {
        case RetardationModel::maxwell:
            return {true, false, 0};
        case RetardationModel::kelvin_1:
            return {false, false, 1};
        case RetardationModel::kelvin_2:
            return {false, false, 2};
        case RetardationModel::kelvin_3:
            return {false, false, 3};
        case RetardationModel::burgers:
            return {true, false, 1};
        case RetardationModel::burgers_2:
            return {true, false, 2};
        case RetardationModel::logarithmic:
            return {false, true, 1};
    }
    return {};
}

RampedTerm::RampedTerm(bool is_logarithm, double tau, double ramp)
    : is_logarithm_(is_logarithm), tau_(tau), ramp_(ramp) {
    if (is_logarithm) {
        const Whole start = logarithm(0);
        start_ = start.value;
        start_by_log_tau_ = start.by_log_tau;
        return;
    }
    if (const double z = ramp / tau; z > 0) {
        rho_ = -std::expm1(-z) / z;
        rho_by_log_tau_ = rho_ - std::exp(-z);
    }
    start_ = 1 - rho_;
    start_by_log_tau_ = -rho_by_log_tau_;
}

// With v ln v - v between two v the ends' own v cancel: what is left over is -ramp/tau.
RampedTerm::Whole RampedTerm::logarithm(double s) const {
    if (!(ramp_ > 0)) return {std::log1p(s / tau_), -s / (tau_ + s)};
    const double low = s / tau_, high = (s + ramp_) / tau_;
    const double whole = (1 + high) * std::log1p(high) - (1 + low) * std::log1p(low);
    const double tail = std::log1p(ramp_ / (tau_ + s));
    return {whole * tau_ / ramp_ - 1, tail * tau_ / ramp_ - 1};
}

RampedTerm::Rise RampedTerm::rise(double s) const {
    if (is_logarithm_) {
        const Whole now = logarithm(s);
        return {now.value - start_, now.by_log_tau - start_by_log_tau_};
    }
    constexpr double early = 0.1;  // later, 1 - exp(-x) has lost no digit worth the slower function
    const double x = s / tau_, gone = std::exp(-x);
    const double risen = x < early ? -std::expm1(-x) : 1 - gone;
    return {rho_ * risen, rho_by_log_tau_ * risen - rho_ * x * gone};
}

double RampedTerm::rate(double s) const {
    if (!is_logarithm_) return rho_ * std::exp(-s / tau_) / tau_;
    return ramp_ > 0 ? std::log1p(ramp_ / (tau_ + s)) / ramp_ : 1 / (tau_ + s);
}

}  // namespace sneddon
