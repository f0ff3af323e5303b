#include "base/numbers/selection.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/numbers/pairs.hpp"

namespace sneddon {
namespace {

double middle_of(double a, double b, double c) {
    return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

/// Near the median of the values: of three of three (Tukey's ninther).
double pivot_of(std::span<const double> values) {
    const std::size_t step = values.size() / 9;
    const auto of_three = [&](std::size_t first) {
        return middle_of(values[first * step], values[(first + 1) * step],
                         values[(first + 2) * step]);
    };
    return middle_of(of_three(0), of_three(3), of_three(6));
}

/// Brings the values that are in to the front and answers how many they are. Each is written to
/// both sides, and one of them goes on: no value waits for what became of the last. `out` has room
/// for all.
template <typename IsIn>
std::size_t bring_to_front(std::span<double> values, double* out, IsIn is_in) {
    std::size_t in = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i];
        values[in] = out[i - in] = value;
        in += static_cast<std::size_t>(is_in(value));
    }
    std::copy_n(out, values.size() - in, values.begin() + static_cast<std::ptrdiff_t>(in));
    return in;
}

constexpr std::size_t fewest_for_partition = 12, fewest_for_bracket = 2000;

/// Two values of a sample between which the rank most likely lies: 3 standard errors of the
/// sample's quantile to each side (Floyd and Rivest 1975, Commun. ACM 18, 165).
std::array<double, 2> bracket_of(std::span<const double> values, std::size_t rank) {
    std::array<double, 512> sample;
    const std::size_t step = values.size() / sample.size();
    for (std::size_t i = 0; i < sample.size(); ++i) sample[i] = values[i * step];
    constexpr auto last = static_cast<double>(sample.size() - 1);
    const double p = static_cast<double>(rank) / static_cast<double>(values.size() - 1);
    const double middle = p * last, reach = 3 * std::sqrt(last * p * (1 - p)) + 2;
    const auto place = [&](double at) {
        return static_cast<std::size_t>(std::clamp(at, 0.0, last));
    };
    const std::size_t low = place(middle - reach), high = place(middle + reach);
    const double lowest = select_rank(sample, low);
    return {lowest, high > low ? select_rank(std::span(sample).subspan(low), high - low) : lowest};
}

/// One pass keeps the tenth of the values in which the rank and the next one lie; nothing where
/// they do not.
std::optional<RankedPair> from_bracket(std::span<const double> values, std::size_t rank) {
    const auto [low, high] = bracket_of(values, rank);
    const auto inside = std::make_unique_for_overwrite<double[]>(values.size());
    std::size_t kept = 0, i = 0;
    const Pair lows = {low, low}, highs = {high, high};
    auto of_pairs = Pair{} != Pair{};  // true is -1
    for (; i + 1 < values.size(); i += 2) {
        const Pair pair = pair_at(&values[i]);
        of_pairs -= pair < lows;
        const auto is_in = (pair >= lows) & (pair <= highs);
        inside[kept] = pair[0];
        kept -= static_cast<std::size_t>(is_in[0]);
        inside[kept] = pair[1];
        kept -= static_cast<std::size_t>(is_in[1]);
    }
    auto below = static_cast<std::size_t>(of_pairs[0] + of_pairs[1]);
    for (; i < values.size(); ++i) {
        below += values[i] < low;
        if (values[i] >= low && values[i] <= high) inside[kept++] = values[i];
    }
    if (rank < below || rank + 1 >= below + kept) return std::nullopt;
    const std::span<double> found(inside.get(), kept);
    const double at = select_rank(found, rank - below);
    return RankedPair{at, std::ranges::min(found.subspan(rank - below + 1))};
}

}  // namespace

double select_rank(std::span<double> values, std::size_t rank) {
    // Each round leaves half or so of the values; an order that leaves more is not met by chance.
    constexpr int most_rounds = 48;
    const auto out = std::make_unique_for_overwrite<double[]>(values.size());
    for (int round = 0; round < most_rounds && values.size() >= fewest_for_partition; ++round) {
        const double pivot = pivot_of(values);
        std::size_t in =
            bring_to_front(values, out.get(), [&](double value) { return value < pivot; });
        if (rank < in) {
            values = values.first(in);
            continue;
        }
        if (in == 0) {
            in = bring_to_front(values, out.get(), [&](double value) { return value <= pivot; });
            if (rank < in) return pivot;
        }
        values = values.subspan(in);
        rank -= in;
    }
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

RankedPair values_from_rank(std::span<const double> values, std::size_t rank) {
    if (values.size() >= fewest_for_bracket)
        if (const auto found = from_bracket(values, rank)) return *found;
    std::vector<double> copy(values.begin(), values.end());
    const double at = select_rank(copy, rank);
    if (rank + 1 == copy.size()) return {at, at};
    return {at, std::ranges::min(std::span(copy).subspan(rank + 1))};
}

double value_of_rank(std::span<const double> values, std::size_t rank) {
    return values_from_rank(values, rank).at;
}

}  // namespace sneddon
