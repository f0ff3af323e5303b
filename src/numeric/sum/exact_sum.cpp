#include "numeric/sum/exact_sum.hpp"

#include <cstddef>

namespace sneddon {
namespace {

struct TwoSum {
    double sum, error;
};

/// a + b = sum + error exactly (Knuth).
TwoSum two_sum(double a, double b) {
    const double sum = a + b;
    const double b_part = sum - a;
    return {sum, (a - (sum - b_part)) + (b - b_part)};
}

}  // namespace

void ExactSum::add(double term) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
        const auto [sum, error] = two_sum(term, rest_[i]);
        if (error != 0) rest_[kept++] = error;
        term = sum;
    }
    rest_.resize(kept);
    const auto [sum, error] = two_sum(largest_, term);
    if (error != 0) rest_.push_back(error);
    largest_ = sum;
}

void ExactSum::add(const ExactSum& other) {
    for (const double part : other.rest_) add(part);
    add(other.largest_);
}

double ExactSum::value() const {
    double sum = largest_, error = 0;
    std::size_t left = rest_.size();
    while (left > 0 && error == 0) {
        const auto step = two_sum(sum, rest_[--left]);
        sum = step.sum;
        error = step.error;
    }
    // Half-way cases: the parts below the first error decide the direction of the rounding.
    if (left > 0 && error != 0 && (error < 0) == (rest_[left - 1] < 0)) {
        const double doubled = 2 * error;
        const double candidate = sum + doubled;
        if (candidate - sum == doubled) sum = candidate;
    }
    return sum;
}

}  // namespace sneddon
