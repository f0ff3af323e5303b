#include "numeric/least_squares/compressed_axis.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "numeric/least_squares/chebyshev_kernel.hpp"

namespace sneddon {
namespace {

constexpr double growth = 1.135;  // of the distance over one stretch

double chebyshev_node(std::size_t k) {
    return std::cos(std::numbers::pi * (static_cast<double>(k) + 0.5) / chebyshev_count);
}

// transform[j][k] = (2 - [j = 0]) / 10 T_j(node_k): node values -> coefficients; its transpose
// carries sums against T_j to weights on the nodes.
struct Transform {
    std::array<ChebyshevSums, chebyshev_count> at;

    Transform() {
        for (std::size_t j = 0; j < chebyshev_count; ++j)
            for (std::size_t k = 0; k < chebyshev_count; ++k)
                at[j][k] = (j == 0 ? 1.0 : 2.0) / chebyshev_count *
                           std::cos(static_cast<double>(j) * std::acos(chebyshev_node(k)));
    }
};

const Transform& transform() {
    static const Transform table;
    return table;
}

}  // namespace

std::optional<CompressedAxis> CompressedAxis::make(std::span<const double> instants) {
    if (instants.size() < 2) return {};
    if (!std::isfinite(instants.front()) || !std::isfinite(instants.back())) return {};
    // Not "<", so that a NaN is noticed; between two finite ends nothing ascending is infinite.
    for (std::size_t i = 1; i < instants.size(); ++i)
        if (!(instants[i] >= instants[i - 1])) return {};
    CompressedAxis axis;
    axis.size_ = instants.size();
    axis.first_ = instants.front();
    axis.length_ = instants.back() - instants.front();
    if (!(axis.length_ > 0)) return {};
    axis.local_.resize(axis.size_);

    std::size_t begin = 0;
    while (begin < axis.size_) {
        const double distance = instants[begin] - axis.first_;
        if (axis.first_step_ == 0) axis.first_step_ = distance;
        const auto beyond =
            std::upper_bound(instants.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                             instants.end(), axis.first_ + distance * growth);
        auto end = static_cast<std::size_t>(beyond - instants.begin());
        // Fewer instants than twice the nodes are cheaper as they are.
        const bool is_worth_it =
            end - begin >= 2 * chebyshev_count && instants[end - 1] > instants[begin];
        if (!is_worth_it) end = begin + 1;
        axis.add_stretch(instants, begin, end);
        begin = end;
    }
    axis.weights_.resize(axis.nodes_.size());
    std::vector<double> ones;
    for (const auto& stretch : axis.stretches_) {
        ones.resize(std::max(ones.size(), stretch.size()), 1.0);
        axis.compress_stretch(stretch, ones.data(), &axis.weights_[stretch.node]);
    }
    return axis;
}

void CompressedAxis::add_stretch(std::span<const double> instants, std::size_t begin,
                                 std::size_t end) {
    stretches_.push_back({begin, end, nodes_.size()});
    if (end == begin + 1) {
        nodes_.push_back(instants[begin] - first_);
        return;
    }
    const double low = instants[begin] - first_, high = instants[end - 1] - first_;
    const double middle = 0.5 * (low + high), half = 0.5 * (high - low), to_local = 1 / half;
    for (std::size_t i = begin; i < end; ++i)
        local_[i] = ((instants[i] - first_) - middle) * to_local;
    for (std::size_t k = 0; k < chebyshev_count; ++k)
        nodes_.push_back(middle + half * chebyshev_node(k));
}

void CompressedAxis::compress_stretch(const Stretch& stretch, const double* values,
                                      double* result) const {
    if (stretch.is_single()) {
        *result = *values;
        return;
    }
    const auto sums = wide_chebyshev_kernel().sums(&local_[stretch.begin], values, stretch.size());
    for (std::size_t k = 0; k < chebyshev_count; ++k) result[k] = 0;
    for (std::size_t j = 0; j < chebyshev_count; ++j)
        for (std::size_t k = 0; k < chebyshev_count; ++k)
            result[k] += transform().at[j][k] * sums[j];
}

void CompressedAxis::expand_stretch(const Stretch& stretch, const double* at_nodes,
                                    double* result) const {
    if (stretch.is_single()) {
        *result = *at_nodes;
        return;
    }
    ChebyshevSums coefficients{};
    for (std::size_t j = 0; j < chebyshev_count; ++j)
        for (std::size_t k = 0; k < chebyshev_count; ++k)
            coefficients[j] += transform().at[j][k] * at_nodes[k];
    wide_chebyshev_kernel().evaluate(coefficients, &local_[stretch.begin], result, stretch.size());
}

std::vector<double> CompressedAxis::compress(std::span<const double> values) const {
    assert(values.size() == size_);
    std::vector<double> result(nodes_.size());
    for (const auto& stretch : stretches_)
        compress_stretch(stretch, &values[stretch.begin], &result[stretch.node]);
    return result;
}

std::vector<double> CompressedAxis::expand(std::span<const double> at_nodes) const {
    assert(at_nodes.size() == nodes_.size());
    std::vector<double> result(size_);
    for (const auto& stretch : stretches_)
        expand_stretch(stretch, &at_nodes[stretch.node], &result[stretch.begin]);
    return result;
}

std::vector<double> CompressedAxis::compress_residuals(
    std::span<const double> values, std::span<const double> curve_at_nodes,
    const std::function<void(std::span<const double>)>& see) const {
    assert(values.size() == size_ && curve_at_nodes.size() == nodes_.size());
    std::vector<double> result(nodes_.size()), block;
    for (const auto& stretch : stretches_) {
        block.resize(std::max(block.size(), stretch.size()));
        expand_stretch(stretch, &curve_at_nodes[stretch.node], block.data());
        for (std::size_t i = 0; i < stretch.size(); ++i)
            block[i] = values[stretch.begin + i] - block[i];
        see(std::span(block).first(stretch.size()));
        compress_stretch(stretch, block.data(), &result[stretch.node]);
    }
    return result;
}

}  // namespace sneddon
