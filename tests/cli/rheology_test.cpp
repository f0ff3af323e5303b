// From simulated files to the parameters of a rheology: holds of Kelvin and Burgers kind.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/places.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using nlohmann::json;

class RheologyOfFiles : public ::testing::Test {
  protected:
    /// Sixteen tests of 60 s, all of one class, with the instrument's noise and no drift.
    json curve_of(const std::string& law) {
        expect_done({"simulate",
                     "zr50cu40al10",
                     "-o",
                     "study",
                     "-q",
                     "--tests-per-load-function",
                     "16",
                     "--set",
                     "material.hold_law=" + law,
                     "--set",
                     "material.retardation_s=8",
                     "--set",
                     "material.back_flow=0",
                     "--set",
                     "material.nose=0",
                     "--set",
                     "load_functions.hold_s=60",
                     "--set",
                     "load_functions.H_GPa=4.2",
                     "--set",
                     "load_functions.E_r_GPa=43",
                     "--set",
                     "classes.creep_nm=4",
                     "--set",
                     "classes.creep_sd_nm=0.2",
                     "--set",
                     "tip.area_given=exact",
                     "--set",
                     "instrument.drift_header_nm_per_s=0",
                     "--set",
                     "instrument.drift_residual_nm_per_s=0",
                     "--set",
                     "programme.points_per_s=50"});
        expect_done({"run", "study", "-o", "out", "-q", "--figures", "none"});
        const json results = json::parse(file_text(folder_.path() / "out/results.json"));
        return results.at("creep_curves").at(0).at("rheology");
    }
    /// Mean of a column of truth.csv.
    double truth(const std::string& column) {
        std::istringstream file(file_text(folder_.path() / "study/truth.csv"));
        std::string line;
        std::getline(file, line);
        std::istringstream head(line);
        std::size_t place = 0;
        for (std::string name; std::getline(head, name, ',') && name != column;) ++place;
        double sum = 0, count = 0;
        while (std::getline(file, line)) {
            std::istringstream row(line);
            std::string cell;
            for (std::size_t i = 0; i <= place; ++i) std::getline(row, cell, ',');
            sum += std::stod(cell);
            ++count;
        }
        return sum / count;
    }
    void expect_done(const std::vector<std::string>& words) {
        const Ending end = sneddon(folder_, words);
        ASSERT_EQ(end.code, 0) << end.err;
    }
    static json model_of(const json& rheology) {
        for (const json& model : rheology.at("models"))
            if (model.at("model") == rheology.at("chosen")) return model;
        return {};
    }
    TemporaryFolder folder_;
};

// The contact radius is that of the analysis: S and h_c are within 2 %, the zero point within 0.3
// nm.
TEST_F(RheologyOfFiles, ABurgersHoldGivesItsElementAndItsDashpotBack) {
    const json rheology = curve_of("burgers");
    EXPECT_EQ(rheology.at("chosen"), "Burgers");
    const json model = model_of(rheology);
    EXPECT_TRUE(model.at("is_separable").get<bool>());
    EXPECT_FALSE(model.at("has_slow_noise").get<bool>());
    const json element = model.at("elements").at(0);
    EXPECT_NEAR(element.at("tau_s").get<double>(), 8, 0.5);
    const double L = truth("retardation_L_per_GPa"), flow = truth("flow_per_GPa_s");
    EXPECT_NEAR(element.at("L_per_GPa").get<double>() / L, 1, 0.05);
    EXPECT_NEAR(model.at("flow_per_GPa_s").get<double>() / flow, 1, 0.05);
    EXPECT_LT(model.at("aicc").get<double>(), rheology.at("creep_law_aicc").get<double>());
}

TEST_F(RheologyOfFiles, AKelvinHoldGivesItsElementBack) {
    const json rheology = curve_of("kelvin");
    EXPECT_EQ(rheology.at("chosen"), "Kelvin, 1 element");
    const json element = model_of(rheology).at("elements").at(0);
    EXPECT_NEAR(element.at("tau_s").get<double>(), 8, 0.3);
    EXPECT_NEAR(element.at("L_per_GPa").get<double>() / truth("retardation_L_per_GPa"), 1, 0.05);
}

}  // namespace
}  // namespace sneddon::testing
