#include "read/hdf5/decimal_column.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>

#include "base/random.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

std::vector<double> through_wholes(const std::vector<double>& values, const ColumnCode& code) {
    std::vector<double> back(values.size());
    std::vector<std::int64_t> wholes;
    to_wholes(std::span<const double>(values), code.decimals, wholes);
    to_values<std::int64_t>({reinterpret_cast<const char*>(wholes.data()), 8 * wholes.size()},
                            code.decimals, back);
    return back;
}

void expect_same_bits(const std::vector<double>& a, const std::vector<double>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]))
            EXPECT_TRUE(std::isnan(b[i])) << i;
        else
            EXPECT_EQ(std::bit_cast<std::uint64_t>(a[i]), std::bit_cast<std::uint64_t>(b[i]))
                << i << ": " << a[i] << " " << b[i];
    }
}

TEST(DecimalColumn, TakesTheFewestDecimals) {
    EXPECT_EQ(widened({}, std::vector{1.0, -7.0}).decimals, 0);
    EXPECT_EQ(widened({}, std::vector{0.1, 0.25}).decimals, 2);
    EXPECT_EQ(widened({}, std::vector{0.814723}).decimals, 6);
    EXPECT_EQ(widened({}, std::vector{1.0 / 3}).decimals, no_decimals);
    EXPECT_EQ(widened({}, std::vector{1e300}).decimals, no_decimals);
    EXPECT_EQ(widened({}, std::vector{HUGE_VAL}).decimals, no_decimals);
    EXPECT_EQ(widened({}, std::vector{-0.0, std::nan("")}).decimals, 0);
}

TEST(DecimalColumn, MoreDecimalsMakeEarlierNumbersLarger) {
    const ColumnCode tens = widened({}, std::vector{5000.0});
    EXPECT_EQ(tens.largest, 5000);
    EXPECT_TRUE(tens.fits_32_bits());
    const ColumnCode both = widened(tens, std::vector{0.000001});
    EXPECT_EQ(both.decimals, 6);
    EXPECT_EQ(both.largest, 5'000'000'000);
    EXPECT_FALSE(both.fits_32_bits());
}

TEST(DecimalColumn, GivesEveryTextBackToTheLastBit) {
    RandomStream random(3);
    std::vector<double> values = {-0.0, 0.0, std::nan("")};
    for (int i = 0; i < 20'000; ++i) {
        const auto digits = static_cast<std::int64_t>(random.uniform() * 4e9) - 2'000'000'000;
        std::string text = std::to_string(digits < 0 ? -digits : digits);
        text.insert(0, 7 - std::min<std::size_t>(text.size(), 7), '0');
        text.insert(text.size() - 6, ".");
        values.push_back(*parse_number((digits < 0 ? "-" : "") + text));
    }
    const ColumnCode code = widened({}, values);
    ASSERT_EQ(code.decimals, 6);
    expect_same_bits(values, through_wholes(values, code));
}

}  // namespace
}  // namespace sneddon
