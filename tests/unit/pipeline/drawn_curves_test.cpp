#include <gtest/gtest.h>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/study/figure_list.hpp"
#include "figure/study/full_curves.hpp"
#include "results/written_study.hpp"
#include "sneddon/pipeline/run.hpp"
#include "support/closed_form_test.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

std::string csv_of(const Curve& curve) {
    std::string text = "time_s,depth_nm,load_uN\n";
    for (std::size_t i = 0; i < curve.size(); ++i)
        text += fmt::format("{},{},{}\n", curve.time_s[i], curve.depth_nm[i], curve.load_uN[i]);
    return text;
}

std::string csv_of(const testing::ClosedForm& form, double late_h_p_nm = 0) {
    Curve curve = testing::closed_form_test(form).curve;
    if (late_h_p_nm > 0) {  // a second cycle, deeper
        testing::ClosedForm second = form;
        second.h_1_nm += late_h_p_nm;
        second.h_p_nm += late_h_p_nm;
        const Curve more = testing::closed_form_test(second).curve;
        const double begin_s = curve.time_s.back() + 1 / form.rate_Hz;
        for (std::size_t i = 0; i < more.size(); ++i) {
            curve.time_s.push_back(begin_s + more.time_s[i]);
            curve.depth_nm.push_back(more.depth_nm[i]);
            curve.load_uN.push_back(more.load_uN[i]);
        }
    }
    return csv_of(curve);
}

testing::ClosedForm noisy(double hold_s, unsigned seed) {
    testing::ClosedForm form;
    form.hold_s = hold_s;
    form.noise_nm = 0.2;
    form.seed = seed;
    form.h_1_nm += 0.5 * seed;
    return form;
}

class DrawnCurves : public ::testing::Test {
  protected:
    void run_study() {
        RunRequest request;
        request.paths = {(folder_.path() / "study").string()};
        request.output_folder = folder_.path() / "out";
        request.area_function = "ideal";
        request.threads = 1;
        ASSERT_TRUE(run(request, {}).ok());
    }
    WrittenStudy written() { return read_study(folder_.path() / "out").value(); }

    testing::TemporaryFolder folder_;
};

double rms(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value * value;
    return std::sqrt(sum / static_cast<double>(values.size()));
}

const Figure& figure_of(const std::vector<DrawnEntry>& drawn, std::string_view id) {
    for (const DrawnEntry& entry : drawn)
        if (entry.entry->id == id && !entry.drawn.figures.empty()) return entry.drawn.figures[0];
    throw std::runtime_error("no figure " + std::string(id));
}

// The middles of extremes had an rms of half the fit's, and no dot near zero.
TEST_F(DrawnCurves, ResidualsAreThoseOfTheWholeWindow) {
    for (unsigned i = 0; i < 3; ++i) {
        folder_.write(fmt::format("study/short{}.csv", i), csv_of(noisy(0, i)));
        folder_.write(fmt::format("study/long{}.csv", i), csv_of(noisy(40, i)));
    }
    run_study();
    const WrittenStudy study = written();
    ASSERT_FALSE(study.drawn_curves.empty());
    for (const DrawnCurve& drawn : study.drawn_curves) {
        const double rms_of_fit =
            study.tests.value("fit_rms_nm"_q, study.tests.row_of_test().at(drawn.curve.test_id));
        EXPECT_NEAR(rms(drawn.residual_nm), rms_of_fit, 0.05 * rms_of_fit) << drawn.curve.test_id;
        // From 95 to 20 % of the load in 10 s at 300 points a second.
        EXPECT_NEAR(static_cast<double>(drawn.residual_nm.size()), 0.75 * 3000, 2);
    }
    const auto figures = draw_figures(study, figure_choice("unloading-fits").value());
    const Figure& figure = figure_of(figures, "unloading-fits");
    ASSERT_EQ(figure.panels.size(), 4u);
    for (const std::size_t lower : {1u, 3u}) {
        ASSERT_EQ(figure.panels[lower].marks.size(), 1u);
        EXPECT_GT(figure.panels[lower].marks[0].y.size(), 1600u);
    }
}

TEST_F(DrawnCurves, EverySampleOfATestIsThere) {
    folder_.write("study/a.csv", csv_of(noisy(10, 1)));
    run_study();
    const WrittenStudy study = written();
    ASSERT_EQ(study.drawn_curves.size(), 1u);
    EXPECT_EQ(static_cast<double>(study.drawn_curves[0].curve.time_s.size()),
              study.tests.value("points"_q, 0));
    ASSERT_EQ(study.curves.size(), 1u);
    EXPECT_LE(study.curves[0].time_s.size(), 400u);
}

TEST_F(DrawnCurves, ResidualsOfACycleAreItsOwn) {
    folder_.write("study/a.csv", csv_of(noisy(10, 1), 20));
    run_study();
    const WrittenStudy study = written();
    ASSERT_EQ(study.drawn_curves.size(), 2u);
    for (const DrawnCurve& drawn : study.drawn_curves)
        EXPECT_LT(rms(drawn.residual_nm), 0.3) << drawn.curve.test_id;
}

// The study.toml nearest to a file speaks for it, here too: with its tip the zero is Hertz's, with
// none the file's, 3 nm beside it.
TEST_F(DrawnCurves, OfSeveralStudiesAreAnalysedEachByItsOwn) {
    const auto study_toml = [](const char* radius_nm) {
        return std::string("[area_function]\ntype = \"cap-cone\"\nradius_nm = ") + radius_nm + "\n";
    };
    folder_.write("study/one/study.toml", study_toml("150"));
    folder_.write("study/two/study.toml", study_toml("400"));
    testing::ClosedForm form = noisy(10, 1);
    form.n = 1.5;
    Curve curve = testing::closed_form_test(form).curve;
    for (double& depth_nm : curve.depth_nm) depth_nm += 3;
    folder_.write("study/one/a.csv", csv_of(curve));
    folder_.write("study/two/b.csv", csv_of(curve));
    RunRequest request;
    request.paths = {(folder_.path() / "study").string()};
    request.output_folder = folder_.path() / "out";
    request.threads = 1;
    ASSERT_TRUE(run(request, {}).ok());
    const WrittenStudy study = written();
    ASSERT_EQ(study.drawn_curves.size(), 2u);
    for (const DrawnCurve& drawn : study.drawn_curves) {
        const auto thin =
            std::ranges::find(study.curves, drawn.curve.test_id, &CurvePreview::test_id);
        ASSERT_NE(thin, study.curves.end());
        EXPECT_EQ(drawn.curve.fit_depth_nm, thin->fit_depth_nm);
    }
}

// An output of an earlier version, or one whose files were gone.
TEST_F(DrawnCurves, WithoutThemTheThinCurveIsDrawn) {
    folder_.write("study/a.csv", csv_of(noisy(10, 1)));
    run_study();
    WrittenStudy study = written();
    study.drawn_curves.clear();
    EXPECT_EQ(&as_measured(study, study.curves[0]), &study.curves[0]);
    const auto figures = draw_figures(study, figure_choice("unloading-fits").value());
    const Figure& figure = figure_of(figures, "unloading-fits");
    EXPECT_TRUE(figure.panels.at(1).marks.empty());
}

}  // namespace
}  // namespace sneddon
