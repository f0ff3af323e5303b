#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "numeric/least_squares/linear_power_search.hpp"

namespace sneddon {
namespace {

using Prepared = LinearPowerBasis::Prepared;

// q and all sums from p.
void add_sums(const Prepared& basis, const Powers& powers, PowerSums& sums) {
    const auto weights = basis.axis.weights();
    std::array<double, 7> total{};
    sums.q.resize(sums.p.size());
    for (std::size_t k = 0; k < sums.p.size(); ++k) {
        const double p = sums.p[k], q = p * powers.log_ratio[k];
        const double wp = weights[k] * p, wq = weights[k] * q;
        sums.q[k] = q;
        total[0] += wp;
        total[1] += wp * basis.tau[k];
        total[2] += wp * p;
        total[3] += wq;
        total[4] += wq * basis.tau[k];
        total[5] += wq * p;
        total[6] += wq * q;
    }
    sums.s1p = total[0], sums.stp = total[1], sums.spp = total[2];
    sums.s1q = total[3], sums.stq = total[4], sums.spq = total[5], sums.sqq = total[6];
}

}  // namespace

PowerSums power_sums(const LinearPowerBasis::Prepared& basis, const Powers& powers, double c) {
    PowerSums sums;
    sums.c = c;
    sums.p.resize(powers.log_ratio.size());
    for (std::size_t k = 0; k < sums.p.size(); ++k) sums.p[k] = std::exp(c * powers.log_ratio[k]);
    add_sums(basis, powers, sums);
    return sums;
}

Powers make_powers(const LinearPowerBasis::Prepared& basis, double t0, double c_min, double c_max) {
    Powers powers;
    powers.t0 = t0;
    const double delay = basis.axis.first() - t0;
    powers.span = basis.axis.last() - t0;
    for (const double node : basis.axis.nodes()) {
        const double distance = node + delay;
        // exp(c * -1e300) is 0 and 0 * -1e300 too: 0^c = 0 without a special case in the loops.
        powers.log_ratio.push_back(distance > 0 ? std::log(distance / powers.span) : -1e300);
    }
    if (c_min == c_max) {
        powers.scan.push_back(power_sums(basis, powers, c_min));
        return powers;
    }
    // Even steps of c: each power is the one before times the same ratio.
    constexpr int steps = 8;
    const double width = (c_max - c_min) / steps;
    std::vector<double> ratio;
    powers.scan.reserve(steps + 1);
    ratio.reserve(powers.log_ratio.size());
    for (const double log : powers.log_ratio) ratio.push_back(std::exp(width * log));
    powers.scan.push_back(power_sums(basis, powers, c_min));
    for (int i = 1; i <= steps; ++i) {
        const std::vector<double>& p = powers.scan.back().p;
        PowerSums next;
        next.c = i == steps ? c_max : c_min + i * width;
        next.p.resize(p.size());
        for (std::size_t k = 0; k < p.size(); ++k) next.p[k] = p[k] * ratio[k];
        add_sums(basis, powers, next);
        powers.scan.push_back(std::move(next));
    }
    return powers;
}

}  // namespace sneddon
