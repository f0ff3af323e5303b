#include "sneddon/pipeline/run.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <vector>

#include "base/files/utf8.hpp"
#include "base/text_table.hpp"
#include "pipeline/summary/file_counts.hpp"
#include "pipeline/summary/findings_summary.hpp"
#include "results/study_counts.hpp"
#include "sneddon/base/text.hpp"
#include "study/findings.hpp"

namespace sneddon {
namespace {

constexpr std::string_view label_blanks = "            ";

std::string labelled(std::string_view label, const std::string& text) {
    return fmt::format("  {:<10}{}\n", label, text);
}

std::string facts_text(const StudyFacts& facts) {
    if (facts.source.empty()) return "";
    std::string text = facts.source;
    if (!facts.sample.empty()) text += "   \"" + facts.sample + "\"";
    if (facts.is_simulated) text += "   SIMULATED";
    if (facts.poisson_ratio) text += "   nu " + number_text(*facts.poisson_ratio);
    if (facts.area_function) text += "   area function " + facts.area_function->source;
    return labelled("study", text);
}

std::string files_text(const StudyResult& study) {
    FileCounts counts;
    for (const InputFile& input : study.inputs)
        counts.add(input.format, input.status, input.is_companion);
    return labelled("read", counts.text());
}

std::string cache_text(const StudyResult& study) {
    if (!study.files_known) return "";
    return labelled("cache",
                    count_text(*study.files_known) + " files were known and not analysed again");
}

std::string tests_text(const StudyResult& study) {
    const StudyCounts counts = count_study(study);
    std::string text = fmt::format("{} tests", count_text(counts.tests));
    if (counts.rows.given() > counts.tests)
        text += fmt::format(", {} cycles", count_text(counts.rows.given()));
    text += fmt::format("   used {}", count_text(counts.rows.used));
    if (counts.rows_flagged > 0)
        text += fmt::format(" (flagged {})", count_text(counts.rows_flagged));
    if (counts.rows.excluded > 0)
        text += fmt::format(" · excluded {}", count_text(counts.rows.excluded));
    if (counts.rows.refused > 0)
        text += fmt::format(" · refused {}", count_text(counts.rows.refused));
    return labelled("analysed", text);
}

/// 4.89 ± 0.38: as many decimals as the second digit of the standard deviation asks for.
std::string mean_and_sd(const GroupStatistic& statistic) {
    if (std::isnan(statistic.sd) || !(statistic.sd > 0))
        return fmt::format("{:.4g}", statistic.mean);
    const int decimals =
        std::clamp(1 - static_cast<int>(std::floor(std::log10(statistic.sd))), 0, 9);
    return fmt::format("{:.{}f} ± {:.{}f}", statistic.mean, decimals, statistic.sd, decimals);
}

std::string groups_text(const StudyResult& study) {
    if (study.groups.empty()) return "";
    constexpr std::array shown = {"h_max_nm"_q, "H_IT_GPa"_q, "E_r_GPa"_q,
                                  "E_IT_GPa"_q, "eta_IT"_q,   "creep_nm"_q};
    std::vector<QuantityIndex> columns;
    for (const QuantityIndex quantity : shown)
        if (std::ranges::any_of(study.groups, [&](const Group& group) {
                return group.statistics.contains(quantity.at);
            }))
            columns.push_back(quantity);
    std::vector<std::vector<std::string>> rows = {{"mean ± sd", "n"}};
    for (const QuantityIndex quantity : columns) {
        const auto& info = quantity.info();
        rows[0].push_back(std::string(info.symbol) +
                          (info.unit.empty() ? "" : " (" + std::string(info.unit) + ")"));
    }
    for (const Group& group : study.groups) {
        std::vector<std::string> row = {group.name, count_text(group.n)};
        for (const QuantityIndex quantity : columns) {
            const auto found = group.statistics.find(quantity.at);
            row.push_back(found == group.statistics.end() ? "" : mean_and_sd(found->second));
        }
        rows.push_back(std::move(row));
    }
    return labelled("groups", fmt::format("{}", study.groups.size())) +
           text_table(rows, label_blanks, {1});
}

std::string warnings_text(const StudyResult& study) {
    std::string text;
    for (const Warning& warning : study.warnings)
        text += fmt::format("  ! {} [{}]\n", warning.text, warning.code);
    return text;
}

std::string size_text(std::uintmax_t bytes) {
    if (bytes < 1000) return fmt::format("{} B", bytes);
    const double kilo = static_cast<double>(bytes) / 1000;
    return kilo < 1000 ? fmt::format("{:.3g} kB", kilo) : fmt::format("{:.3g} MB", kilo / 1000);
}

std::string outputs_text(const std::filesystem::path& folder) {
    std::string text;
    for (const char* name :
         {"report.html", "tests.csv", "results.json", "curves.json", "recipe.toml",
          "tests_chosen.csv", "tests.xlsx", "tests.arrow", "datapackage.json"}) {
        std::error_code error;
        const auto bytes = std::filesystem::file_size(folder / name, error);
        if (error) continue;
        text += fmt::format("{} {} ({})", text.empty() ? ":" : " ·", name, size_text(bytes));
    }
    const std::string hold_curves = "hold_curves_1.csv";
    std::error_code error;
    if (std::filesystem::exists(folder / hold_curves, error)) text += " · hold_curves_*.csv";
    if (std::filesystem::exists(folder / "profiles.csv", error)) text += " · profiles.csv";
    if (std::filesystem::exists(folder / "figures", error)) text += " · figures/";
    return text.empty() ? "" : labelled("wrote", utf8(folder) + text);
}

std::string refusals_text(const StudyResult& study) {
    Refusals refusals;
    // Without a test each file says what it is instead.
    const bool has_tests = count_study(study).rows.given() > 0;
    for (const InputFile& input : study.inputs)
        if (input.status == Status::refused ||
            (input.status == Status::excluded && !(input.is_companion && has_tests)))
            refusals.add(input.path, input.reason, input.code);
    return refusals.text();
}

}  // namespace

std::string run_summary(const StudyResult& study, const std::string& output_folder) {
    return facts_text(study.facts) + files_text(study) + cache_text(study) + tests_text(study) +
           groups_text(study) + findings_summary(study) + warnings_text(study) +
           refusals_text(study) + outputs_text(output_folder);
}

bool has_doubts(const StudyResult& study) {
    const auto is_bad = [](const InputFile& input) {
        return input.status != Status::used && !input.is_companion;
    };
    const auto is_doubtful = [](const TestRow& row) {
        return row.status != Status::used || !row.flags.empty();
    };
    if (const auto& rows = findings_of(study).rows_in_file)
        if (rows->excluded + rows->refused > 0 || rows->has_flag) return true;
    return std::ranges::any_of(study.inputs, is_bad) ||
           std::ranges::any_of(study.tests, is_doubtful);
}

bool has_results(const StudyResult& study) {
    return count_study(study).rows.used > 0;
}

}  // namespace sneddon
