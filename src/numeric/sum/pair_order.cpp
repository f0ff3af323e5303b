#include "numeric/sum/pair_order.hpp"

#include <algorithm>
#include <cstddef>

namespace sneddon {
namespace {

double merge_counting(std::span<double> values, std::size_t middle, std::vector<double>& merged) {
    double falls = 0;
    std::size_t left = 0, right = middle;
    merged.clear();
    while (left < middle || right < values.size()) {
        const bool takes_right =
            left == middle || (right < values.size() && values[right] < values[left]);
        // Everything still waiting on the left is larger than the value taken from the right.
        if (takes_right) falls += static_cast<double>(middle - left);
        merged.push_back(values[takes_right ? right++ : left++]);
    }
    std::ranges::copy(merged, values.begin());
    return falls;
}

}  // namespace

double sort_counting_falls(std::span<double> values, std::vector<double>& workspace) {
    if (values.size() < 2) return 0;
    const std::size_t middle = values.size() / 2;
    const double within = sort_counting_falls(values.first(middle), workspace) +
                          sort_counting_falls(values.subspan(middle), workspace);
    return within + merge_counting(values, middle, workspace);
}

Ties ties_of_sorted(std::span<const double> sorted) {
    Ties ties;
    for (std::size_t begin = 0; begin < sorted.size();) {
        std::size_t end = begin + 1;
        while (end < sorted.size() && sorted[end] == sorted[begin]) ++end;
        const auto t = static_cast<double>(end - begin);
        ties.pairs += t * (t - 1) / 2;
        ties.variance_term += t * (t - 1) * (2 * t + 5);
        begin = end;
    }
    return ties;
}

}  // namespace sneddon
