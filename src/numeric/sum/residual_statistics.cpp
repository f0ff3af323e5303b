#include "numeric/sum/residual_statistics.hpp"

#include <array>

#include "base/nan.hpp"

namespace sneddon {
namespace {

using Lanes = std::array<double, 4>;

// Four running sums, added up in one order: the same bits from registers of any width.
double total(const Lanes& lanes) {
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
}

void add_lanes(Lanes& sums, const Lanes& lanes) {
    for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += lanes[lane];
}

}  // namespace

void ResidualStatistics::add(std::span<const double> r) {
    if (r.empty()) return;
    if (count_ == 0)
        first_ = r.front();
    else
        products_[0] += last_ * r.front();
    Lanes sums{}, squares{}, products{};
    std::size_t i = 1;
    for (; i + 4 <= r.size(); i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane) {
            const double here = r[i + lane];
            sums[lane] += here;
            squares[lane] += here * here;
            products[lane] += here * r[i + lane - 1];
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
    Lanes sums{}, squares{};
    std::size_t i = 0;
    for (; i + 4 <= y.size(); i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += y[i + lane];
    for (; i < y.size(); ++i) sums[i % 4] += y[i];
    const double mean = total(sums) / static_cast<double>(y.size());
    for (i = 0; i + 4 <= y.size(); i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane) {
            const double difference = y[i + lane] - mean;
            squares[lane] += difference * difference;
        }
    for (; i < y.size(); ++i) squares[i % 4] += (y[i] - mean) * (y[i] - mean);
    return total(squares);
}

}  // namespace sneddon
