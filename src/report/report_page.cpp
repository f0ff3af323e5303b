#include "report_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "html_text.hpp"

namespace sneddon {

ReportPage make_report_page(const StudyResult& study) {
    ReportPage page = {study, count_study(study), {}, {}};
    std::size_t flagged = 0;
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const bool is_flagged = !study.tests[i].flags.empty();
        if (is_flagged) ++flagged;
        if (i >= most_rows && !(is_flagged && flagged <= most_rows)) continue;
        page.listed_rows.push_back(i);
        page.row_of_id.emplace(study.tests[i].test_id, i);
    }
    return page;
}

std::string row_anchor(std::size_t row) {
    return fmt::format("test-{}", row + 1);
}

std::string test_link(const ReportPage& page, const std::string& test_id) {
    const auto row = page.row_of_id.find(test_id);
    if (row == page.row_of_id.end()) return escaped_markup(test_id);
    return fmt::format("<a href=\"#{}\">{}</a>", row_anchor(row->second), escaped_markup(test_id));
}

std::string test_links(const ReportPage& page, const std::vector<std::string>& test_ids) {
    constexpr std::size_t most_links = 12;
    std::string links;
    for (std::size_t i = 0; i < std::min(most_links, test_ids.size()); ++i)
        links += (i == 0 ? "" : ", ") + test_link(page, test_ids[i]);
    if (test_ids.size() > most_links)
        links += fmt::format(" and {} more", count_text(test_ids.size() - most_links));
    return links;
}

bool has_values(const StudyResult& study, QuantityIndex quantity) {
    return std::ranges::any_of(study.tests, [&](const TestRow& row) {
        return row.status == Status::used && std::isfinite(row.values[quantity]);
    });
}

}  // namespace sneddon
