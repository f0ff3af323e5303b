#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <locale>
#include <set>
#include <sstream>

#include "report/report_html.hpp"
#include "results/curves/curves_json.hpp"
#include "results/write_results.hpp"
#include "support/temporary_folder.hpp"
#include "unit/results/example_study.hpp"
#include "unit/results/whole_study.hpp"

namespace sneddon {
namespace {

using testing::example_row;
using testing::example_study;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::text_of;

/// Written as a run writes it, read back, drawn.
std::string report(const StudyResult& study) {
    testing::TemporaryFolder folder;
    folder.write("tests.csv", text_of(write_tests_csv, study));
    folder.write("results.json", text_of(write_results_json, study));
    folder.write("recipe.toml", text_of(write_recipe_toml, study));
    std::string curves = "[";
    for (const CurvePreview& preview : study.previews)
        curves += (curves.size() > 1 ? ",\n" : "\n") + curve_preview_json(preview);
    folder.write("curves.json", curves + "\n]\n");
    const Result<WrittenStudy> written = read_study(folder.path());
    EXPECT_TRUE(written) << message(written.error());
    std::ostringstream out;
    write_report_html(out, *written, draw_figures(*written, FigureChoice{}), {});
    return out.str();
}

/// Without tags.
std::string words(const std::string& html) {
    std::string text;
    bool is_tag = false;
    for (const char c : html) {
        if (c == '<') is_tag = true;
        if (!is_tag) text += c;
        if (c == '>') is_tag = false;
    }
    return text;
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

// In the first sentence and in the captions, before the number of clusters.
TEST(ReportHtml, OnePopulationIsSaidBeforeTheClusters) {
    const StudyResult study = testing::whole_study();
    const std::string text = words(report(study));
    const std::string headline = "one population is as good: a t law";
    const auto first = text.find(headline);
    ASSERT_NE(first, std::string::npos);
    EXPECT_LT(first, text.find("the mixture with the lowest BIC has 2 clusters"));
    EXPECT_GE(count_of(text, "Before these are called groups: " + headline), 1u);
}

TEST(ReportHtml, ARheologyThatTheHoldCannotTellSaysSo) {
    const std::string text = words(report(testing::whole_study()));
    const auto table = text.find("Rheological models of the mean hold curves");
    ASSERT_NE(table, std::string::npos);
    const std::string rows = text.substr(table, text.find("Distributions", table) - table);
    EXPECT_THAT(rows, HasSubstr("lowest AICc"));
    EXPECT_THAT(rows, HasSubstr("0.00150 ("));
    EXPECT_EQ(count_of(rows, "not separable"), 2u);
}

TEST(ReportHtml, CountsAreShownAndAddUp) {
    const std::string html = words(report(example_study()));
    EXPECT_THAT(html, HasSubstr("4 files = 2 used + 1 excluded + 1 refused"));
    EXPECT_THAT(html, HasSubstr("3 tests = 2 used + 1 excluded + 0 refused"));
    EXPECT_THAT(html, HasSubstr("1 of the used ones flagged"));
    EXPECT_THAT(html, HasSubstr("2 load functions"));
}

TEST(ReportHtml, TheFindingIsASentenceOfNumbers) {
    EXPECT_THAT(words(report(example_study())),
                HasSubstr("2 of 3 tests used in 2 load functions; hardness HIT 4.25 to 4.50 GPa."));
    StudyResult one = example_study();
    one.groups = {{"hold 10 s", 2, {{("H_IT_GPa"_q).at, {4.3012, 0.3861, 2}}}}};
    EXPECT_THAT(words(report(one)),
                HasSubstr("2 of 3 tests used; hardness HIT 4.30 ± 0.39 GPa (mean ± standard "
                          "deviation, n = 2)."));
}

TEST(ReportHtml, AStudyWithoutHardnessSaysSo) {
    StudyResult study = example_study();
    for (Group& group : study.groups) group.statistics.clear();
    EXPECT_THAT(report(study), HasSubstr("No test has a hardness: the alerts say why."));
}

// The name space of SVG is a name, not an address that is asked.
TEST(ReportHtml, NothingIsLoadedAndOneScriptRuns) {
    std::string html = report(example_study());
    EXPECT_THAT(html, HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src "
                                "data: blob:; script-src 'sha256-"));
    EXPECT_EQ(count_of(html, "<script>"), 1u);
    html.erase(html.rfind("<script>"), html.rfind("</script>") - html.rfind("<script>"));
    EXPECT_THAT(html, Not(HasSubstr("http:")));
    EXPECT_THAT(html, Not(HasSubstr("https:")));
    EXPECT_THAT(html, Not(HasSubstr("@import")));
    EXPECT_THAT(html, Not(HasSubstr("<link")));
    EXPECT_TRUE(attributes(html, "src").empty());
    for (const std::string& target : attributes(html, "href"))
        EXPECT_TRUE(target[0] == '#' || target.starts_with("data:image/png;base64,")) << target;
}

TEST(ReportHtml, EveryLinkHasItsPlaceAndEveryIdIsUnique) {
    const std::string html = report(example_study());
    const auto ids = attributes(html, "id");
    const std::set<std::string> unique(ids.begin(), ids.end());
    EXPECT_EQ(unique.size(), ids.size());
    for (const std::string& target : attributes(html, "href")) {
        if (target[0] != '#') continue;  // a picture inside the page
        EXPECT_TRUE(unique.contains(target.substr(1))) << target;
    }
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
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
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

TEST(ReportHtml, WarningsComeWithTheirTestsBeforeTheFigures) {
    const std::string html = report(example_study());
    EXPECT_THAT(html, HasSubstr("one test at a bound &amp; &lt;odd&gt;"));
    EXPECT_THAT(words(html), HasSubstr("1 test: a2"));
    EXPECT_THAT(html, HasSubstr("<a href=\"#test-2\">"));
    EXPECT_LT(html.find("<section id=\"alerts\">"), html.find("<section id=\"figures\">"));
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
    EXPECT_THAT(section, HasSubstr("<span data-ref=\"tests.csv/flags=SND-R001\">1</span>"));
}

// Ours 4.5, the instrument's 4.0: +12.5 %.
TEST(ReportHtml, TheInstrumentsResultStandsBesideOurs) {
    const std::string html = report(example_study());
    const std::string section = html.substr(html.find("<section id=\"vendor\">"));
    EXPECT_THAT(section, HasSubstr("mean_ours=H_IT_GPa\">4.500<"));
    EXPECT_THAT(section, HasSubstr("mean_vendor=H_IT_GPa\">4.000<"));
    EXPECT_THAT(section, HasSubstr("mean_difference=H_IT_GPa\">+12.5<"));
    StudyResult without = example_study();
    without.tests[0].vendor_values.clear();
    EXPECT_THAT(report(without), Not(HasSubstr("id=\"vendor\"")));
}

TEST(ReportHtml, LongTablesAreCutAndSayBy) {
    StudyResult study = example_study();
    for (int i = 4; i <= 2600; ++i) study.tests.push_back(example_row(i, "hold 0 s", 4.5));
    study.tests[2500].flags = {{"SND-R001", 1, 2, "odd"}};
    const std::string html = report(study);
    EXPECT_THAT(words(html), HasSubstr("2,001 of 2,600 rows"));
    EXPECT_EQ(count_of(html, "<tr id=\"test-"), 2001u);
    EXPECT_THAT(html, HasSubstr("<tr id=\"test-2501\" "));
}

TEST(ReportHtml, AnEmptyStudyIsStillAPage) {
    const std::string html = words(report(StudyResult()));
    EXPECT_THAT(html, HasSubstr("0 files = 0 used + 0 excluded + 0 refused"));
    EXPECT_THAT(html, HasSubstr("No test could be used."));
    EXPECT_THAT(html, HasSubstr("Not drawn"));
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

// What is long stands at the end, what is not asked for is closed.
TEST(ReportHtml, FindingFiguresAndAlertsComeFirstAndTheTableLast) {
    const std::string html = report(testing::whole_study());
    std::size_t last = 0;
    for (const char* id : {"class=\"finding\"", "<section id=\"glance\"", "<section id=\"key\"",
                           "<section id=\"alerts\"", "<section id=\"figures\"",
                           "<section id=\"methods\"", "<section id=\"tests\""}) {
        const std::size_t at = html.find(id);
        ASSERT_NE(at, std::string::npos) << id;
        EXPECT_GT(at, last) << id;
        last = at;
    }
    EXPECT_THAT(html, HasSubstr("<details class=\"fold\"><summary><h2>Methods</h2></summary>"));
    EXPECT_THAT(html, HasSubstr("<section id=\"glance\">\n<h2>"));
}

TEST(ReportHtml, WarningsOfOneCauseAreOneAlertAndAtMostFiveAreOpen) {
    StudyResult study = example_study();
    study.warnings.clear();
    for (int i = 0; i < 4; ++i)
        study.warnings.push_back({"SND-G053", "group " + std::to_string(i), {}});
    for (const char* code : {"SND-C001", "SND-C002", "SND-C003", "SND-G050", "SND-G054"})
        study.warnings.push_back({code, "once", {}});
    const std::string html = report(study);
    const std::size_t begin = html.find("<section id=\"alerts\"");
    const std::string alerts = html.substr(begin, html.find("</section>", begin) - begin);
    EXPECT_EQ(count_of(alerts, ">SND-G053</code></strong>"), 1u);
    EXPECT_THAT(words(alerts), HasSubstr("4 times"));
    const std::size_t rest = alerts.find("1</span> more</h3>");
    ASSERT_NE(rest, std::string::npos);
    EXPECT_EQ(count_of(alerts.substr(0, rest), "<li class="), 5u);
    EXPECT_EQ(count_of(alerts.substr(rest), "<li class="), 1u);
}

TEST(ReportHtml, TheScriptHasEveryValueOfTestsCsvToTheBit) {
    const std::string html = report(example_study());
    EXPECT_THAT(html, HasSubstr("\"rows\":3,\"all\":3,\"listed\":null"));
    // 4.5, 4.25 and NaN, little-endian, in base64.
    EXPECT_THAT(html, HasSubstr("\"f64\":\"AAAAAAAAEkAAAAAAAAARQAAAAAAAAPh/\""));
    // What both names begin and end with stands once; one value of every row, too; places are u16.
    EXPECT_THAT(html, HasSubstr("\"begin\":\"hold \",\"end\":\"0 s\",\"words\":[\"\",\"1\"],"
                                "\"at\":[0,1,1]"));
    EXPECT_THAT(html, HasSubstr("{\"name\":\"cycle\",\"one\":\"AAAAAAAA8D8=\"}"));
    EXPECT_THAT(html, HasSubstr("{\"name\":\"x_um\",\"u16\":\"AgAEAAYA\"}"));
}

}  // namespace
}  // namespace sneddon
