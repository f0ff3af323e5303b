#include "read/hysitron/tdm_facts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "model/units.hpp"
#include "read/hysitron/depth_regression.hpp"
#include "read/hysitron/hysitron_calibration.hpp"
#include "read/text/table_body.hpp"
#include "read/text/time_stamp.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

struct KnownResult {
    std::string_view name;  // behind "Quasi_Analysis_"
    std::string_view id;
};
// "Max_Force" and "Max_Depth" are those of the whole test in some versions: left out.
constexpr std::array known_results = {
    KnownResult{"Contact_Depth__nm__", "h_c_nm"},
    KnownResult{"Contact_Area__nm~nm__", "A_p_nm2"},
    KnownResult{"Contact_Stiffness__µN___nm__", "S_uN_per_nm"},
    KnownResult{"Hardness__GPa__", "H_IT_GPa"},
    KnownResult{"Reduced_Modulus__GPa__", "E_r_GPa"},
    KnownResult{"Fitted_hf", "h_p_nm"},
    KnownResult{"Fitted_m", "m"},
};
static_assert(std::ranges::all_of(known_results, [](const KnownResult& result) {
    return find_quantity(result.id).has_value();
}));

std::string text_of(const TdmHead& head, std::string_view name) {
    const auto found = head.attributes.find(name);
    return found == head.attributes.end() ? "" : found->second;
}

// "2019-04-11T14:43:08.84099999999999997"
void read_time_stamp(const TdmHead& head, Test& test) {
    const std::string text = text_of(head, "Acquisition_Timestamp");
    const std::string_view stamp = text;
    const std::size_t middle = stamp.find('T');
    if (middle == stamp.npos) return;
    const auto clock = stamp.substr(middle + 1);
    const auto found = parse_date_time(stamp.substr(0, middle), clock.substr(0, clock.find('.')));
    if (found) test.time_stamp = found->time_stamp;
}

void read_position(const TdmHead& head, Test& test) {
    constexpr double not_set_mm = -1000;
    const auto x_mm = tdm_number(head, "Acquisition_X_Optic__mm__");
    const auto y_mm = tdm_number(head, "Acquisition_Y_Optic__mm__");
    if (!x_mm || !y_mm || *x_mm == not_set_mm || *y_mm == not_set_mm) return;
    test.position = StagePosition{um_per_mm * *x_mm, um_per_mm * *y_mm};
}

// A file whose fit was not done still holds the numbers of a test before.
void read_vendor_analysis(const TdmHead& head, Test& test) {
    const double is_done = tdm_number(head, "Quasi_Analysis_Fit_Has_Been_Done").value_or(0);
    if (is_done != 1) {
        test.inferences.push_back({"analysis by TriboScan", "not taken",
                                   "Quasi_Analysis_Fit_Has_Been_Done is not 1: what stands there "
                                   "may be of another test"});
        return;
    }
    for (const KnownResult& known : known_results)
        if (const auto value = tdm_number(head, "Quasi_Analysis_" + std::string(known.name)))
            test.vendor_values.push_back({std::string(known.id), "", *value, 1});
}

void tell_area_function(const TdmHead& head, Test& test) {
    std::string coefficients;
    for (int k = 0; k < 6; ++k) {
        const auto value = tdm_number(head, fmt::format("Current_Area_Function_C{}", k));
        if (!value) return;
        coefficients += fmt::format("{}{}", k == 0 ? "" : ",", number_text(*value));
    }
    test.inferences.push_back(
        {"area function in the file", coefficients,
         "Current_Area_Function_C0 to C5; not used unless given by --area-function"});
}

const Channel* find_volts(const Test& test) {
    const auto found = std::ranges::find(test.curve.channels, "Indent Disp. Volt.", &Channel::name);
    return found == test.curve.channels.end() ? nullptr : &*found;
}

/// The depth of a TI 990's sensor is a cubic of its volts: depth = a V + a2 V² + a3 V³ - b P - c t.
std::optional<AppliedByInstrument> applied_beside_a_cubic(const Curve& curve,
                                                          const std::vector<double>& volts) {
    std::vector<std::vector<double>> columns(5);
    std::vector<double> depth;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double V = volts[i];
        if (!std::isfinite(V + curve.depth_nm[i] + curve.load_uN[i] + curve.time_s[i])) continue;
        depth.push_back(curve.depth_nm[i]);
        columns[0].push_back(V);
        columns[1].push_back(V * V);
        columns[2].push_back(V * V * V);
        columns[3].push_back(curve.load_uN[i]);
        columns[4].push_back(curve.time_s[i]);
    }
    if (depth.size() < fewest_regression_points) return std::nullopt;
    const DepthRegression found = regress_depth(std::move(columns), std::move(depth));
    if (!(found.independence >= least_independence) || !(found.residual_rms <= largest_residual_nm))
        return std::nullopt;
    return AppliedByInstrument{
        -found.coefficients[3], -found.coefficients[4],
        fmt::format("regression of the depth on a cubic of the volts, load and time, residual "
                    "{:.2g} nm rms",
                    found.residual_rms)};
}

}  // namespace

std::optional<double> tdm_number(const TdmHead& head, std::string_view name) {
    const auto found = head.attributes.find(name);
    if (found == head.attributes.end()) return std::nullopt;
    const auto value = parse_number(found->second);
    return value && std::abs(*value) < no_value_from ? value : std::nullopt;
}

void read_tdm_facts(const TdmHead& head, Test& test) {
    read_time_stamp(head, test);
    read_position(head, test);
    const auto nu = tdm_number(head, "Current_Sample_Poissons_Ratio");
    if (nu && *nu != 0) test.poisson_ratio = nu;  // 0 = not set
    if (tdm_number(head, "Acquisition_Test_Aborted").value_or(0) != 0)
        test.inferences.push_back({"test", "aborted", "Acquisition_Test_Aborted"});
    read_vendor_analysis(head, test);
    tell_area_function(head, test);
}

void report_tdm_corrections(const TdmHead& head, Test& test) {
    StatedByFile& stated = test.stated;
    const bool is_drift_on = tdm_number(head, "Current_Drift_Correction").value_or(0) != 0;
    if (const auto b = tdm_number(head, "Current_Machine_Compliance__nm___mN__"))
        stated.frame_compliance_nm_per_uN = *b / uN_per_mN;
    stated.drift_nm_per_s = tdm_number(head, "Current_Drift_Rate__nm___s__");
    stated.drift_rmse_nm = tdm_number(head, "Acquisition_Drift_RMSE__nm__");
    stated.drift_analysis_s = tdm_number(head, "Acquisition_Drift_Analysis_Time__s__");
    const Channel* volts = find_volts(test);
    std::optional<AppliedByInstrument> found;
    if (volts != nullptr) {
        const auto line = find_hysitron_calibration(test.curve.depth_nm, test.curve.load_uN,
                                                    test.curve.time_s, volts->values)
                              .calibration;
        if (line)
            found = AppliedByInstrument{
                line->b_nm_per_uN, line->c_nm_per_s,
                fmt::format("regression of the depth on volts, load and time, residual {:.2g} nm "
                            "rms",
                            line->residual_nm)};
        else
            found = applied_beside_a_cubic(test.curve, volts->values);
    }
    if (!found) {
        // Its exports are corrected, in all that were seen: to correct again would be wrong twice.
        found = AppliedByInstrument{stated.frame_compliance_nm_per_uN,
                                    is_drift_on ? stated.drift_nm_per_s : 0.0,
                                    "as the head states it; the volts do not tell"};
    }
    test.applied = *found;
    const auto stated_text = [](const std::optional<double>& value, double factor) {
        return value ? number_text(factor * *value) : "nothing";
    };
    test.inferences.push_back(
        {"corrections applied by the instrument",
         fmt::format("frame compliance b = {} nm/mN, drift c = {} nm/s",
                     found->frame_compliance_nm_per_uN
                         ? fmt::format("{:.4f}", uN_per_mN * *found->frame_compliance_nm_per_uN)
                         : "unknown",
                     found->drift_nm_per_s ? fmt::format("{:.4f}", *found->drift_nm_per_s + 0.0)
                                           : "unknown"),
         fmt::format("{}; the head states {} nm/mN and {} nm/s{}", found->evidence,
                     stated_text(stated.frame_compliance_nm_per_uN, uN_per_mN),
                     stated_text(stated.drift_nm_per_s, 1), is_drift_on ? "" : " (switched off)")});
}

}  // namespace sneddon
