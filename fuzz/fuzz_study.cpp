// Any rows of tests with any numbers, of up to 3 load functions and 2 samples, with holds: the
// whole study stage with few resamples. What it says has words and codes with pages.
#include <cmath>
#include <cstdint>

#include "made_curve.hpp"
#include "require.hpp"
#include "study/conclude.hpp"
#include "study/findings.hpp"

namespace {

using namespace sneddon;

constexpr QuantityIndex varied[] = {"F_max_uN"_q, "h_max_nm"_q,   "h_c_nm"_q,    "A_p_nm2"_q,
                                    "H_IT_GPa"_q, "E_r_GPa"_q,    "E_IT_GPa"_q,  "S_uN_per_nm"_q,
                                    "creep_nm"_q, "W_plast_pJ"_q, "W_hold_pJ"_q, "eta_IT"_q};

TestRow made_row(FuzzedDataProvider& bytes, int number) {
    TestRow row;
    row.test_id = "t" + std::to_string(number);
    row.file = row.test_id + ".txt";
    row.sample = bytes.ConsumeIntegralInRange<std::size_t>(0, 1);
    row.status = bytes.ConsumeIntegralInRange(0, 7) == 0 ? Status::refused : Status::used;
    const int hold_s = 10 * bytes.ConsumeIntegralInRange(0, 2);
    row.values["hold_s"_q] = hold_s;
    row.values["ramp_s"_q] = 5;
    if (bytes.ConsumeBool()) row.position = {{2.0 * (number % 4), 2.0 * (number / 4)}};
    for (const QuantityIndex q : varied)
        row.values[q] = 1 + bytes.ConsumeIntegralInRange(0, 255) / 64.0;
    for (int odd = bytes.ConsumeIntegralInRange(0, 3); odd > 0; --odd)
        row.values[varied[bytes.ConsumeIntegralInRange<std::size_t>(0, std::size(varied) - 1)]] =
            sneddon::fuzz::odd_number(bytes);
    return row;
}

HoldCurve made_hold(FuzzedDataProvider& bytes, const std::string& test_id) {
    HoldCurve hold;
    hold.test_id = test_id;
    hold.step_s = bytes.ConsumeBool() ? 0.5 : 0.25;
    hold.depth_nm.push_back(0);
    const int size = bytes.ConsumeIntegralInRange(9, 24);
    const double slope = bytes.ConsumeIntegralInRange(-4, 8) / 16.0;
    for (int i = 1; i < size; ++i)
        hold.depth_nm.push_back(static_cast<float>(slope * std::sqrt(i)));
    if (bytes.ConsumeBool())
        hold.depth_nm.back() = bytes.ConsumeFloatingPointInRange<float>(-1e6F, 1e6F);
    return hold;
}

ConcludeOptions few_resamples() {
    ConcludeOptions options;
    options.study.area_function = AreaFunction{};
    options.study.most_clusters = 2;
    options.study.k_resamples = options.study.k_simulations = 1;
    options.study.share_fits = options.study.creep_resamples = 2;
    options.study.fit_simulations = 2;
    options.study.permutations = 3;
    options.study.shear_modulus_GPa = 35;
    return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FuzzedDataProvider bytes(data, size);
    StudyResult study;
    HoldCurves holds(std::size_t{1} << 20);
    if (bytes.ConsumeBool()) study.samples = {{"a", {}}, {"b", {}}};
    const int rows = bytes.ConsumeIntegralInRange(1, 14);
    for (int i = 0; i < rows; ++i) {
        study.tests.push_back(made_row(bytes, i));
        TestRow& row = study.tests.back();
        if (study.samples.empty()) row.sample = 0;
        if (row.status == Status::refused) row.reason = "for a reason";
        if (bytes.ConsumeBool()) holds.add(made_hold(bytes, row.test_id));
    }
    static const ConcludeOptions options = few_resamples();
    const StudyResult said = conclude(std::move(study), std::move(holds), options);
    sneddon::fuzz::require(said.tests.size() == static_cast<std::size_t>(rows));
    for (const Warning& warning : said.warnings)
        sneddon::fuzz::require(find_code(warning.code) != nullptr && !warning.text.empty());
    for (const auto& [section, reason] : findings_of(said).not_computed)
        sneddon::fuzz::require(!reason.empty());
    return 0;
}
