// The elastic share of the work on either side of its limit, and what it takes to be judged.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "study/checks/group_checks.hpp"
#include "study/checks/plastic_loading.hpp"

namespace sneddon {
namespace {

constexpr double H_GPa = 7, E_r_GPa = 80, F_uN = 300, S_uN_per_nm = 18;

struct OneGroup {
    std::vector<TestRow> tests{2};
    Rows rows{0, 1};
    Group group;
    StudyOptions options;
    StudyFindings findings;

    explicit OneGroup(double eta) {
        options.area_function = AreaFunction{};
        set("H_IT_GPa"_q, H_GPa);
        set("E_r_GPa"_q, E_r_GPa);
        set("eta_IT"_q, eta);
        set("F_max_uN"_q, F_uN);
        set("S_uN_per_nm"_q, S_uN_per_nm);
    }
    void set(QuantityIndex quantity, double mean) {
        GroupStatistic statistic;
        statistic.mean = mean;
        statistic.n = 2;
        group.statistics.emplace(quantity.at, statistic);
    }
    GroupCheck check() const {
        return check_elastic_share({tests, rows, group, group, options, findings});
    }
    std::string warning() const { return check().value().warning; }
};

double of_sharp() {
    return eta_of_sharp_tip(H_GPa, E_r_GPa);
}
double of_tip() {
    return plastic_loading_eta(AreaFunction{}, H_GPa, E_r_GPa, F_uN, S_uN_per_nm);
}

TEST(ElasticShare, IsDoubtedThirtyPercentFromBothTips) {
    const double larger = std::max(of_sharp(), of_tip()), smaller = std::min(of_sharp(), of_tip());
    EXPECT_EQ(OneGroup(1.299 * larger).warning(), "");
    EXPECT_EQ(OneGroup(1.301 * larger).warning(), "SND-G056");
    EXPECT_EQ(OneGroup(0.701 * smaller).warning(), "");
    EXPECT_EQ(OneGroup(0.699 * smaller).warning(), "SND-G056");
}

TEST(ElasticShare, SaysBothResiduals) {
    const Check check = OneGroup(0.4).check().value();
    const auto number = [&](std::string_view name) {
        for (const auto& [key, value] : check.evidence)
            if (key == name) return std::get<double>(value);
        return 0.0;
    };
    EXPECT_NEAR(number("residual_cheng_cheng"), 0.4 / of_sharp() - 1, 1e-12);
    EXPECT_NEAR(number("residual_plastic_loading"), 0.4 / of_tip() - 1, 1e-12);
    EXPECT_NEAR(number("H_over_E_r"), H_GPa / E_r_GPa, 1e-12);
}

TEST(ElasticShare, IsNotJudgedWithoutAnyOfItsNumbers) {
    ASSERT_TRUE(OneGroup(0.4).check());
    for (const QuantityIndex missing :
         {"H_IT_GPa"_q, "E_r_GPa"_q, "eta_IT"_q, "F_max_uN"_q, "S_uN_per_nm"_q}) {
        OneGroup group(0.4);
        group.group.statistics.erase(missing.at);
        EXPECT_FALSE(group.check()) << missing.info().id;
    }
    OneGroup without_tip(0.4);
    without_tip.options.area_function.reset();
    EXPECT_FALSE(without_tip.check());
    OneGroup loaded_again(0.4);
    loaded_again.tests[1].cycle = 2;
    EXPECT_FALSE(loaded_again.check());
}

}  // namespace
}  // namespace sneddon
