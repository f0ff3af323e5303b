// sneddon fit and doctor: JSON and tables of small files, and what goes wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/random.hpp"
#include "sneddon/base/text.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Fit : public ::testing::Test {
  protected:
    Fit() {
        std::string unload = "\"h_nm\";\"P_uN\"\n", hold = "time_s,h_nm\n", groups = "A,B,n\n";
        for (int i = 0; i < 200; ++i) {
            const double share = (200 - i) / 200.0;
            unload += number_text(30 + 24 * std::pow(share, 2.0 / 3)) + ";" +
                      number_text(300 * share) + "\n";
            const double t = (i + 1) / 10.0;
            hold += number_text(t) + "," + number_text(0.05 * t + 2.5 * std::pow(t, 0.35)) + "\n";
        }
        RandomStream random(1);
        for (int i = 0; i < 100; ++i) {
            const double a = (i < 40 ? 14 : 4) + 0.25 * random.normal();
            const double b = 2 + 0.5 * random.normal();
            groups += number_text(a) + "," + number_text(b) + ",2\n";
        }
        folder_.write("unload.csv", unload);
        folder_.write("hold.csv", hold);
        folder_.write("groups.csv", groups);
    }

    Ending run(const std::vector<std::string>& args) { return sneddon(folder_, args); }
    json run_json(std::vector<std::string> args) {
        args.emplace_back("--json");
        const auto end = run(args);
        EXPECT_EQ(end.code, 0) << end.err;
        EXPECT_EQ(end.err, "");
        return json::parse(end.out);
    }
    /// The code of a refusal, which exits 2 and prints nothing on stdout.
    std::string refusal(const std::vector<std::string>& args) {
        const auto end = run(args);
        EXPECT_EQ(end.code, 2) << end.out;
        EXPECT_EQ(end.out, "");
        return end.err;
    }
    TemporaryFolder folder_;
};

// P = 300 ((h - 30)/24)^1.5: S = 18.75 uN/nm. Exact data, 1e-9 for the condition of the fit.
TEST_F(Fit, UnloadingOfAnExactCurve) {
    for (const char* space : {"depth", "load"}) {
        const json fit = run_json({"fit", "unloading", "unload.csv", "--columns", "h_nm,P_uN",
                                   "--window", "95..20", "--space", space});
        EXPECT_NEAR(fit["parameters"]["m"], 1.5, 1e-9);
        EXPECT_NEAR(fit["parameters"]["h_p_nm"], 30, 1e-7);
        EXPECT_NEAR(fit["parameters"]["S_uN_per_nm"], 18.75, 1e-7);
        EXPECT_NEAR(fit["parameters"]["h_at_F_max_nm"], 54, 1e-7);
        EXPECT_LT(fit["standard_errors"]["m"], 1e-6);
        EXPECT_LT(fit["ssr"], 1e-15);
        EXPECT_EQ(fit["n"], 151);  // shares 0.95, 0.945, .. 0.2: both ends belong to it
        EXPECT_EQ(fit["flags"], json::array());
    }
}

TEST_F(Fit, CreepLawOfAnExactHold) {
    const json fit = run_json({"fit", "creep-law", "hold.csv", "--columns", "time_s,h_nm"});
    EXPECT_NEAR(fit["parameters"]["a"], 0.05, 1e-10);
    EXPECT_NEAR(fit["parameters"]["b"], 2.5, 1e-9);
    EXPECT_NEAR(fit["parameters"]["c"], 0.35, 1e-10);
    EXPECT_EQ(fit["parameters"]["h0"], 0);
    EXPECT_TRUE(fit["standard_errors"]["h0"].is_null());
    EXPECT_EQ(fit["sensitivity"].size(), 6u);
    const json free = run_json({"fit", "creep-law", "hold.csv", "--columns", "time_s,h_nm",
                                "--free", "h0,t0", "--nonnegative"});
    EXPECT_FALSE(free["standard_errors"]["h0"].is_null());
    EXPECT_FALSE(free["standard_errors"]["t0"].is_null());
}

TEST_F(Fit, DistributionsInTheOrderAskedFor) {
    const std::vector<std::string> args = {"fit", "distribution", "groups.csv",     "--column",
                                           "B",   "--models",     "weibull,normal", "--replicates",
                                           "50"};
    const json found = run_json(args);
    ASSERT_EQ(found["fits"].size(), 2u);
    EXPECT_EQ(found["fits"][0]["model"], "weibull2");
    EXPECT_TRUE(found["fits"][0]["parameters"].contains("lambda"));
    EXPECT_EQ(found["fits"][1]["model"], "normal");
    for (const char* key : {"loglik", "aic", "bic", "ks", "ad", "cvm", "r2_lsq", "r2_mle", "p_ad"})
        EXPECT_TRUE(found["fits"][1][key].is_number()) << key;
    const bool is_first = found["fits"][0]["aic"] < found["fits"][1]["aic"];
    EXPECT_EQ(found["chosen"], is_first ? "weibull2" : "normal");
    EXPECT_EQ(run_json(args), found) << "the same again";
}

// Two groups far apart; the first column ascends, so the 60 rows near 4 come first.
TEST_F(Fit, MixtureOfTwoGroups) {
    const json found =
        run_json({"fit", "mixture", "groups.csv", "--columns", "A,B", "--components", "1..3"});
    EXPECT_EQ(found["chosen"], 2);
    const json& fit = found["fits"][1];
    EXPECT_NEAR(fit["weights"][0], 0.6, 1e-9);
    EXPECT_EQ(fit["counts"], json::array({60, 40}));
    EXPECT_NEAR(fit["means"][0][0], 4, 0.2);
    EXPECT_EQ(fit["covariances"][1].size(), 2u);
    EXPECT_EQ(fit["flags"], json::array());
    for (const char* key : {"loglik", "bic", "aic", "icl", "iterations", "starts_at_best"})
        EXPECT_TRUE(fit[key].is_number()) << key;
}

// A weight of 2 for every row counts every row twice: the same optimum, twice the likelihood.
TEST_F(Fit, MixtureWithWeightsAndInTheOtherMode) {
    const std::vector<std::string> args = {"fit", "mixture",      "groups.csv", "--columns",
                                           "A,B", "--components", "2"};
    auto weighted = args, other = args;
    weighted.insert(weighted.end(), {"--weights", "n"});
    other.insert(other.end(), {"--mode", "scikit-learn"});
    const double loglik = run_json(args)["fits"][0]["loglik"];
    const json twice = run_json(weighted);
    EXPECT_EQ(twice["total_weight"], 200);
    EXPECT_NEAR(twice["fits"][0]["loglik"], 2 * loglik, 1e-9 * std::abs(loglik));
    EXPECT_NEAR(run_json(other)["fits"][0]["loglik"], loglik, 0.1);
}

// Two groups far apart: most resamples choose two, one group is rejected with the least p that 19
// samples can give, two are not.
TEST_F(Fit, MixtureWithItsChoiceResampled) {
    const json found = run_json({"fit", "mixture", "groups.csv", "--columns", "A,B", "--components",
                                 "1..3", "--bootstrap", "10", "--lrt", "19"});
    const json& choice = found["choice"];
    EXPECT_EQ(choice["bootstrap"]["samples"], 10);
    EXPECT_EQ(choice["bootstrap"]["components"], json::array({1, 2, 3}));
    // A resample holds rows twice and thrice, on which a third component can lie: of 300 resamples
    // of six such tables 60 % choose two, the rest three.
    EXPECT_GE(choice["bootstrap"]["chosen"][1], 7);
    EXPECT_EQ(choice["bootstrap"]["chosen"][0], 0);
    const json& tests = choice["likelihood_ratio_tests"];
    EXPECT_EQ(tests["tests"][0]["components"], 1);
    EXPECT_EQ(tests["tests"][0]["against"], 2);
    EXPECT_EQ(tests["tests"][0]["p"], 0.05);
    EXPECT_EQ(tests["tests"][0]["simulated"], 19);
    EXPECT_EQ(tests["not_rejected"], 2);
    const auto refused = run({"fit", "mixture", "groups.csv", "--columns", "A,B", "--mode",
                              "scikit-learn", "--lrt", "19"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, HasSubstr("--mode converged"));
}

TEST_F(Fit, WithoutJsonATableIsPrinted) {
    const auto end = run({"fit", "unloading", "unload.csv", "--columns", "h_nm,P_uN"});
    EXPECT_EQ(end.code, 0);
    EXPECT_THAT(end.out, StartsWith("unloading unload.csv: P = B (h - h_p)^m"));
    EXPECT_THAT(end.out, HasSubstr("S_uN_per_nm         18.75"));
    EXPECT_THAT(run({"fit", "mixture", "groups.csv", "--columns", "A", "--components", "1..2"}).out,
                HasSubstr("starts at best"));
}

// A flag is a doubt, not an error.
TEST_F(Fit, AFlaggedFitExitsZero) {
    std::string text = "x\n";
    for (int i = 0; i < 40; ++i) text += std::to_string(i - 5) + "\n";
    folder_.write("x.csv", text);
    const json found =
        run_json({"fit", "distribution", "x.csv", "--column", "x", "--models", "gamma,normal"});
    EXPECT_EQ(found["fits"][0]["flags"], json::array({"no-fit"}));
    EXPECT_TRUE(found["fits"][0]["parameters"]["shape"].is_null());
    const json many = run_json({"fit", "mixture", "x.csv", "--columns", "x", "--components", "12"});
    EXPECT_FALSE(many["fits"][0]["flags"].empty());
    EXPECT_TRUE(many["chosen"].is_null());
}

TEST_F(Fit, BadColumnsAndCellsAreNamed) {
    EXPECT_THAT(refusal({"fit", "mixture", "groups.csv", "--columns", "A,BB"}),
                HasSubstr("no column \"BB\""));
    EXPECT_THAT(refusal({"fit", "unloading", "unload.csv", "--columns", "h_mn,P_uN"}),
                HasSubstr("did you mean \"h_nm\"? [SND-U021]"));
    folder_.write("nan.csv", "a,b\n1,2\nNaN,3\n");
    EXPECT_THAT(refusal({"fit", "mixture", "nan.csv", "--columns", "a,b"}),
                HasSubstr("nan.csv:3: \"NaN\"; expected a finite number in column \"a\""));
    folder_.write("few.csv", "t,h\n0,1\n1,2\n");
    EXPECT_THAT(refusal({"fit", "creep-law", "few.csv", "--columns", "t,h"}),
                HasSubstr("[SND-U023]"));
    EXPECT_THAT(refusal({"fit", "mixture", "few.csv", "--columns", "t,h"}),
                HasSubstr("[SND-G022]"));
    EXPECT_EQ(run({"fit", "mixture", "absent.csv", "--columns", "a"}).code, 3);
}

TEST_F(Fit, BadTimesAndLoadsAreNamed) {
    folder_.write("t.csv", "t,h\n0,1\n2,2\n1,3\n3,4\n4,5\n");
    EXPECT_THAT(refusal({"fit", "creep-law", "t.csv", "--columns", "t,h"}),
                HasSubstr("the times are not ascending"));
    folder_.write("p.csv", "h,P\n1,-1\n2,-1\n3,-1\n4,-1\n5,-1\n6,-1\n");
    EXPECT_THAT(refusal({"fit", "unloading", "p.csv", "--columns", "h,P"}),
                HasSubstr("[SND-U024]"));
}

TEST_F(Fit, ArgumentsThatCannotBeTakenApartAreNamed) {
    const auto unloading = [&](const std::string& option, const std::string& value) {
        return refusal({"fit", "unloading", "unload.csv", "--columns", "h_nm,P_uN", option, value});
    };
    EXPECT_THAT(unloading("--space", "dept"), HasSubstr("did you mean depth? [SND-U004]"));
    EXPECT_THAT(unloading("--window", "95-20"), HasSubstr("[SND-U008]"));
    EXPECT_THAT(unloading("--window", "120..20"), HasSubstr("[SND-U004]"));
    EXPECT_THAT(refusal({"fit", "unloading", "unload.csv", "--columns", "h_nm"}),
                HasSubstr("[SND-U008]"));
    EXPECT_THAT(refusal({"fit", "mixture", "groups.csv", "--columns", "A", "--components", "0..3"}),
                HasSubstr("[SND-U004]"));
    EXPECT_THAT(refusal({"fit", "distribution", "groups.csv", "--column", "A", "--models",
                         "normal,weibul"}),
                HasSubstr("did you mean weibull?"));
    EXPECT_THAT(refusal({"fit", "mixtur", "groups.csv"}), HasSubstr("did you mean mixture?"));
    EXPECT_EQ(run({"fit"}).code, 2);
}

TEST_F(Fit, DoctorPassesOnThisBuild) {
    const auto end = run({"doctor"});
    EXPECT_EQ(end.code, 0) << end.out;
    EXPECT_THAT(end.out, HasSubstr("PASS  elastic cone: E_r (GPa)"));
    EXPECT_THAT(end.out, ::testing::EndsWith("all is well\n"));
    EXPECT_EQ(run({"doctor", "nowhere"}).code, 2) << "it takes no folder";
}

}  // namespace
}  // namespace sneddon::testing
