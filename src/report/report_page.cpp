#include "report/report_page.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "papers/paper.hpp"
#include "report/html_text.hpp"

namespace sneddon {

ReportPage make_report_page(const WrittenStudy& study, const std::vector<DrawnEntry>& figures,
                            const ReportOptions& options) {
    ReportPage page = {study, figures, options, {}, {}};
    std::size_t flagged = 0;
    for (std::size_t i = 0; i < study.tests.rows; ++i) {
        const bool is_flagged = !study.tests.text_of(column::flags, i).empty();
        if (is_flagged) ++flagged;
        if (i >= most_rows && !(is_flagged && flagged <= most_rows)) continue;
        page.listed_rows.push_back(i);
        page.row_of_id.emplace(study.tests.text_of(column::test_id, i), i);
    }
    return page;
}

std::string row_anchor(std::size_t row) {
    return fmt::format("test-{}", row + 1);
}

std::string test_link(const ReportPage& page, const std::string& test_id) {
    const auto row = page.row_of_id.find(test_id);
    std::string name = "<span class=\"name\">" + escaped_markup(test_id) + "</span>";
    if (row == page.row_of_id.end()) return name;
    return fmt::format("<a href=\"#{}\">{}</a>", row_anchor(row->second), name);
}

std::string test_links(const ReportPage& page, const std::vector<std::string>& test_ids) {
    constexpr std::size_t most_links = 12;
    std::string links;
    for (std::size_t i = 0; i < std::min(most_links, test_ids.size()); ++i)
        links += (i == 0 ? "" : ", ") + test_link(page, test_ids[i]);
    if (test_ids.size() > most_links)
        links += " and " + shown_count(test_ids.size() - most_links) + " more";
    return links;
}

const Paper* paper_of(const WrittenResults& results) {
    return find_paper(results.recipe()[reference_option].text().value());
}

bool has_values(const WrittenStudy& study, const Head& head) {
    const auto* column = study.tests.numbers_of(head);
    return column != nullptr &&
           std::ranges::any_of(*column, [](double value) { return is_finite(value); });
}

std::string shown_count(std::size_t count) {
    return "<span data-shown>" + count_text(count) + "</span>";
}

}  // namespace sneddon
