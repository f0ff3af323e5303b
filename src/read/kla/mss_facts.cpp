#include "read/kla/mss_facts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/kla/whole_number.hpp"
#include "read/stated_tip.hpp"
#include "read/text/time_stamp.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

constexpr double nm_per_mm = 1e6;

struct KnownResult {
    std::string_view name;  // the file's, whatever the language of the program
    std::string_view id;    // ours
    double times;           // kgf and mm -> our unit
};
constexpr std::array known_results = {
    KnownResult{"HardnessFromUnload", "H_IT_GPa", N_per_kgf / 1000},  // kgf/mm^2 -> GPa
    KnownResult{"ModulusFromUnload", "E_IT_GPa", N_per_kgf / 1000},
    KnownResult{"ReducedModulusFromUnload", "E_r_GPa", N_per_kgf / 1000},
    KnownResult{"UnloadingStiffness", "S_uN_per_nm", N_per_kgf},  // kgf/mm -> uN/nm
    KnownResult{"UnloadingContactDepth", "h_c_nm", nm_per_mm},
    KnownResult{"UnloadingContactArea", "A_p_nm2", nm_per_mm* nm_per_mm},
};
static_assert(std::ranges::all_of(known_results, [](const KnownResult& result) {
    return find_quantity(result.id).has_value();
}));

/// Numbers only; those of the file's own kind of "none" are left out.
void add_values(const MssTable& values, const MssTable& descriptions, Test& test) {
    for (const MssTable::Entry& entry : values.entries) {
        const double value = entry.kind == MssEntryKind::table ? entry.table.number("Val0") : nan;
        if (!std::isfinite(value) || entry.name == "PoissonsRatio") continue;
        const auto known = std::ranges::find(known_results, entry.name, &KnownResult::name);
        if (known != known_results.end()) {
            test.vendor_values.push_back({std::string(known->id), "", known->times * value, 1});
            continue;
        }
        const MssUnit unit = mss_unit_of(descriptions, entry.name);
        test.vendor_values.push_back({mss_shown_name(descriptions, entry.name),
                                      std::string(unit.name), unit.times * value, 1});
    }
}

std::string_view text_value(const MssTable& table, std::string_view name) {
    const MssTable* entry = table.table(name);
    return entry == nullptr ? "" : trimmed(entry->text("Val0"));
}

/// The date of the stamp and the clock of the approach, which is later and may be after midnight.
void keep_time(const MssSpecimen& specimen, Test& test) {
    const MssTable* stamp = specimen.properties.table.table("Stamp0");
    if (stamp == nullptr) return;
    const auto number = [&](std::string_view name) {
        const double value = stamp->number(name);
        constexpr double largest = 9999;  // a year
        return value >= 0 && value <= largest ? static_cast<int>(value) : -1;
    };
    const std::chrono::year_month_day date(
        std::chrono::year(number("Year")),
        std::chrono::month(static_cast<unsigned>(number("Month"))),
        std::chrono::day(static_cast<unsigned>(number("Day"))));
    if (!date.ok() || number("Hour") < 0 || number("Minute") < 0 || number("Second") < 0) return;
    const auto text_of = [](const std::chrono::year_month_day& day) {
        return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                           static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    };
    const auto made = parse_date_time(
        text_of(date),
        fmt::format("{}:{:02}:{:02}", number("Hour"), number("Minute"), number("Second")));
    const std::string_view clock = text_value(specimen.formulae.table, "TimeAtStartOfApproach");
    auto approach = parse_date_time(text_of(date), clock);
    if (!made) return;
    if (clock.empty() || !approach) {
        test.time_stamp = made->time_stamp;
        return;
    }
    if (approach->time_stamp < made->time_stamp)
        approach =
            parse_date_time(text_of(std::chrono::sys_days(date) + std::chrono::days(1)), clock);
    if (approach) test.time_stamp = approach->time_stamp;
}

/// "C:\...\G-Series CSM Standard Hardness.msm" -> the name of the method.
std::string method_name(std::string_view path) {
    path.remove_prefix(std::min(path.find_last_of("\\/") + 1, path.size()));
    constexpr std::string_view ending = ".msm";
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
    return text_utf8(path);
}

/// UnloadingStiffnessValue(h, P, UnloadStiffnessMarker+5, ...): how many points are passed over.
std::optional<double> points_skipped(const MssMethod& method) {
    const std::string formula =
        mss_formula(method.formula_descriptions.table, "UnloadingStiffness");
    constexpr std::string_view begin = "UnloadStiffnessMarker";
    const std::size_t at = formula.find(begin);
    if (at == std::string::npos) return std::nullopt;
    std::string_view rest = std::string_view(formula).substr(at + begin.size());
    rest = rest.substr(0, rest.find(','));
    if (rest.empty()) return 0;
    constexpr int most = 1000;  // more points than this are no error of a controller
    const auto skipped = rest[0] == '+' ? whole_number(rest.substr(1)) : std::nullopt;
    return skipped && *skipped <= most ? std::optional<double>(*skipped) : std::nullopt;
}

void keep_rule_for_stiffness(const MssMethod& method, const MssSpecimen& specimen, Test& test) {
    const double share = mss_value(method, specimen, "PercentUnloadInStiffnessCalc");
    if (share > 0 && share <= 1) test.stated.unloading_points_share = share;
    test.stated.unloading_points_skipped = points_skipped(method);
    if (!test.stated.unloading_points_skipped) return;
    test.inferences.push_back(
        {"points of NanoSuite's fit for S",
         fmt::format("from {:g} behind the first one of unloading",
                     *test.stated.unloading_points_skipped),
         fmt::format("formula of '{}'",
                     mss_shown_name(method.formula_descriptions.table, "UnloadingStiffness"))});
}

void tell(std::string_view what, std::string value, std::string_view stream, Test& test) {
    if (value.empty()) return;
    test.inferences.push_back(
        {std::string(what), std::move(value), fmt::format("stream '{}'", stream)});
}

}  // namespace

void read_mss_facts(const MssMethod& method, const MssSpecimen& specimen, Test& test) {
    add_values(specimen.formulae.table, method.formula_descriptions.table, test);
    add_values(specimen.inputs.table, method.input_descriptions.table, test);
    add_values(method.inputs.table, method.inputs.table, test);
    add_values(method.formulae.table, method.formulae.table, test);
    const double poisson = mss_value(method, specimen, "PoissonsRatio");
    if (std::isfinite(poisson)) test.poisson_ratio = poisson;
    const double x_mm = mss_value(method, specimen, "_XLocation");
    const double y_mm = mss_value(method, specimen, "_YLocation");
    if (!test.position && std::isfinite(x_mm + y_mm))
        test.position = StagePosition{x_mm * um_per_mm, y_mm * um_per_mm};
    keep_time(specimen, test);
    keep_rule_for_stiffness(method, specimen, test);
    keep_stated_tip_and_range(test);
    tell("method", method_name(method.properties.table.text("MethodName")), "Properties", test);
    tell("Tip Name", text_utf8(text_value(method.formulae.table, "_TipName")), "Formulae", test);
    // NanoSuite's "tagged" may be among them; no file with one is known.
    const double flags = specimen.states.table.number("SpecFlags");
    if (flags != 0 && std::isfinite(flags))
        tell("SpecFlags", fmt::format("{:g}", flags), "SpecStates", test);
}

}  // namespace sneddon
