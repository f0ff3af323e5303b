#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <locale>
#include <set>

#include "sneddon/report/write_results.hpp"
#include "unit/report/example_study.hpp"

namespace sneddon {
namespace {

using testing::example_row;
using testing::example_study;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::text_of;

std::string report(const StudyResult& study) {
    return text_of(write_report_html, study);
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

/// Values of an attribute, in order.
std::vector<std::string> attributes(const std::string& html, const std::string& attribute) {
    std::vector<std::string> values;
    const std::string begin = " " + attribute + "=\"";
    for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at)) {
        at += begin.size();
        values.push_back(html.substr(at, html.find('"', at) - at));
    }
    return values;
}

TEST(ReportHtml, CountsAreShownAndAddUp) {
    const std::string html = report(example_study());
    EXPECT_THAT(html, HasSubstr("4 files given = 2 used + 1 excluded + 1 refused"));
    EXPECT_THAT(html, HasSubstr("3 tests = 2 used + 1 excluded + 0 refused"));
    EXPECT_THAT(html, HasSubstr("1 of the used flagged"));
    EXPECT_THAT(html, HasSubstr("2 load functions"));
}

TEST(ReportHtml, TheFindingIsASentenceOfNumbers) {
    EXPECT_THAT(
        report(example_study()),
        HasSubstr("2 of 3 tests used in 2 load functions; mean <i>H</i><sub>IT</sub> 4.25 to "
                  "4.50 GPa."));
    StudyResult one = example_study();
    one.groups = {{"hold 10 s", 2, {{("H_IT_GPa"_q).at, {4.3012, 0.3861, 2}}}}};
    EXPECT_THAT(report(one), HasSubstr("2 of 3 tests used; <i>H</i><sub>IT</sub> 4.30 ± 0.39 GPa "
                                       "(mean ± standard deviation, n = 2)."));
}

TEST(ReportHtml, AStudyWithoutHardnessSaysSo) {
    StudyResult study = example_study();
    for (Group& group : study.groups) group.statistics.clear();
    EXPECT_THAT(report(study), HasSubstr("No test has a hardness: the warnings say why."));
}

TEST(ReportHtml, NothingIsLoadedAndNothingRuns) {
    const std::string html = report(example_study());
    EXPECT_THAT(html, HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src "
                                "data:\""));
    EXPECT_THAT(html, Not(HasSubstr("http:")));
    EXPECT_THAT(html, Not(HasSubstr("https:")));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("@import")));
    EXPECT_THAT(html, Not(HasSubstr("url(")));
    EXPECT_THAT(html, Not(HasSubstr("<link")));
    EXPECT_TRUE(attributes(html, "src").empty());
    for (const std::string& target : attributes(html, "href")) EXPECT_EQ(target[0], '#') << target;
}

TEST(ReportHtml, EveryLinkHasItsPlaceAndEveryIdIsUnique) {
    const std::string html = report(example_study());
    const auto ids = attributes(html, "id");
    const std::set<std::string> unique(ids.begin(), ids.end());
    EXPECT_EQ(unique.size(), ids.size());
    for (const std::string& target : attributes(html, "href"))
        EXPECT_TRUE(unique.contains(target.substr(1))) << target;
}

TEST(ReportHtml, NamesFromFilesAreEscapedEverywhere) {
    StudyResult study = example_study();
    const std::string evil = "<script>alert(\"&'\")</script>";
    study.version = study.facts.sample = study.facts.source = evil;
    study.recipe[0] = {evil, evil, evil, evil};
    study.inputs[2] = {evil, evil, evil, 1, Status::excluded, evil, evil, false};
    for (TestRow& row : study.tests) {
        row.test_id = row.file = row.test_name = row.reason = row.load_function = evil;
        row.time_stamp = evil;
        row.flags = {{evil, 1, 2, evil}};
    }
    for (Group& group : study.groups) group.name = evil;
    study.warnings = {{evil, evil, {evil, "not listed " + evil}}};
    for (CurvePreview& preview : study.previews) preview.test_id = preview.load_function = evil;
    const std::string html = report(study);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;"));
}

TEST(ReportHtml, HasLandmarksOneTitleAndNamedTables) {
    const std::string html = report(example_study());
    for (const char* element : {"<h1>", "<main>", "<header>", "<footer>", "<nav aria-label=",
                                "<html lang=\"en\">", "<meta charset=\"utf-8\">", "<title>"})
        EXPECT_GE(count_of(html, element), 1u) << element;
    EXPECT_EQ(count_of(html, "<h1>"), 1u);
    EXPECT_EQ(count_of(html, "<table>"), count_of(html, "<caption "));
    EXPECT_EQ(count_of(html, "<svg "), count_of(html, "role=\"img\""));
    EXPECT_EQ(count_of(html, "<th "), count_of(html, "<th scope="));
}

TEST(ReportHtml, SimulatedStudiesAreMarked) {
    StudyResult study = example_study();
    EXPECT_THAT(report(study), Not(HasSubstr("Nothing here was measured")));
    study.facts.is_simulated = true;
    EXPECT_THAT(report(study), HasSubstr("Nothing here was measured"));
    EXPECT_THAT(report(study), HasSubstr("(simulated)</title>"));
}

TEST(ReportHtml, WarningsComeWithTheirTestsBeforeTheCurves) {
    const std::string html = report(example_study());
    EXPECT_THAT(html, HasSubstr("one test at a bound &amp; &lt;odd&gt;"));
    EXPECT_THAT(html, HasSubstr("1 test: <a href=\"#test-2\">a2</a>"));
    EXPECT_LT(html.find("<section id=\"warnings\">"), html.find("<section id=\"curves\">"));
}

TEST(ReportHtml, ExcludedAndRefusedFilesAndTestsAreNamedWithTheirReason) {
    const std::string html = report(example_study());
    const std::string section = html.substr(html.find("<section id=\"left-out\">"));
    EXPECT_THAT(section, HasSubstr("bmg/&lt;b&gt;&amp;&quot;.txt"));
    EXPECT_THAT(section, HasSubstr("ends after the loading segment"));
    EXPECT_THAT(section, HasSubstr("area function (Hysitron .ara)"));
    EXPECT_THAT(section, HasSubstr("no unloading,\nnothing to fit"));
}

TEST(ReportHtml, FlagsAreCountedByTestAndNotByFlag) {
    const std::string html = report(example_study());
    const std::string section = html.substr(html.find("<section id=\"flags\">"));
    EXPECT_THAT(section,
                HasSubstr("<td>file or folder cannot be read</td><td class=\"number\">1</td>"));
}

// Ours 4.5, the instrument's 4.0: +12.5 %.
TEST(ReportHtml, TheInstrumentsResultStandsBesideOurs) {
    const std::string html = report(example_study());
    const std::string section = html.substr(html.find("<section id=\"vendor\">"));
    EXPECT_THAT(section, HasSubstr("<td class=\"number\">4.500</td><td class=\"number\">4.000</td>"
                                   "<td class=\"number\">+12.5</td>"));
    StudyResult without = example_study();
    without.tests[0].vendor_values.clear();
    EXPECT_THAT(report(without), Not(HasSubstr("id=\"vendor\"")));
}

TEST(ReportHtml, LongTablesAreCutAndSayBy) {
    StudyResult study = example_study();
    for (int i = 4; i <= 2600; ++i) study.tests.push_back(example_row(i, "hold 0 s", 4.5));
    study.tests[2500].flags = {{"SND-R001", 1, 2, "odd"}};
    const std::string html = report(study);
    EXPECT_THAT(html, HasSubstr("2,001 of 2,600 rows"));
    EXPECT_EQ(count_of(html, "<tr id=\"test-"), 2001u);
    EXPECT_THAT(html, HasSubstr("<tr id=\"test-2501\">"));
}

TEST(ReportHtml, AtMost24CurvesSpreadOverTheLoadFunctions) {
    StudyResult study = example_study();
    study.previews.clear();
    for (int i = 0; i < 40; ++i)
        study.previews.push_back(testing::example_preview("big" + std::to_string(i), "hold 0 s"));
    for (int i = 0; i < 3; ++i)
        study.previews.push_back(
            testing::example_preview("small" + std::to_string(i), "hold 60 s"));
    const std::string html = report(study);
    EXPECT_EQ(count_of(html, "<title>Load against depth of test "), 24u);
    EXPECT_EQ(count_of(html, "of test small"), 3u);
    EXPECT_EQ(count_of(html, "of test big"), 21u);
    EXPECT_THAT(html, HasSubstr("24 curves of 3 tests"));
}

TEST(ReportHtml, AnEmptyStudyIsStillAPage) {
    const std::string html = report(StudyResult());
    EXPECT_THAT(html, HasSubstr("0 files given = 0 used + 0 excluded + 0 refused"));
    EXPECT_THAT(html, HasSubstr("No test could be used."));
    EXPECT_THAT(html, HasSubstr("</html>"));
}

/// As German writes numbers.
class CommaNumbers : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

TEST(ReportHtml, TwoCallsGiveTheSameBytesInAnyLocale) {
    const StudyResult study = example_study();
    const std::string html = report(study), json = text_of(write_results_json, study),
                      csv = text_of(write_tests_csv, study);
    const std::locale before = std::locale::global(std::locale(std::locale(), new CommaNumbers));
    EXPECT_EQ(report(study), html);
    EXPECT_EQ(text_of(write_results_json, study), json);
    EXPECT_EQ(text_of(write_tests_csv, study), csv);
    std::locale::global(before);
}

}  // namespace
}  // namespace sneddon
