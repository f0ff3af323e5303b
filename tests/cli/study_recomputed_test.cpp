// The findings of a run, recomputed from its files alone by an independent program
// (tests/oracle/recompute_study.py: numpy, scipy, scikit-learn).
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/program.hpp"

namespace sneddon::testing {
namespace {

/// The first of these that has the libraries; empty: none.
std::string python_with_libraries() {
    for (const char* python : {"/usr/bin/python3", "python3"}) {
        const std::string ask =
            std::string(python) + " -c 'import numpy, scipy, sklearn' >/dev/null 2>&1";
        if (std::system(ask.c_str()) == 0) return python;
    }
    return "";
}

TEST(StudyRecomputed, EveryNumberOfASimulatedStudyFollowsFromItsFiles) {
    const std::string python = python_with_libraries();
    if (python.empty()) GTEST_SKIP() << "needs python3-numpy, python3-scipy and python3-sklearn";
    const TemporaryFolder folder;
    ASSERT_EQ(sneddon(folder, {"simulate", "zr50cu40al10", "-o", "study", "--seed", "3",
                               "--tests-per-load-function", "60", "--set",
                               "programme.points_per_s=20", "--set", "instrument.zero_nm=0"})
                  .code,
              0);
    ASSERT_EQ(sneddon(folder, {"run", "study", "-o", "out", "--set", "study.k_resamples=20",
                               "--set", "study.k_max=4"})
                  .code,
              0);
    const std::string script = std::string(source_folder) + "/tests/oracle/recompute_study.py";
    const std::string out = (folder.path() / "out").string();
    const std::string report = (folder.path() / "report.txt").string();
    const int code =
        std::system((python + " '" + script + "' '" + out + "' > '" + report + "' 2>&1").c_str());
    EXPECT_EQ(code, 0) << file_text(report);
}

}  // namespace
}  // namespace sneddon::testing
