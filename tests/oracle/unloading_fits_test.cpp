// Unloading fits against references made elsewhere: oracles/fits (80-bit long double Gauss-Newton)
// and real fused-silica curves of the Czech Metrology Institute with scipy fits.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "numeric/least_squares/power_fit_covariance.hpp"
#include "numeric/least_squares/shifted_power_fit.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/numeric/offset_power_fit.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

struct Columns {
    std::vector<double> h, P;
};

Columns two_columns(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    Columns columns;
    while (std::getline(in, line)) {
        const auto comma = line.find(',');
        columns.h.push_back(parse_number(line.substr(0, comma)).value());
        columns.P.push_back(parse_number(line.substr(comma + 1)).value());
    }
    return columns;
}

/// The closed window lo Pmax <= P <= hi Pmax by value.
Columns window(const Columns& all, double lo, double hi) {
    const double P_max = *std::ranges::max_element(all.P);
    Columns cut;
    for (std::size_t i = 0; i < all.P.size(); ++i) {
        if (all.P[i] < lo * P_max || all.P[i] > hi * P_max) continue;
        cut.h.push_back(all.h[i]);
        cut.P.push_back(all.P[i]);
    }
    return cut;
}

nlohmann::json read_json(const std::filesystem::path& path) {
    return nlohmann::json::parse(std::ifstream(path));
}

// 1e-9 relative: the reference itself is good to 1e-17, scipy agrees with it to 1.5e-9.
TEST(UnloadingOracles, LoadOfDepthAgreesToNineDigits) {
    SNEDDON_NEEDS_SHARED();
    int fits = 0;
    const auto folder = testing::shared_folder() / "oracles/fits";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto path = entry.path();
        if (path.extension() != ".json" || !path.stem().string().starts_with("unload_")) continue;
        const auto reference = read_json(path);
        const Columns all = two_columns(folder / (path.stem().string() + ".csv"));
        for (const auto& expected : reference["fits"]) {
            const Columns cut = window(all, expected["lo"], expected["hi"]);
            ASSERT_EQ(cut.P.size(), expected["n"].get<std::size_t>()) << path;
            const auto fit = fit_shifted_power(cut.h, cut.P, {1, 10});
            const auto value = [&](const char* key) {
                return parse_number(expected["params"][key].get<std::string>()).value();
            };
            EXPECT_NEAR(fit.B / value("B"), 1, 1e-9) << path;
            EXPECT_NEAR(fit.x0 / value("hf"), 1, 1e-9) << path;
            EXPECT_NEAR(fit.m / value("m"), 1, 1e-9) << path;
            ++fits;
        }
    }
    EXPECT_GE(fits, 10);
}

// 1e-6: the reference is a bounded scalar search of scipy with that accuracy in q.
TEST(UnloadingOracles, DepthOfLoadOnRealSilicaAgreesToSixDigits) {
    SNEDDON_NEEDS_SHARED();
    const auto folder = testing::shared_folder() / "data/vendor_oracles/fused_silica_cmi";
    int fits = 0;
    for (const auto& expected : read_json(folder / "reference_fits.json")) {
        const Columns all = two_columns(folder / expected["file"].get<std::string>());
        Columns cut = window(all, expected["lo"], expected["hi"]);
        ASSERT_EQ(cut.P.size(), expected["n"].get<std::size_t>());
        const double F_max = expected["Fmax"];
        for (double& P : cut.P) P /= F_max;
        const auto fit = fit_offset_power(cut.P, cut.h, {0.2, 1});
        const auto& reference = expected["h_of_P"];
        EXPECT_NEAR(1 / fit.q / reference["m"].get<double>(), 1, 1e-6);
        EXPECT_NEAR(fit.a / reference["hf"].get<double>(), 1, 1e-6);
        const double S = F_max / (fit.q * fit.b);
        EXPECT_NEAR(S / reference["S_at_Fmax"].get<double>(), 1, 1e-6);
        // 1e-4, and far inside of the standard error: orthogonal distances (ODRPACK) give the same
        // stiffness and exponent, because the load is quiet.
        const auto& orthogonal = expected["odr"];
        const double S_orthogonal = orthogonal["S_at_Fmax"].get<double>();
        EXPECT_NEAR(S / S_orthogonal, 1, 1e-4);
        const auto covariance = offset_power_covariance(cut.P, fit);
        const double u_S = propagated_error(covariance, {0, -S / fit.b, -S / fit.q});
        EXPECT_GT(u_S / S, 5e-4);
        EXPECT_LT(u_S / S, 0.02);
        EXPECT_LT(std::abs(S - S_orthogonal), 0.5 * u_S);
        const double u_m = propagated_error(covariance, {0, 0, -1 / (fit.q * fit.q)});
        EXPECT_LT(std::abs(1 / fit.q - orthogonal["m"].get<double>()), 0.5 * u_m);
        ++fits;
    }
    EXPECT_EQ(fits, 3);
}

}  // namespace
}  // namespace sneddon
