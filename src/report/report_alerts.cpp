// What to know before the results: one alert a cause, the worst first, with its size and its page.
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/typeset.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_open_alerts = 5;

struct Alert {
    int concern = 0;   ///< larger: earlier
    std::string kind;  ///< class of the item
    std::string name;  ///< HTML
    std::string size;  ///< HTML: how many tests, how many groups
    std::string text;  ///< HTML
    std::string more;  ///< HTML: single warnings, tests
    const CodePage* page = nullptr;
};

std::string explained(const Alert& alert) {
    std::string html = alert.more;
    if (alert.page != nullptr)
        html += fmt::format(
            "<p class=\"explained\">{}</p>\n<p class=\"explained\">What to do: {}</p>\n",
            typeset(alert.page->meaning), typeset(alert.page->remedy));
    if (html.empty()) return "";
    return "<details><summary>What this means</summary>\n" + html + "</details>";
}

void write_alert(std::ostream& out, const Alert& alert) {
    out << "<li class=\"" << alert.kind << "\"><strong>" << alert.name << "</strong>"
        << (alert.size.empty() ? "" : " <span class=\"size\">" + alert.size + "</span>") << " "
        << alert.text << explained(alert) << "</li>\n";
}

Alert alert_of(const WrittenCheck& check) {
    const std::string code = check.code().value();
    Alert alert;
    alert.concern = check.is_likely() ? 3 : 1;
    alert.kind = escaped_markup(check.verdict().value());
    alert.page = find_verdict(code);
    alert.name = html_of(check.code()) + ": " + html_of(check.verdict());
    alert.text = html_of(check.text());
    return alert;
}

/// Warnings of one code are one alert.
Alert alert_of(const ReportPage& page, const std::string& code,
               const std::vector<WrittenWarning>& warnings) {
    Alert alert;
    alert.concern = 2;
    alert.page = find_code(code);
    // A text that begins with the title says it once.
    const bool is_said =
        alert.page == nullptr || warnings.front().text().value().starts_with(alert.page->title);
    alert.name = (is_said ? "" : typeset(alert.page->title) + " ") + code_html(code);
    std::string items;
    for (const WrittenWarning& warning : warnings) {
        const auto ids = warning.tests().values();
        std::string item = html_of(warning.text());
        if (!ids.empty())
            item += " <span class=\"concerns\"><span data-ref=\"" + warning.tests().pointer() +
                    "\">" + count_text(ids.size()) + "</span> test" + (ids.size() == 1 ? "" : "s") +
                    ": " + test_links(page, ids) + "</span>";
        if (warnings.size() == 1)
            alert.text = item;
        else
            items += "<li>" + item + "</li>\n";
    }
    if (warnings.size() > 1) {
        alert.size = shown_count(warnings.size()) + " times";
        alert.text = html_of(warnings.front().text()) + "; and more";
        alert.more = "<ul>\n" + items + "</ul>\n";
    }
    return alert;
}

std::vector<Alert> alerts_of(const ReportPage& page) {
    std::vector<Alert> alerts;
    for (const WrittenCheck check : page.study.results.checks())
        if (check.is_raised()) alerts.push_back(alert_of(check));
    std::vector<std::string> codes;
    std::map<std::string, std::vector<WrittenWarning>> warnings_of;
    for (const WrittenWarning warning : page.study.results.warnings()) {
        const std::string code = warning.code().value();
        if (!warnings_of.contains(code)) codes.push_back(code);
        warnings_of[code].push_back(warning);
    }
    for (const std::string& code : codes) alerts.push_back(alert_of(page, code, warnings_of[code]));
    std::ranges::stable_sort(alerts, std::ranges::greater{}, &Alert::concern);
    return alerts;
}

}  // namespace

void write_alerts(std::ostream& out, const ReportPage& page) {
    const std::vector<Alert> alerts = alerts_of(page);
    out << "<section id=\"alerts\">\n<h2>Alerts</h2>\n";
    if (alerts.empty()) out << "<p>None.</p>\n";
    if (!alerts.empty()) out << "<ul class=\"warnings\">\n";
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        if (i == most_open_alerts)
            out << "</ul>\n<details class=\"fold\"><summary><h3>" << shown_count(alerts.size() - i)
                << " more</h3></summary>\n<ul class=\"warnings\">\n";
        write_alert(out, alerts[i]);
    }
    if (!alerts.empty()) out << "</ul>\n";
    if (alerts.size() > most_open_alerts) out << "</details>\n";
    out << "</section>\n";
}

}  // namespace sneddon
