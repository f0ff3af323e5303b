// A file of KLA's (Agilent's, MTS's) NanoSuite or TestWorks 4 as the program itself keeps it: each
// test with its raw columns, the method with its formulae, the results.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "read/kla/mss_curve.hpp"
#include "read/kla/mss_facts.hpp"
#include "read/kla/mss_file.hpp"
#include "read/kla/mss_method.hpp"
#include "read/kla/whole_number.hpp"
#include "read/readers.hpp"
#include "read/text/test_without_curve.hpp"

namespace sneddon {
namespace {

/// Folders in the order of the tests: "0", "1", ... of the stream "Specimen/Order", then those that
/// it does not name.
Result<std::vector<std::string>> folders_in_order(MssFile& file) {
    const auto order = file.table("Specimen/Order");
    if (!order) return order.error();
    std::vector<std::pair<int, std::string>> named;
    for (const MssTable::Entry& entry : order->table.entries)
        if (const auto place = whole_number(entry.name); place && !entry.text.empty())
            named.emplace_back(*place, entry.text);
    std::ranges::sort(named);
    std::vector<std::string> folders;
    std::set<std::string> seen;
    for (auto& [place, folder] : named)
        if (seen.insert(folder).second) folders.push_back(std::move(folder));
    for (const std::string& folder : file.specimens())
        if (seen.insert(folder).second) folders.push_back(folder);
    return folders;
}

}  // namespace

bool is_nanosuite_mss(const Opening& opening) {
    return is_mss(opening.bytes);
}

Result<FileContent> read_nanosuite_mss(const Source& source) {
    auto file = MssFile::open(source.text, source.name);
    if (!file) return file.error();
    const auto method = read_mss_method(*file);
    if (!method) return method.error();
    const auto folders = folders_in_order(*file);
    if (!folders) return folders.error();
    FileContent content;
    std::optional<Error> first_error;
    bool has_curve = false;
    for (const std::string& folder : *folders) {
        const auto specimen = read_mss_specimen(*file, folder);
        if (!specimen) return specimen.error();
        const int number = static_cast<int>(content.tests.size()) + 1;
        auto test = read_mss_curve(*file, *method, *specimen,
                                   fmt::format("{}, test {}", source.name, number));
        if (!test && test.error().code == "SND-R033") return test.error();
        if (!test && !first_error) first_error = test.error();
        has_curve = has_curve || test.ok();
        content.tests.push_back(test ? std::move(test).value() : test_without_curve(test.error()));
        Test& added = content.tests.back();
        added.number = number;
        const MssTable* name = specimen->formulae.table.table("_ExportFileName");
        added.name = name == nullptr ? folder : std::string(name->text("Val0"));
        read_mss_facts(*method, *specimen, added);
    }
    if (!has_curve && first_error) return *first_error;
    return content;
}

}  // namespace sneddon
