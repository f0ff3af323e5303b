#include "numeric/sum/residual_statistics.hpp"

#include <Eigen/Core>

#include "base/nan.hpp"

namespace sneddon {
namespace {

double total(const std::array<double, 4>& lanes) {
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
}

using Lanes = Eigen::Array4d;

Lanes lanes_at(std::span<const double> values, std::size_t i) {
    return Eigen::Map<const Lanes>(&values[i]);
}

void add_lanes(std::array<double, 4>& sums, const Lanes& lanes) {
    for (std::size_t i = 0; i < 4; ++i) sums[i] += lanes[static_cast<Eigen::Index>(i)];
}

}  // namespace

void ResidualStatistics::add(std::span<const double> r) {
    if (r.empty()) return;
    if (count_ == 0)
        first_ = r.front();
    else
        products_[0] += last_ * r.front();
    Lanes sums = Lanes::Zero(), squares = Lanes::Zero(), products = Lanes::Zero();
    std::size_t i = 1;
    for (; i + 4 <= r.size(); i += 4) {
        const Lanes here = lanes_at(r, i);
        sums += here;
        squares += here * here;
        products += here * lanes_at(r, i - 1);
    }
    add_lanes(sums_, sums);
    add_lanes(squares_, squares);
    add_lanes(products_, products);
    sums_[0] += r.front();
    squares_[0] += r.front() * r.front();
    for (; i < r.size(); ++i) {
        sums_[i % 4] += r[i];
        squares_[i % 4] += r[i] * r[i];
        products_[i % 4] += r[i - 1] * r[i];
    }
    last_ = r.back();
    count_ += r.size();
}

double ResidualStatistics::ssr() const {
    return total(squares_);
}

double ResidualStatistics::lag1() const {
    const auto n = static_cast<double>(count_);
    const double mean = total(sums_) / n;
    const double square = ssr() - n * mean * mean;
    const double product =
        total(products_) - mean * (2 * total(sums_) - first_ - last_) + (n - 1) * mean * mean;
    return square > 0 ? product / square : nan;
}

double ResidualStatistics::durbin_watson() const {
    const double ends = first_ * first_ + last_ * last_;
    return ssr() > 0 ? (2 * ssr() - ends - 2 * total(products_)) / ssr() : nan;
}

double sum_about_mean(std::span<const double> y) {
    Lanes sums = Lanes::Zero(), squares = Lanes::Zero();
    std::size_t i = 0;
    for (; i + 4 <= y.size(); i += 4) sums += lanes_at(y, i);
    std::array<double, 4> sum{}, square{};
    add_lanes(sum, sums);
    for (; i < y.size(); ++i) sum[i % 4] += y[i];
    const double mean = total(sum) / static_cast<double>(y.size());
    for (i = 0; i + 4 <= y.size(); i += 4) squares += (lanes_at(y, i) - mean).square();
    add_lanes(square, squares);
    for (; i < y.size(); ++i) square[i % 4] += (y[i] - mean) * (y[i] - mean);
    return total(square);
}

}  // namespace sneddon
