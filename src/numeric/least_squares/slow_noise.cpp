#include "numeric/least_squares/slow_noise.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {

BlockMeans::BlockMeans(std::size_t count) {
    constexpr std::size_t most_blocks = 32, fewest_blocks = 12, fewest_values = 4;
    most_ = std::min(most_blocks, count / fewest_values);
    if (most_ < fewest_blocks) return;
    block_ = count / most_;
    means_.reserve(most_);
}

void BlockMeans::add(std::span<const double> residuals) {
    if (block_ == 0) return;
    for (const double r : residuals) {
        sum_ += r;
        if (++in_block_ < block_) continue;
        if (means_.size() < most_) means_.push_back(sum_ / static_cast<double>(block_));
        sum_ = 0;
        in_block_ = 0;
    }
}

double ar1_block_variance(double block, double r) {
    if (!(r > 0)) return 1 / block;
    const double sum = block * (1 - r * r) - 2 * r * (1 - std::pow(r, block));
    return sum / ((1 - r) * (1 - r) * block * block);
}

SlowNoise slow_noise(const BlockMeans& blocks, double variance, double lag1,
                     const EffectiveRows& rows, double p) {
    constexpr double chance = 1e-3, fewest_free = 5;
    SlowNoise noise;
    const auto count = static_cast<double>(blocks.means().size());
    noise.freedom = std::min(count, rows.count) - p;
    if (blocks.block() == 0 || !(noise.freedom >= fewest_free) || !(variance > 0)) return noise;
    double squares = 0;
    for (const double mean : blocks.means()) squares += mean * mean;
    const double found = squares / (count - p);
    noise.excess = std::max(
        1.0, found / (variance * ar1_block_variance(static_cast<double>(blocks.block()), lag1)));
    noise.is_found = chi_squared_upper_tail(noise.freedom * noise.excess, noise.freedom) < chance;
    if (!noise.is_found) return noise;
    // The blocks resemble their neighbours too: they are a series with a lag-1 correlation of its
    // own.
    const EffectiveRows of_blocks =
        effective_rows(lag_one_autocorrelation(blocks.means()), count, p);
    const double power = found * static_cast<double>(blocks.block()) / variance;
    noise.inflation = std::sqrt(std::max(1.0, power)) * of_blocks.inflation;
    noise.freedom_of_blocks = of_blocks.freedom;
    return noise;
}

}  // namespace sneddon
