#include "papers/paper.hpp"

#include <gtest/gtest.h>

#include "study/findings.hpp"

namespace sneddon {
namespace {

/// Two clusters whose plastic work follows a Weibull law, and one check that is raised.
StudyFindings two_weibull_clusters() {
    StudyFindings findings;
    findings.clusters.emplace();
    findings.clusters->chosen = 2;
    CcdfFinding deep;
    deep.label = 0;
    deep.quantity = "W_plast_pJ";
    deep.preferred = "weibull2";
    deep.evidence = "strong";
    CcdfFinding shallow = deep;
    shallow.label = 1;
    findings.ccdf = {deep, shallow};
    findings.checks = {{"pooling", "", Verdict::likely, {}, "text", "", ""}};
    return findings;
}

TEST(Paper, EveryWordOfTheOptionButNoneIsAPaper) {
    for (const std::string_view word : reference_words)
        EXPECT_EQ(find_paper(word) != nullptr, word != "none") << word;
    EXPECT_EQ(find_paper("nobody2000"), nullptr);
}

TEST(Paper, AFigureHasTheNumberThatThePaperGivesIt) {
    const Paper* paper = find_paper("pomes2025");
    ASSERT_NE(paper, nullptr);
    EXPECT_EQ(paper_number(*paper, "clusters"), "4b");
    EXPECT_EQ(paper_number(*paper, "variogram"), "");
}

TEST(Paper, ItsReadingIsWeighedAgainstTheModels) {
    StudyFindings findings = two_weibull_clusters();
    read_as_published("pomes2025", {}, findings);
    ASSERT_TRUE(findings.mechanism);
    EXPECT_EQ(findings.mechanism->supports.size(), 1u);    // Weibull for cluster 0
    EXPECT_EQ(findings.mechanism->objections.size(), 2u);  // Weibull for the last one, the check
    EXPECT_FALSE(findings.not_computed.contains("mechanism"));
}

TEST(Paper, AgreementIsNeverEvidenceAgainst) {
    StudyFindings findings = two_weibull_clusters();
    findings.checks.clear();
    for (CcdfFinding& ccdf : findings.ccdf) ccdf.evidence = "weak";
    findings.ccdf.back().preferred = "normal";  // what the paper reads in its last cluster
    read_as_published("pomes2025", {}, findings);
    EXPECT_EQ(findings.mechanism->supports.size(), 2u);
    EXPECT_TRUE(findings.mechanism->objections.empty());
}

TEST(Paper, WithoutANameNothingOfItIsSaid) {
    StudyFindings findings = two_weibull_clusters();
    read_as_published("none", {}, findings);
    EXPECT_FALSE(findings.mechanism);
    EXPECT_EQ(findings.not_computed.at("mechanism"),
              "no published study is named (report.reference)");
}

TEST(Paper, WithoutClustersThereIsNothingToRead) {
    StudyFindings findings;
    read_as_published("pomes2025", {}, findings);
    EXPECT_FALSE(findings.mechanism);
    EXPECT_EQ(findings.not_computed.at("mechanism"),
              "it needs several clusters and their distributions");
}

}  // namespace
}  // namespace sneddon
