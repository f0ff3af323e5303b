// Many instants replaced by a few hundred weighted ones, for sums against smooth functions.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace sneddon {

/// For a function f that is smooth but for a power or logarithm at or before the first instant,
///     sum_i y_i f(t_i) = sum_k Y_k f(node_k)   and   sum_i f(t_i) = sum_k weight_k f(node_k)
/// hold to about 1e-15 of sum |y_i f(t_i)|. Nodes: the early instants themselves, then 10 Chebyshev
/// points in every stretch over which the distance from the first instant grows by 13.5 %: there
/// the polynomial through 10 points is off by 32^-10. A fit of 18,000 points then costs what one
/// of 500 costs, and one axis serves all curves that share their instants.
class CompressedAxis {
  public:
    /// Nothing for fewer than 2 instants, descending or not finite ones, or all of them equal.
    static std::optional<CompressedAxis> make(std::span<const double> instants);

    std::size_t size() const { return size_; }         ///< instants
    double first() const { return first_; }            ///< first instant
    double last() const { return first_ + length_; }   ///< last instant
    double first_step() const { return first_step_; }  ///< smallest distance > 0 from the first

    /// Distances of the nodes from the first instant, >= 0, in the unit of the instants.
    std::span<const double> nodes() const { return nodes_; }
    std::span<const double> weights() const { return weights_; }

    /// Y_k of the values y_i at the instants.
    std::vector<double> compress(std::span<const double> values) const;

    /// Values at the instants of a smooth function known at the nodes.
    std::vector<double> expand(std::span<const double> at_nodes) const;

    /// compress(values - expand(curve_at_nodes)) in one pass; `see` gets the differences on the
    /// way, block by block in their order.
    std::vector<double> compress_residuals(
        std::span<const double> values, std::span<const double> curve_at_nodes,
        const std::function<void(std::span<const double>)>& see) const;

  private:
    /// Instants [begin, end) share nodes [node, node + 10); a single instant is its own node.
    struct Stretch {
        std::size_t begin, end, node;
        std::size_t size() const { return end - begin; }
        bool is_single() const { return end == begin + 1; }
    };

    CompressedAxis() = default;
    void add_stretch(std::span<const double> instants, std::size_t begin, std::size_t end);
    void compress_stretch(const Stretch& stretch, const double* values, double* result) const;
    void expand_stretch(const Stretch& stretch, const double* at_nodes, double* result) const;

    std::size_t size_ = 0;
    double first_ = 0, length_ = 0, first_step_ = 0;
    std::vector<double> nodes_, weights_;
    std::vector<double> local_;  ///< place of each instant in its stretch, -1..1
    std::vector<Stretch> stretches_;
};

}  // namespace sneddon
