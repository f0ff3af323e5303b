#include "report/report_page.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <numeric>

#include "base/nan.hpp"
#include "papers/paper.hpp"
#include "report/html_text.hpp"

namespace sneddon {

ReportPage make_report_page(const WrittenStudy& study, const std::vector<DrawnEntry>& figures,
                            const ReportOptions& options) {
    ReportPage page = {study, figures, options, {}, {}, {}, key_figure_ids(study, figures)};
    std::size_t flagged = 0;
    for (std::size_t i = 0; i < study.tests.rows; ++i) {
        const bool is_flagged = !study.tests.text_of(column::flags, i).empty();
        if (is_flagged) ++flagged;
        if (i >= most_rows && !(is_flagged && flagged <= most_rows)) continue;
        page.listed_rows.push_back(i);
        page.row_of_id.emplace(study.tests.text_of(column::test_id, i), i);
    }
    if (study.tests.rows > most_data_rows) {
        page.data_rows = page.listed_rows;
    } else {
        page.data_rows.resize(study.tests.rows);
        std::iota(page.data_rows.begin(), page.data_rows.end(), std::size_t{0});
    }
    return page;
}

std::string later(std::string html) {
    constexpr std::size_t least_bytes =
        20'000;  // smaller ones stay: the browser's search finds them
    if (html.size() < least_bytes) return html;
    constexpr std::string_view open = "<noscript class=\"later\">\n", close = "</noscript>\n";
    for (const std::string_view tag : {open, close})  // one cannot stand within another
        for (std::size_t at = html.find(tag); at != std::string::npos; at = html.find(tag, at))
            html.erase(at, tag.size());
    return std::string(open) + html + std::string(close);
}

std::string folded(std::string section) {
    const std::size_t begin = section.find("<h2>"), end = section.find("</h2>");
    const std::size_t close = section.rfind("</section>");
    if (begin == std::string::npos || end == std::string::npos || close == std::string::npos)
        return section;
    const std::size_t content = end + std::string_view("</h2>").size();
    return section.substr(0, begin) + "<details class=\"fold\"><summary>" +
           section.substr(begin, content - begin) + "</summary>\n" +
           later(section.substr(content, close - content)) + "</details>" + section.substr(close);
}

std::string row_anchor(std::size_t row) {
    return fmt::format("test-{}", row + 1);
}

std::string test_link(const ReportPage& page, const std::string& test_id) {
    const auto row = page.row_of_id.find(test_id);
    std::string name = "<code class=\"name\">" + escaped_markup(test_id) + "</code>";
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
