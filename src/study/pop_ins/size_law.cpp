#include "study/pop_ins/size_law.hpp"

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

constexpr std::size_t steps = 500;
constexpr double negligible = 40;  // -ln of the survival at the end of the table

/// With x = from e^w the density in w is exp(-slope w - z (e^w - 1)).
struct Exponent {
    double slope, z;
    double operator()(double w) const { return -slope * w - z * std::expm1(w); }
};

double end_of(const Exponent& exponent) {
    double end = std::log1p(negligible / exponent.z);
    if (exponent.slope > 0) end = std::min(end, negligible / exponent.slope);
    constexpr double further = 0.5;  // alpha < 1: the density may rise first
    while (exponent(end) > -negligible) end += further;
    return end;
}

/// By Gauss and Legendre with three nodes: 1e-9 of a step of a hundredth.
double integral(const Exponent& exponent, double from, double width) {
    constexpr double outer = 0.3872983346207417;  // sqrt(3/5)/2
    constexpr double middle_weight = 8.0 / 18, outer_weight = 5.0 / 18;
    const double middle = from + width / 2;
    return width * (middle_weight * std::exp(exponent(middle)) +
                    outer_weight * (std::exp(exponent(middle - outer * width)) +
                                    std::exp(exponent(middle + outer * width))));
}

}  // namespace

SizeLaw::SizeLaw(const SizeFit& fit, double from)
    : family_(fit.family), from_(from), slope_(fit.alpha - 1), z_(from / fit.cut) {
    if (family_ != SizeFamily::cut_off) return;
    const Exponent exponent{slope_, z_};
    step_ = end_of(exponent) / steps;
    log_survival_.resize(steps + 1);
    double mass = 0;
    for (std::size_t i = steps; i-- > 0;) {
        mass += integral(exponent, static_cast<double>(i) * step_, step_);
        log_survival_[i] = std::log(mass);
    }
    log_mass_ = log_survival_.front();
    for (double& value : log_survival_) value -= log_mass_;
    log_survival_.back() = -HUGE_VAL;
}

double SizeLaw::survival(double size) const {
    if (!(size > from_)) return 1;
    const double w = std::log(size / from_);
    if (family_ == SizeFamily::power_law) return std::exp(-slope_ * w);
    if (family_ == SizeFamily::exponential) return std::exp(-z_ * std::expm1(w));
    const double place = w / step_;
    if (!(place < steps - 1)) return 0;
    const auto below = static_cast<std::size_t>(place);
    const double part = place - static_cast<double>(below);
    return std::exp(log_survival_[below] +
                    part * (log_survival_[below + 1] - log_survival_[below]));
}

double SizeLaw::log_density(double size) const {
    const double w = std::log(size / from_);
    return Exponent{slope_, z_}(w)-w - std::log(from_) - log_mass_;
}

double SizeLaw::quantile(double survival) const {
    const double sought = std::log(survival);
    if (family_ == SizeFamily::power_law) return from_ * std::exp(-sought / slope_);
    if (family_ == SizeFamily::exponential) return from_ * (1 - sought / z_);
    const auto last = log_survival_.end() - 2;  // the last finite one
    const auto above =
        std::partition_point(log_survival_.begin() + 1, last, [&](double v) { return v > sought; });
    const auto below = above - 1;
    const double part = std::clamp((*below - sought) / (*below - *above), 0.0, 1.0);
    return from_ * std::exp(step_ * (static_cast<double>(below - log_survival_.begin()) + part));
}

}  // namespace sneddon
