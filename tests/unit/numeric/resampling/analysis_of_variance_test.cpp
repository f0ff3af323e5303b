#include "numeric/resampling/analysis_of_variance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "numeric/resampling/compare_means.hpp"
#include "support/nist_statistics.hpp"

namespace sneddon {
namespace {

using testing::agreeing_digits;
using Groups = std::vector<std::vector<double>>;

OneWayAnova anova(const Groups& groups) {
    const std::vector<std::span<const double>> views(groups.begin(), groups.end());
    return one_way_anova(views);
}

TEST(OneWayAnova, OfTwoGroupsIsTheSquareOfStudentsT) {
    // Equal sizes: Welch's t is the pooled t.
    const std::vector<double> a{4.1, 4.4, 3.9, 4.6}, b{4.9, 5.2, 4.3, 5.0};
    const auto result = anova({a, b});
    const double t = welch_test(a, b).t;
    EXPECT_NEAR(result.f, t * t, 1e-12 * result.f);
    EXPECT_EQ(result.between_df, 1);
    EXPECT_EQ(result.within_df, 6);
}

TEST(OneWayAnova, LeavesOutEmptyGroups) {
    const Groups groups{{1, 2, 3}, {}, {2, 3, 5}}, without{{1, 2, 3}, {2, 3, 5}};
    EXPECT_EQ(anova(groups).f, anova(without).f);
    EXPECT_EQ(anova(groups).between_df, 1);
}

TEST(OneWayAnova, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(std::isnan(anova({}).f));
    EXPECT_TRUE(std::isnan(anova({{1, 2, 3}}).f));
    EXPECT_TRUE(std::isnan(anova({{1}, {2}}).f));
    EXPECT_TRUE(std::isnan(anova({{1, NAN}, {2, 3}}).f));
}

struct Expected {
    const char* name;
    double digits;   ///< of the certified F that doubles can hold
    double exact_f;  ///< python fractions.Fraction over the stored doubles
};

// The higher sets sit on 1e6 and 1e12: what their decimals lose on becoming doubles, no method
// gives back; exact_f is the truth of the stored doubles.
constexpr Expected nist[] = {
    {"AtmWtAgt", 8.7, 15.946733566676926},
    {"SiRstvt", 12.0, 1.1804623744024467},
    {"SmLs01t", 13.5, 21.0},
    {"SmLs02t", 13.5, 201.00000000000003},
    {"SmLs03t", 13.5, 2001.0000000000002},
    {"SmLs04t", 10.4, 21.0000000007761},
    {"SmLs05t", 10.2, 201.00000001241764},
    {"SmLs06t", 10.1, 2001.0000001288329},
    {"SmLs07t", 4.4, 21.00081188781877},
    {"SmLs08t", 4.1, 201.01300409594845},
    {"SmLs09t", 4.1, 2001.1349262209505},
};

struct CertifiedTable {
    Groups groups;
    double f = 0;
};

CertifiedTable nist_anova(const std::string& name) {
    const auto lines = testing::nist_lines("anova/" + name + ".dat");
    CertifiedTable table;
    for (std::size_t i = 40; i < 47; ++i)
        if (lines[i].starts_with("Between")) table.f = testing::numbers_in(lines[i]).back();
    for (std::size_t i = 60; i < lines.size(); ++i) {
        const auto row = testing::numbers_in(lines[i]);
        table.groups.resize(std::max(table.groups.size(), row.size()));
        for (std::size_t g = 0; g < row.size(); ++g) table.groups[g].push_back(row[g]);
    }
    return table;
}

TEST(OneWayAnova, ReachesTheCertifiedValuesOfNist) {
    SNEDDON_NEEDS_SHARED();
    for (const auto& expected : nist) {
        const auto table = nist_anova(expected.name);
        const auto result = anova(table.groups);
        EXPECT_GE(agreeing_digits(result.f, table.f), expected.digits) << expected.name;
        // Deviations of 1e-4 of their group's spread are rounded once: 1e-12 is left of 1e-16.
        EXPECT_GE(agreeing_digits(result.f, expected.exact_f), 12) << expected.name;
    }
}

TEST(OneWayAnova, MissesAPerturbedCertifiedValue) {
    SNEDDON_NEEDS_SHARED();
    const auto table = nist_anova("SiRstvt");
    EXPECT_LT(agreeing_digits(anova(table.groups).f, table.f * (1 + 1e-9)), 9.5);
}

}  // namespace
}  // namespace sneddon
