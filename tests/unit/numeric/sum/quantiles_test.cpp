#include "numeric/sum/quantiles.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "base/numbers/selection.hpp"
#include "base/random.hpp"

namespace sneddon {
namespace {

const std::vector<double> ten{2.1, -3.4, 5.6, 0.3, 9.9, -1.2, 4.4, 4.4, 7.0, 11.5};

// numpy 1.24: np.quantile(ten, p). The tolerance is two roundings of the largest value.
TEST(Quantile, EqualsNumpy) {
    const double p_and_value[][2] = {{0, -3.4},  {0.1, -1.42}, {0.25, 0.75},   {1.0 / 3, 2.1},
                                     {0.5, 4.4}, {0.9, 10.06}, {0.975, 11.14}, {1, 11.5}};
    for (const auto& [p, value] : p_and_value) EXPECT_NEAR(quantile(ten, p), value, 4e-15) << p;
    EXPECT_EQ(median(ten), 4.4);
    EXPECT_NEAR(interquartile_range(ten), 5.9, 4e-15);
}

TEST(Quantile, BySelectionEqualsQuantileBySorting) {
    RandomStream stream(11);
    for (std::size_t n = 1; n < 60; ++n) {
        std::vector<double> values;
        for (std::size_t i = 0; i < n; ++i) values.push_back(std::floor(stream.normal() * 5));
        const auto sorted = sorted_values(values);
        for (double p = 0; p <= 1; p += 0.0625)
            EXPECT_EQ(quantile(values, p), quantile_of_sorted(sorted, p));
    }
}

// Of many values a sample says first where to look: ties, an order and a far group must not matter.
TEST(Quantile, OfManyValuesEqualsQuantileBySorting) {
    const auto expect_same = [](const std::vector<double>& values, const char* what) {
        const auto sorted = sorted_values(values);
        for (const double p : {0.0, 1e-4, 0.1, 0.25, 0.5, 0.77, 0.999, 1.0})
            EXPECT_EQ(quantile(values, p), quantile_of_sorted(sorted, p)) << what << " " << p;
        for (const std::size_t rank : {std::size_t{0}, values.size() / 2, values.size() - 1})
            EXPECT_EQ(value_of_rank(values, rank), sorted[rank]) << what << " " << rank;
    };
    RandomStream stream(12);
    for (const std::size_t n : {1999u, 2000u, 2047u, 24301u}) {
        std::vector<double> smooth, coarse, ordered, periodic;
        for (std::size_t i = 0; i < n; ++i) {
            smooth.push_back(stream.normal());
            coarse.push_back(std::floor(stream.normal() * 2));
            ordered.push_back(static_cast<double>(i));
            // Every value that a stride of n / 512 meets is of the far group.
            periodic.push_back(i % (n / 512) == 0 ? 1e6 : stream.uniform());
        }
        expect_same(smooth, "smooth");
        expect_same(coarse, "coarse");
        expect_same(ordered, "ordered");
        expect_same(periodic, "periodic");
        expect_same(std::vector(n, 5.0), "equal");
    }
}

TEST(Quantile, OfSymmetricValuesMirrors) {
    for (double p = 0; p <= 0.5; p += 0.01) {
        std::vector<double> mirrored;
        for (const double x : ten) mirrored.push_back(-x);
        EXPECT_NEAR(quantile(ten, p), -quantile(mirrored, 1 - p), 1e-14);
    }
}

TEST(Quantile, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
    EXPECT_TRUE(std::isnan(quantile(ten, -0.1)));
    EXPECT_TRUE(std::isnan(quantile(ten, std::nan(""))));
    EXPECT_TRUE(std::isnan(median(std::vector<double>{1, std::nan(""), 2})));
    EXPECT_TRUE(std::isnan(interquartile_range(std::vector<double>{1, std::nan(""), 2})));
}

TEST(Quantile, BesideAnInfiniteValueStaysANumber) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(median(std::vector<double>{1, 2, infinity}), 2);
    EXPECT_EQ(quantile(std::vector<double>{1, infinity, infinity}, 1), infinity);
}

}  // namespace
}  // namespace sneddon
