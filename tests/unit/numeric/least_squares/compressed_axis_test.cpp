#include "numeric/least_squares/compressed_axis.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "base/random.hpp"

namespace sneddon {
namespace {

std::vector<double> even_instants(std::size_t count, double step, double first = 0) {
    std::vector<double> t(count);
    for (std::size_t i = 0; i < count; ++i) t[i] = first + step * static_cast<double>(i);
    return t;
}

// The promise of the class, for the functions that the fits use, against plain sums.
void expect_sums_agree(const std::vector<double>& t) {
    const auto axis = CompressedAxis::make(t);
    ASSERT_TRUE(axis);
    RandomStream random(5);
    std::vector<double> y(t.size());
    for (double& value : y) value = 1 + random.normal();
    const auto compressed = axis->compress(y);
    for (const double c : {0.01, 0.3, 0.95, 1.5, 3.0}) {
        const auto f = [&](double distance) {
            return distance == 0 ? 0 : std::pow(distance, c) * std::log(distance);
        };
        double plain = 0, magnitude = 0, short_cut = 0;
        for (std::size_t i = 0; i < t.size(); ++i) {
            plain += y[i] * f(t[i] - t[0]);
            magnitude += std::abs(y[i] * f(t[i] - t[0]));
        }
        for (std::size_t k = 0; k < compressed.size(); ++k)
            short_cut += compressed[k] * f(axis->nodes()[k]);
        EXPECT_NEAR(short_cut, plain, 4e-15 * magnitude) << c;
    }
}

TEST(CompressedAxis, SumsAgreeOnEvenInstants) {
    expect_sums_agree(even_instants(18'000, 1. / 300));
}

TEST(CompressedAxis, SumsAgreeWithALateFirstInstantAndRepeatedOnes) {
    auto t = even_instants(3'000, 0.02, 250);
    for (std::size_t i = 700; i < 720; ++i) t[i] = t[700];
    expect_sums_agree(t);
}

TEST(CompressedAxis, SumsAgreeOnRandomInstants) {
    RandomStream random(6);
    std::vector<double> t = {0};
    while (t.size() < 5'000) t.push_back(t.back() + random.uniform());
    expect_sums_agree(t);
}

TEST(CompressedAxis, ExpandsASmoothFunctionToAllInstants) {
    const auto t = even_instants(18'000, 1. / 300);
    const auto axis = CompressedAxis::make(t);
    ASSERT_TRUE(axis);
    std::vector<double> at_nodes;
    for (const double distance : axis->nodes()) at_nodes.push_back(std::pow(distance, 0.3));
    const auto at_instants = axis->expand(at_nodes);
    for (std::size_t i = 0; i < t.size(); ++i)
        EXPECT_NEAR(at_instants[i], std::pow(t[i], 0.3), 2e-14) << i;
}

TEST(CompressedAxis, ResidualsInOnePassEqualThoseInThree) {
    const auto t = even_instants(1'000, 0.1);
    const auto axis = CompressedAxis::make(t);
    ASSERT_TRUE(axis);
    RandomStream random(7);
    std::vector<double> values(t.size()), at_nodes, seen;
    for (double& value : values) value = random.normal();
    for (const double distance : axis->nodes()) at_nodes.push_back(std::sqrt(distance));
    const auto compressed =
        axis->compress_residuals(values, at_nodes, [&](std::span<const double> block) {
            seen.insert(seen.end(), block.begin(), block.end());
        });
    const auto curve = axis->expand(at_nodes);
    for (std::size_t i = 0; i < t.size(); ++i) values[i] -= curve[i];
    EXPECT_EQ(seen, values);
    EXPECT_EQ(compressed, axis->compress(values));
}

TEST(CompressedAxis, ThousandsOfInstantsBecomeHundredsOfNodes) {
    EXPECT_LT(CompressedAxis::make(even_instants(18'000, 1. / 300))->nodes().size(), 600u);
    EXPECT_EQ(CompressedAxis::make(even_instants(50, 1))->nodes().size(), 50u);
}

TEST(CompressedAxis, InstantsThatAreNoAxisAreRefused) {
    EXPECT_FALSE(CompressedAxis::make({}));
    EXPECT_FALSE(CompressedAxis::make(std::vector<double>{1}));
    EXPECT_FALSE(CompressedAxis::make(std::vector<double>{1, 1, 1}));
    EXPECT_FALSE(CompressedAxis::make(std::vector<double>{1, 2, 1.5}));
    EXPECT_FALSE(
        CompressedAxis::make(std::vector<double>{1, std::numeric_limits<double>::quiet_NaN(), 3}));
}

}  // namespace
}  // namespace sneddon
