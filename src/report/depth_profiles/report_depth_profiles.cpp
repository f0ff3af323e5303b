// Hardness and modulus against depth: means over the stated range, flatness, size effect.
#include <cmath>
#include <map>
#include <ostream>

#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/results_table.hpp"

namespace sneddon {
namespace {

/// The profile of a load function, and what the tests of the load function are on average.
struct ProfileRow {
    WrittenProfile profile;
    WrittenGroup group;
};

std::vector<ProfileRow> rows_of(const WrittenResults& results) {
    std::map<std::string, WrittenGroup> groups;
    for (const WrittenGroup group : results.groups()) groups.emplace(group.name().value(), group);
    std::vector<ProfileRow> rows;
    for (const WrittenProfile profile : results.profiles())
        rows.push_back({profile, groups[profile.group().value()]});
    return rows;
}

/// "200", or "180 to 220" where the tests have ranges of their own.
std::string end_html(const Numbers& least_and_most) {
    if (least_and_most.size() != 2) return "";
    if (least_and_most[0].value() == least_and_most[1].value())
        return number_cell(least_and_most[0], 4);
    return interval_cell(least_and_most);
}

std::string range_html(const ProfileRow& row) {
    const WrittenAveraged averaged = row.profile.averaged();
    return end_html(averaged.from_nm()) + " – " + end_html(averaged.to_nm());
}

std::string sources_html(const ProfileRow& row) {
    std::string html;
    for (const Text source : row.profile.sources())
        html += (html.empty() ? "" : "; ") + html_of(source);
    return html;
}

std::string flags_html(const ProfileRow& row) {
    const ByName<Number> flagged = row.profile.flagged();
    std::string html;
    for (const std::string& code : flagged.names())
        html +=
            (html.empty() ? "" : ", ") + code_html(code) + " of " + html_of(flagged[code].count());
    return html.empty() ? "none" : html;
}

/// Mean ± standard deviation of one test, and the uncertainty that no mean over tests reduces.
void add_mean(ResultsTable<ProfileRow>& table, QuantityIndex quantity,
              const std::vector<ProfileRow>& rows) {
    bool is_there = false;
    for (const ProfileRow& row : rows)
        is_there = is_there || row.group.of_quantity(quantity).mean().is_there();
    if (!is_there) return;
    table.html(
        quantity_html(quantity),
        [quantity](const ProfileRow& row) {
            return html_of(row.group.of_quantity(quantity).mean_sd());
        },
        CellKind::number);
    table.interval("<span data-fixed>95 %</span> of the mean", [quantity](const ProfileRow& row) {
        return row.group.of_quantity(quantity).ci95();
    });
    table.number(
        "<i>u</i> of one test",
        [quantity](const ProfileRow& row) { return row.group.of_quantity(quantity).u_random(); },
        2);
    table.number(
        "<i>u</i> common",
        [quantity](const ProfileRow& row) { return row.group.of_quantity(quantity).u_common(); },
        2);
}

std::string means_table(const std::vector<ProfileRow>& rows) {
    ResultsTable<ProfileRow> table(
        "depth-profiles-table",
        "Means over the averaged depths: mean ± standard deviation of one test, interval of the "
        "mean over tests, standard uncertainty of one test from its own noise and zero (random) "
        "and from what all tests share (area, frame, calibration). The change of E<sub>r</sub> "
        "over the range is that of its straight line, as a share: a homogeneous material has "
        "none");
    table.text("load function", [](const ProfileRow& row) { return row.profile.group(); });
    table.count("<i>n</i>", [](const ProfileRow& row) { return row.profile.n(); });
    table.html("stiffness from", sources_html);
    table.html("averaged depths (nm)", range_html, CellKind::number);
    table.html(
        "stiffness rises at (nm)",
        [](const ProfileRow& row) {
            const WrittenRise rise = row.profile.stiffness_rises_nm();
            return plus_minus_cell(rise.mean(), rise.sd());
        },
        CellKind::number);
    for (const QuantityIndex quantity : {"H_profile_GPa"_q, "E_profile_GPa"_q, "E_r_profile_GPa"_q})
        add_mean(table, quantity, rows);
    for (const QuantityIndex quantity : {"P_per_S2_profile_per_GPa"_q, "E_r_profile_change"_q})
        table.html(
            quantity_html(quantity),
            [quantity](const ProfileRow& row) {
                return html_of(row.group.of_quantity(quantity).mean_sd());
            },
            CellKind::number);
    table.html("flags (tests)", flags_html);
    return table.take(rows);
}

std::string verdict_html(const ProfileRow& row) {
    const Text why_not = row.profile.size_effect().why_not();
    if (why_not.value().empty()) return "described by the law";
    return "refused: " + html_of(why_not);
}

std::string depths_html(const ProfileRow& row) {
    const WrittenSizeEffect effect = row.profile.size_effect();
    if (!effect.from_nm().is_there()) return "";
    return number_cell(effect.from_nm(), 3) + " to " + number_cell(effect.to_nm(), 3);
}

std::string size_effect_table(const std::vector<ProfileRow>& rows) {
    using Row = ProfileRow;
    ResultsTable<Row> table(
        "size-effect-table",
        "Size effect, <span data-fixed>H² = H<sub>0</sub>² (1 + h*/h<sub>c</sub>)</span>: means "
        "over "
        "tests with <span data-fixed>95 %</span> intervals. Where the law is refused its numbers "
        "describe nothing. No interval holds the area function: a tip that is blunter or sharper "
        "than it says looks like a size effect");
    table.text("load function", [](const Row& row) { return row.profile.group(); });
    table.html("verdict", verdict_html);
    table.count("<i>n</i>", [](const Row& row) { return row.profile.size_effect().n(); });
    table.html("h<sub>c</sub> (nm)", depths_html, CellKind::number);
    table.number(
        "H<sub>0</sub> (GPa)", [](const Row& row) { return row.profile.size_effect().H0_GPa(); },
        4);
    table.interval("interval", [](const Row& row) { return row.profile.size_effect().H0_ci95(); });
    table.number(
        "h* (nm)", [](const Row& row) { return row.profile.size_effect().h_star_nm(); }, 3);
    table.interval("interval",
                   [](const Row& row) { return row.profile.size_effect().h_star_ci95(); });
    return table.take(rows);
}

}  // namespace

void write_depth_profiles(std::ostream& out, const ReportPage& page) {
    const std::vector<ProfileRow> rows = rows_of(page.study.results);
    if (rows.empty()) return;
    out << "<section id=\"depth-profiles\">\n<h2>Depth profiles</h2>\n"
        << means_table(rows) << size_effect_table(rows) << "</section>\n";
}

}  // namespace sneddon
