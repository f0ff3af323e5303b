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
    /// 25 tests of 60 s under a cone, of one class, with the instrument's noise and no drift.
    json curve_of(const std::string& law) {
        expect_done({"simulate", "ideal-cone", "-o", "study", "-q", "--set",
                     "material.hold_law=" + law, "--set", "material.retardation_s=8", "--set",
                     "load_functions.hold_s=0,60", "--set", "instrument.drift_header_nm_per_s=0",
                     "--set", "instrument.drift_residual_nm_per_s=0", "--set",
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
            if (cell.empty()) continue;  // a test without a hold
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

// The mean of 25 tests; zero points and area function are those of the analysis.
TEST_F(RheologyOfFiles, ABurgersHoldGivesItsElementAndItsDashpotBack) {
    const json rheology = curve_of("burgers");
    EXPECT_EQ(rheology.at("chosen"), "Burgers");
    const json model = model_of(rheology);
    EXPECT_TRUE(model.at("is_separable").get<bool>());
    EXPECT_FALSE(model.at("has_slow_noise").get<bool>());
    const json element = model.at("elements").at(0);
    EXPECT_NEAR(element.at("tau_s").get<double>(), 8, 0.15);
    const double L = truth("retardation_L_per_GPa"), flow = truth("flow_per_GPa_s");
    EXPECT_NEAR(element.at("L_per_GPa").get<double>() / L, 1, 0.01);
    EXPECT_NEAR(model.at("flow_per_GPa_s").get<double>() / flow, 1, 0.01);
    EXPECT_LT(model.at("aicc").get<double>(), rheology.at("creep_law_aicc").get<double>());
}

TEST_F(RheologyOfFiles, AKelvinHoldGivesItsElementBack) {
    const json rheology = curve_of("kelvin");
    EXPECT_EQ(rheology.at("chosen"), "Kelvin, 1 element");
    const json element = model_of(rheology).at("elements").at(0);
    EXPECT_NEAR(element.at("tau_s").get<double>(), 8, 0.1);
    EXPECT_NEAR(element.at("L_per_GPa").get<double>() / truth("retardation_L_per_GPa"), 1, 0.01);
}

}  // namespace
}  // namespace sneddon::testing
