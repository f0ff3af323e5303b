// What OUT holds, read back: figures and report are drawn from these files and from nothing else
// (docs/results.md), so that `sneddon report OUT` gives what the run gave.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

using Json = nlohmann::ordered_json;

/// A CSV file of OUT by columns. A column whose cells are all numbers or empty is in `numbers`, any
/// other in `texts`.
struct ColumnTable {
    std::vector<std::string> heads;  ///< in the order of the file
    std::map<std::string, std::vector<double>> numbers;
    std::map<std::string, std::vector<std::string>> texts;
    std::size_t rows = 0;

    /// nullptr when there is no such column.
    const std::vector<double>* number(const std::string& head) const;
    /// "" when there is no such column.
    std::string_view text(const std::string& head, std::size_t row) const;
};

/// One attachment of study.toml as OUT holds it.
struct AttachedFile {
    std::size_t place = 0;  ///< in /study/attachments
    ColumnTable pattern;    ///< attachment_1.csv: two_theta_deg, intensity
    std::string image;      ///< bytes of attachment_1.png or .jpg
};

struct Findings {
    Json results;                              ///< results.json without its element "tests"
    ColumnTable tests;                         ///< tests.csv
    std::vector<CurvePreview> curves;          ///< curves.json, the first 5,000
    std::map<std::string, ColumnTable> holds;  ///< mean hold curves by file name
    std::map<std::size_t, std::vector<std::string>>
        flag_texts;  ///< by row, the first 4,000 flagged
    std::vector<AttachedFile> attachments;
    std::string recipe_toml;

    bool is_simulated() const;
    bool is_used(std::size_t row) const { return tests.text("status", row) == "used"; }
    /// The value of a column in a row, NaN where there is none.
    double value(const std::string& head, std::size_t row) const;

    /// nullptr when the pointer leads nowhere or to null.
    const Json* find(const std::string& pointer) const;
    /// NaN when there is no number.
    double number(const std::string& pointer) const;
    std::string text(const std::string& pointer) const;
    std::size_t size(const std::string& pointer) const;  ///< of a list, 0 when there is none

    /// Why /not_computed says that a section is missing, else `otherwise`.
    Words why_not(const std::string& section, std::string_view otherwise) const;

    /// The number with its place, so many digits; "?" when there is none.
    Words words(const std::string& pointer, int digits) const;
    /// A count, with commas.
    Words count(const std::string& pointer) const;
    /// "4.30 ± 0.39" of a summary {mean, sd, n}.
    Words mean_sd(const std::string& pointer) const;
};

/// SND-O004: OUT is not a folder that a run wrote, or one of its files cannot be read.
Result<Findings> read_findings(const std::filesystem::path& out);

ColumnTable parse_column_table(std::string_view csv);

}  // namespace sneddon
