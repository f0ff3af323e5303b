// Noise of two time scales: a slow wave under faster noise that lag-1 correlation does not see.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {

/// Means of residuals over blocks of one length, handed in in their order.
class BlockMeans {
  public:
    /// As many blocks as `count` values allow: of at least 4 values each, at most 32.
    explicit BlockMeans(std::size_t count);
    void add(std::span<const double> residuals);

    std::size_t block() const { return block_; }  ///< values in each; 0: too few for a test
    std::span<const double> means() const { return means_; }

  private:
    std::size_t block_ = 0, most_ = 0, in_block_ = 0;
    double sum_ = 0;
    std::vector<double> means_;
};

struct SlowNoise {
    /// Variance of the block means over what first-order autoregressive noise of the residuals'
    /// variance and lag-1 correlation gives them, at least 1.
    double excess = 1;
    double freedom = 0;     ///< of that variance: independent blocks less parameters
    bool is_found = false;  ///< chance makes such an excess in 1 of 1,000 series
    /// Where it is found: the factor on errors of independent residuals, and the degrees of freedom
    /// of that factor, both from the means and the correlation between them.
    double inflation = 1, freedom_of_blocks = 1;
};

/// Whether the residuals of a fit of p parameters, of mean square `variance`, hold more slow noise
/// than their lag-1 correlation says. `rows` are their effective_rows. Too few blocks: not found.
SlowNoise slow_noise(const BlockMeans& blocks, double variance, double lag1,
                     const EffectiveRows& rows, double p);

/// The variance of the mean of `block` values of first-order autoregressive noise of variance 1.
double ar1_block_variance(double block, double r);

}  // namespace sneddon
