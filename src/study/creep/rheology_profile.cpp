#include "study/creep/rheology_profile.hpp"

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

constexpr std::size_t most_blocks = 120;  // of a line of 85 mm, as many as can be seen
constexpr std::size_t spectrum_points = 61;

}  // namespace

RheologyProfile rheology_profile(std::span<const double> instants_s,
                                 std::span<const double> compliance, const RetardationFit& fit,
                                 double nm_per_compliance) {
    RheologyProfile profile;
    const std::size_t n = instants_s.size(), blocks = std::min(most_blocks, n);
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t begin = block * n / blocks, end = (block + 1) * n / blocks;
        double t = 0, y = 0, of_fit = 0;
        for (std::size_t i = begin; i < end; ++i) {
            t += instants_s[i];
            y += compliance[i];
            of_fit += fit(instants_s[i]);
        }
        const auto size = static_cast<double>(end - begin);
        profile.t_s.push_back(t / size);
        profile.compliance.push_back(y / size);
        profile.fitted.push_back(of_fit / size);
        profile.residual_nm.push_back((y - of_fit) / size * nm_per_compliance);
    }
    return profile;
}

RetardationSpectrum retardation_spectrum(const RetardationFit& fit, double from_s, double to_s) {
    RetardationSpectrum spectrum;
    if (!(from_s > 0 && to_s > from_s)) return spectrum;
    for (std::size_t i = 0; i < spectrum_points; ++i) {
        const double part = static_cast<double>(i) / (spectrum_points - 1);
        const double t_s = from_s * std::pow(to_s / from_s, part);
        spectrum.t_s.push_back(t_s);
        spectrum.value.push_back(t_s * fit.step_rate(t_s));
    }
    return spectrum;
}

}  // namespace sneddon
