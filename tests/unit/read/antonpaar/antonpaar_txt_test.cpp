#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read_text;
using Numbers = std::vector<double>;

const std::string columns = "Time (s)\tPd (nm)\tFn (mN)\tFnRef (mN)\tSegmentID\r\n\r\n";
const std::string rows =
    "0\t0\t0\t0\t0\r\n0.05\t1.5\t0.25\t0\t1\r\n0.1\t2\t0.5\t0\t1\r\n"
    "0.15\t2.1\t0.5\t0\t2\r\n0.2\t1\t0.1\t0\t6\r\n0.25\t0.9\t0\t0\t7\r\n";

std::string made(const std::string& results, const std::string& date =
                                                 "Date :12/2/2021\r\n"
                                                 "Time :10:54:08 AM\r\n") {
    return "Indentation\r\n\r\n + User defined profile\r\n   Max load :\t8.00 \tmN\r\n" + date +
           results + "\r\nMeasured values\r\n" + columns + rows;
}

class FirstTest {
  public:
    explicit FirstTest(const std::string& text) : content_(read_text(text)) {
        EXPECT_TRUE(content_.ok()) << (content_.ok() ? "" : message(content_.error()));
    }
    const sneddon::Test* operator->() const { return &content_->tests.at(0); }
    double value(const std::string& id, int cycle = 1) const {
        for (const VendorValue& found : content_->tests.at(0).vendor_values)
            if (found.id == id && found.cycle == cycle) return found.value;
        return NAN;
    }

  private:
    Result<FileContent> content_;
};

TEST(AntonPaarTxt, ReadsTheSamplesAndTheirSegments) {
    const FirstTest test(made(""));
    EXPECT_EQ(test->curve.time_s, (Numbers{0, 0.05, 0.1, 0.15, 0.2, 0.25}));
    EXPECT_EQ(test->curve.load_uN, (Numbers{0, 250, 500, 500, 100, 0}));
    EXPECT_EQ(test->curve.depth_nm, (Numbers{0, 1.5, 2, 2.1, 1, 0.9}));
    ASSERT_EQ(test->curve.channels.size(), 2u);
    EXPECT_EQ(test->curve.channels[0].name, "FnRef");
    EXPECT_EQ(test->mark_source, MarkSource::segment_column);
    ASSERT_EQ(test->marks.size(), 5u) << "segments of one sample stay";
    EXPECT_EQ(test->marks[1].first, 1u);
    EXPECT_EQ(test->marks[1].label, "1");
    EXPECT_EQ(test->marks[4].first, 5u);
    EXPECT_EQ(test->marks[4].label, "7");
    EXPECT_EQ(test->declared_cycles, 0);
}

TEST(AntonPaarTxt, ResultsBecomeOurQuantitiesInOurUnits) {
    const FirstTest test(
        made(" + Main results\r\n   HIT=\t693.39 \tMPa\r\n   EIT=\t33.975 \tGPa\r\n   E*=\t37.3 "
             "\tGPa\r\n   CIT 0.008/159/10=\t1.24 \t%\r\n   nIT=\t9.99 %\r\n   Fmax=\t8.00 \tmN\r\n"
             "   S=\t0.1433 \tmN/nm\r\n   hc=\t0.71 \t\xB5m\r\n   m=\t1.1806 \r\n   Ap=\t115.5 "
             "\tnm\xB2\r\n   Welast=\t0.2 nJ\r\n   HVIT=\t64.2 \t Vickers\r\n"
             "   Poisson's ratio(nu)=\t0.30 \r\n"));
    EXPECT_DOUBLE_EQ(test.value("H_IT_GPa"), 0.69339);
    EXPECT_DOUBLE_EQ(test.value("E_IT_GPa"), 33.975);
    EXPECT_DOUBLE_EQ(test.value("E*"), 37.3);
    EXPECT_DOUBLE_EQ(test.value("C_IT_percent"), 1.24);
    EXPECT_DOUBLE_EQ(test.value("eta_IT"), 0.0999);
    EXPECT_DOUBLE_EQ(test.value("F_max_uN"), 8000);
    EXPECT_DOUBLE_EQ(test.value("S_uN_per_nm"), 143.3);
    EXPECT_DOUBLE_EQ(test.value("h_c_nm"), 710);
    EXPECT_DOUBLE_EQ(test.value("m"), 1.1806);
    EXPECT_DOUBLE_EQ(test.value("A_p_nm2"), 115.5);
    EXPECT_DOUBLE_EQ(test.value("W_elast_pJ"), 200);
    EXPECT_DOUBLE_EQ(test.value("HVIT"), 64.2);
    EXPECT_EQ(test->poisson_ratio, 0.3);
}

TEST(AntonPaarTxt, AnUnknownUnitKeepsTheirNameAndUnit) {
    const FirstTest test(made("   HIT=\t70.7 \tkgf/mm2\r\n"));
    EXPECT_TRUE(std::isnan(test.value("H_IT_GPa")));
    ASSERT_EQ(test->vendor_values.size(), 1u);
    EXPECT_EQ(test->vendor_values[0].unit, "kgf/mm2");
}

TEST(AntonPaarTxt, CyclesAndValuesThatAreNotFinite) {
    const FirstTest test(
        made("Cycle # 1\r\n   Fmax=\t8.00 \tmN\r\nCycle # 2\r\n + Hypothesis\r\n"
             "   m out of O&P hypothesis\r\n   Fmax=\t0.79 \tmN\r\n"
             "   nIT=\tINF %\r\n"));
    EXPECT_EQ(test->declared_cycles, 2);
    EXPECT_DOUBLE_EQ(test.value("F_max_uN", 2), 790);
    EXPECT_TRUE(std::isnan(test.value("eta_IT", 2)));
    const auto left_out =
        std::ranges::find(test->inferences, "result nIT of the file", &Inference::what);
    ASSERT_NE(left_out, test->inferences.end());
    EXPECT_THAT(left_out->evidence, HasSubstr("INF"));
    EXPECT_NE(std::ranges::find(test->inferences, "m out of O&P hypothesis", &Inference::value),
              test->inferences.end());
}

TEST(AntonPaarTxt, DecimalCommaInHeadAndBody) {
    std::string text = made("   HIT=\t693.39 \tMPa\r\n");
    for (char& c : text)
        if (c == '.') c = ',';
    const FirstTest test(text);
    EXPECT_EQ(test->curve.load_uN, (Numbers{0, 250, 500, 500, 100, 0}));
    EXPECT_DOUBLE_EQ(test.value("H_IT_GPa"), 0.69339);
}

TEST(AntonPaarTxt, DatesAreReadByAmAndPm) {
    EXPECT_EQ(FirstTest(made(""))->time_stamp, "2021-12-02T10:54:08");
    EXPECT_EQ(FirstTest(made("", "Date :24/11/2021\r\nTime :15:10:20\r\n"))->time_stamp,
              "2021-11-24T15:10:20");
    const FirstTest assumed(made("", "Date :3/4/2021\r\nTime :15:10:20\r\n"));
    EXPECT_EQ(assumed->time_stamp, "2021-03-04T15:10:20");
    EXPECT_NE(std::ranges::find(assumed->inferences, "order of the date", &Inference::what),
              assumed->inferences.end());
    EXPECT_EQ(FirstTest(made("", ""))->time_stamp, std::nullopt);
}

std::string numbered(int number, const std::string& body) {
    return fmt::format(
        "Indentation # {}\r\n\r\n   X Position: {}.5 mm\r\n   Y Position: -2 mm\r\n"
        "   Warning: Check contact point\r\nMeasured values\r\n{}{}"
        "______________________________________________________________\r\n",
        number, number, columns, body);
}

TEST(AntonPaarTxt, SeveralTestsInOneFile) {
    const auto content = read_text("Report\r\n" + numbered(3, rows) + numbered(5, rows));
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "antonpaar-txt");
    ASSERT_EQ(content->tests.size(), 2u);
    EXPECT_EQ(content->tests[0].name, "Indentation # 3");
    EXPECT_EQ(content->tests[1].name, "Indentation # 5");
    EXPECT_EQ(content->tests[1].number, 2);
    EXPECT_EQ(content->tests[1].curve.size(), 6u);
    ASSERT_TRUE(content->tests[1].position.has_value());
    EXPECT_EQ(content->tests[1].position->x_um, 5500);
    EXPECT_EQ(content->tests[1].position->y_um, -2000);
    EXPECT_EQ(std::ranges::count(content->tests[0].inferences,
                                 "warning of the instrument's program", &Inference::what),
              1);
}

TEST(AntonPaarTxt, TestsWithoutACurveAreNamedAndTheOthersRead) {
    const auto content =
        read_text(numbered(1, "") + "Indentation # 2\r\nno samples\r\n" + numbered(3, rows));
    ASSERT_TRUE(content.ok()) << message(content.error());
    ASSERT_EQ(content->tests.size(), 1u);
    std::vector<std::string> left_out;
    for (const Inference& inference : content->tests[0].inferences)
        if (inference.what == "test of this file left out") left_out.push_back(inference.value);
    EXPECT_EQ(left_out, (std::vector<std::string>{"Indentation # 1", "Indentation # 2"}));
}

TEST(AntonPaarTxt, WordsBelowTheRowsAreAnError) {
    const auto content = read_text(made("") + "end of report\r\n");
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R012");
    EXPECT_THAT(content.error().found, HasSubstr("end of report"));
}

TEST(AntonPaarTxt, TruncatedFilesAreRefusedOrFlagged) {
    const std::string whole = made("");
    const auto without_samples = read_text(whole.substr(0, whole.find("Measured")));
    ASSERT_FALSE(without_samples.ok());
    EXPECT_EQ(without_samples.error().code, "SND-R010");
    const auto lone_head = read_text(whole.substr(0, whole.find("0\t0\t0\t0\t0")));
    ASSERT_FALSE(lone_head.ok());
    EXPECT_EQ(lone_head.error().code, "SND-R010");
    const auto cut = read_text(whole.substr(0, whole.size() - 7));
    ASSERT_TRUE(cut.ok());
    EXPECT_EQ(cut->tests[0].curve.size(), 5u);
    EXPECT_THAT(cut->tests[0].reader_flags, ::testing::ElementsAre("SND-R014"));
}

}  // namespace
}  // namespace sneddon
