// What OUT holds, read back: figures and report are drawn from these files and from nothing else
// (docs/results.md), so that `sneddon report OUT` gives what the run gave.
#pragma once

#include <any>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "results/column_table.hpp"
#include "results/columns.hpp"
#include "results/curves/drawn_curve.hpp"
#include "results/curves/residual_density.hpp"
#include "results/written/results.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// tests.csv: its columns by heads that the compiler knows.
struct TestTable : ColumnTable {
    const std::vector<double>* numbers_of(const Head& head) const { return number(head.name()); }
    std::string_view text_of(const Column& column, std::size_t row) const {
        return text(column.head, row);
    }
    /// NaN where there is no number.
    double value(const Head& head, std::size_t row) const;
    bool is_used(std::size_t row) const;
    /// Codes of the flags of a row.
    std::vector<std::string> flags(std::size_t row) const;
    /// Of all rows; empty without the column.
    const std::vector<std::string>& test_ids() const;
    /// The first row of each test.
    std::map<std::string_view, std::size_t> row_of_test() const;
};

/// One attachment of study.toml as OUT holds it.
struct AttachedFile {
    std::size_t place = 0;                         ///< in /study/attachments
    std::vector<double> two_theta_deg, intensity;  ///< attachment_1.csv; empty when there is none
    std::string image;                             ///< bytes of attachment_1.png or .jpg
};

struct WrittenStudy {
    std::any document;  ///< results.json without its tests: what `results` shows
    WrittenResults results;
    TestTable tests;
    std::vector<CurvePreview> curves;                  ///< curves.json, the first 5,000
    std::map<std::string, ResidualDensity> residuals;  ///< of these curves, by test
    std::vector<DrawnCurve> drawn_curves;              ///< drawn_curves.json
    std::map<std::string, ColumnTable> holds;          ///< mean hold curves by file name
    ColumnTable profiles;                              ///< profiles.csv, its first 64 MB
    std::map<std::size_t, std::vector<std::string>>
        flag_texts;  ///< by row, the first 4,000 flagged
    std::vector<AttachedFile> attachments;
    std::string recipe_toml;
};

inline constexpr const char* drawn_curves_name = "drawn_curves.json";

/// Reads drawn_curves.json into the study: a run writes it when it knows which tests are drawn.
void read_drawn_curves(const std::string& out, WrittenStudy& study);

/// SND-O004: OUT is not a folder that a run wrote, or one of its files cannot be read.
Result<WrittenStudy> read_study(const std::string& folder);

}  // namespace sneddon
