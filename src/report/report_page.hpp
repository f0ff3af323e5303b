// What the sections of the report share: the study, its counts, the rows that the page lists.
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "sneddon/report/study_counts.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Longest table of the page. The page says what it leaves out; tests.csv and results.json hold
/// all.
inline constexpr std::size_t most_rows = 2000;

struct ReportPage {
    const StudyResult& study;
    StudyCounts counts;
    std::vector<std::size_t> listed_rows;          ///< of study.tests, ascending
    std::map<std::string, std::size_t> row_of_id;  ///< test id -> its first listed row
};

/// The first 2,000 rows and the first 2,000 flagged ones.
ReportPage make_report_page(const StudyResult& study);

/// The id of a row's element: "test-12".
std::string row_anchor(std::size_t row);

/// The test's id, as a link when its row is listed.
std::string test_link(const ReportPage& page, const std::string& test_id);

/// The first links and how many more there are.
std::string test_links(const ReportPage& page, const std::vector<std::string>& test_ids);

/// Some used row has a number for it.
bool has_values(const StudyResult& study, QuantityIndex quantity);

// The sections in the order of the page; each writes one <section> or nothing.
void write_glance(std::ostream& out, const ReportPage& page);
void write_warnings(std::ostream& out, const ReportPage& page);
void write_load_functions(std::ostream& out, const ReportPage& page);
void write_curves(std::ostream& out, const ReportPage& page);
void write_flags(std::ostream& out, const ReportPage& page);
void write_tests(std::ostream& out, const ReportPage& page);
void write_left_out(std::ostream& out, const ReportPage& page);
void write_vendor_values(std::ostream& out, const ReportPage& page);
void write_recipe(std::ostream& out, const ReportPage& page);
void write_reproduction(std::ostream& out, const ReportPage& page);
void write_glossary(std::ostream& out, const ReportPage& page);

/// One or two sentences with the numbers of the study.
std::string finding_html(const ReportPage& page);

/// The style sheet.
std::string_view report_style();

}  // namespace sneddon
