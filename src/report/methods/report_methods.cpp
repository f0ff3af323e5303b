// The section of the methods: the paragraph plain and in LaTeX, references, BibTeX.
#include <ostream>

#include "report/html_text.hpp"
#include "report/methods/method_text.hpp"
#include "report/methods/methods_paragraph.hpp"
#include "report/report_page.hpp"
#include "report/typeset.hpp"

namespace sneddon {

void write_methods(std::ostream& out, const ReportPage& page) {
    const MethodText text = methods_of(page.study);
    std::string references, bibtex;
    for (const std::string& key : text.cited()) {
        const Reference* reference = find_reference(key);
        references += "<li>" + escaped_markup(reference->plain) + "</li>\n";
        bibtex += std::string(reference->bibtex) + "\n\n";
    }
    out << "<section id=\"methods\">\n<h2>Methods</h2>\n<p>For the paper: only what was done.</p>\n"
        << "<p id=\"methods-plain\" class=\"methods\">" << typeset(text.plain())
        << "</p>\n<ol class=\"references\">\n"
        << references << "</ol>\n<p>Data and code: the files of this folder hold every number and "
        << "curve that is shown; the code is Sneddon "
        << escaped_markup(page.study.results.version().value())
        << " (CITATION.cff in its repository).</p>\n<details>\n<summary>LaTeX</summary>\n"
        << "<pre id=\"methods-latex\" tabindex=\"0\">" << escaped_markup(text.latex())
        << "</pre>\n</details>\n<details>\n<summary>BibTeX</summary>\n"
        << "<pre id=\"methods-bibtex\" tabindex=\"0\">" << escaped_markup(bibtex)
        << "</pre>\n</details>\n</section>\n";
}

}  // namespace sneddon
