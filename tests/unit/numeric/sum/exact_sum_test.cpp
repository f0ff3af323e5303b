#include "numeric/sum/exact_sum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

TEST(ExactSum, KeepsWhatPlainAdditionLoses) {
    ExactSum sum;
    for (const double x : {1e100, 1.0, -1e100, 1e-30}) sum.add(x);
    EXPECT_EQ(sum.value(), 1.0);
    sum.add(-1.0);
    EXPECT_EQ(sum.value(), 1e-30);
}

TEST(ExactSum, RoundsHalfWayCasesByWhatLiesBelow) {
    ExactSum up, even;
    for (const double x : {1.0, 0x1p-53, 0x1p-120}) up.add(x);
    for (const double x : {1.0, 0x1p-53}) even.add(x);
    EXPECT_EQ(up.value(), 1.0 + 0x1p-52);
    EXPECT_EQ(even.value(), 1.0);
}

TEST(ExactSum, DoesNotDependOnOrderAndMerging) {
    RandomStream random(1);
    std::vector<double> terms;
    for (int i = 0; i < 1000; ++i)
        terms.push_back(std::ldexp(random.normal(), static_cast<int>(random.index(200)) - 100));
    ExactSum forward, backward, left, right;
    for (const double x : terms) forward.add(x);
    for (auto x = terms.rbegin(); x != terms.rend(); ++x) backward.add(*x);
    for (std::size_t i = 0; i < terms.size(); ++i) (i % 3 == 0 ? left : right).add(terms[i]);
    right.add(left);
    EXPECT_EQ(forward.value(), backward.value());
    EXPECT_EQ(forward.value(), right.value());
}

}  // namespace
}  // namespace sneddon
