// What the sections of the report share: what OUT holds, its figures, the rows that the page lists.
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "figure/study/figure_list.hpp"
#include "report/report_html.hpp"
#include "results/written_study.hpp"

namespace sneddon {

/// Longest table of the page. The page says what it leaves out; tests.csv and results.json hold
/// all.
inline constexpr std::size_t most_rows = 2000;

/// Up to so many tests the script has all of them, and every row can be reached.
inline constexpr std::size_t most_data_rows = 100'000;

struct Paper;

struct ReportPage {
    const WrittenStudy& study;
    const std::vector<DrawnEntry>& figures;
    const ReportOptions& options;
    std::vector<std::size_t> listed_rows;          ///< of tests.csv, ascending
    std::map<std::string, std::size_t> row_of_id;  ///< test id -> its first listed row
    std::vector<std::size_t> data_rows;            ///< of tests.csv that the script has, ascending
    std::vector<std::string> key_figures;          ///< ids of those before the sections
};

/// Up to 2,000 rows: all. More: the first 2,000 and the first 2,000 flagged ones.
ReportPage make_report_page(const WrittenStudy& study, const std::vector<DrawnEntry>& figures,
                            const ReportOptions& options);

/// What a table of tests shows unless a reader chooses others.
std::vector<Head> test_columns();

/// The three figures that a study of this kind is read by.
std::vector<std::string> key_figure_ids(const WrittenStudy& study,
                                        const std::vector<DrawnEntry>& figures);

/// What a closed part of the page holds: a reader without the script has it all; with the script
/// much of it waits as text until the part is opened (web/report/later.ts).
std::string later(std::string html);

/// A section with a heading, closed until a reader opens it.
std::string folded(std::string section);

/// The id of a row's element: "test-12".
std::string row_anchor(std::size_t row);

/// The test's id, as a link when its row is listed.
std::string test_link(const ReportPage& page, const std::string& test_id);

/// The first links and how many more there are.
std::string test_links(const ReportPage& page, const std::vector<std::string>& test_ids);

/// Some used row has a number for it.
bool has_values(const WrittenStudy& study, const Head& head);

/// "How many of a list the page shows": a number of the page, not of the study.
std::string shown_count(std::size_t count);

// The sections in the order of the page; each writes one <section> or nothing.
void write_glance(std::ostream& out, const ReportPage& page);
void write_samples(std::ostream& out, const ReportPage& page);
/// Where something was simulated: all of it, or which samples.
void write_simulated_banner(std::ostream& out, const WrittenStudy& study);
void write_key_figures(std::ostream& out, const ReportPage& page);
void write_alerts(std::ostream& out, const ReportPage& page);
void write_checks(std::ostream& out, const ReportPage& page);
void write_figures(std::ostream& out, const ReportPage& page);
void write_compared(std::ostream& out, const ReportPage& page);
void write_tables(std::ostream& out, const ReportPage& page);
void write_hold_rates(std::ostream& out, const ReportPage& page);
void write_activation(std::ostream& out, const ReportPage& page);
void write_depth_profiles(std::ostream& out, const ReportPage& page);
void write_flags(std::ostream& out, const ReportPage& page);
void write_tests(std::ostream& out, const ReportPage& page);
void write_left_out(std::ostream& out, const ReportPage& page);
void write_sensitivity(std::ostream& out, const ReportPage& page);
void write_vendor_values(std::ostream& out, const ReportPage& page);
void write_methods(std::ostream& out, const ReportPage& page);
void write_reproduction(std::ostream& out, const ReportPage& page);
void write_glossary(std::ostream& out, const ReportPage& page);

/// What the script reads instead of cells: the columns of the tests, and their curves.
void write_data(std::ostream& out, const ReportPage& page);
void write_curve_data(std::ostream& out, const ReportPage& page);

/// The publication that the recipe names; nullptr when it names none.
const Paper* paper_of(const WrittenResults& results);

/// One or two sentences with the numbers of the study.
Words finding_words(const WrittenResults& results);

/// The style sheet, and the script that links the views.
std::string_view report_style();
std::string_view report_script();

}  // namespace sneddon
