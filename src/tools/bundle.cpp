// A report of a bug in one file: what this program is, whether it is well, and what OUT says.
#include <map>
#include <sstream>

#include "base/csv_cell.hpp"
#include "base/files/file_bytes.hpp"
#include "base/files/whole_file.hpp"
#include "results/export/chosen_csv.hpp"
#include "results/export/zip_writer.hpp"
#include "results/written_study.hpp"
#include "sneddon/tools/doctor.hpp"

namespace sneddon {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;  ///< name, content

void add_files_of(const std::string& out, Entries& entries) {
    for (const char* name : {"request.json", "recipe.toml", "results.json", "tests.csv"})
        if (const auto bytes = FileBytes::open(out + "/" + name))
            entries.emplace_back(name, bytes->bytes());
}

std::string inputs_csv(const WrittenStudy& study) {
    std::ostringstream csv;
    csv << "format,tests,status,code\n";
    for (const WrittenInput input : study.results.inputs())
        csv << csv_cell(input.format().value()) << ',' << input.tests().value() << ','
            << input.status().value() << ',' << input.code().value() << '\n';
    return csv.str();
}

/// 1, 2, ... in the order in which the words come.
std::vector<double> numbered(const std::vector<std::string>& words) {
    std::map<std::string_view, double> numbers;
    std::vector<double> found;
    for (const std::string& word : words)
        found.push_back(
            numbers.try_emplace(word, static_cast<double>(numbers.size() + 1)).first->second);
    return found;
}

/// Every number but the vendor's, whose heads are anybody's words.
std::string rows_csv(const TestTable& tests) {
    std::map<std::string, std::vector<double>> columns;
    for (const auto& [head, numbers] : tests.numbers)
        if (Head::vendors_key(head).empty()) columns[head] = numbers;
    if (const auto names = tests.texts.find(column::load_function.head); names != tests.texts.end())
        columns[std::string(column::load_function.head)] = numbered(names->second);
    ShownTable rows = shown_columns(
        "rows", tests, {std::string(column::status.head), std::string(column::flags.head)});
    for (const auto& [head, numbers] : columns) rows.columns.push_back({head, &numbers, nullptr});
    std::ostringstream csv;
    write_chosen_csv(csv, rows, {});
    return csv.str();
}

Result<Entries> entries_of(const BundleRequest& request) {
    Entries entries = {{"about.txt", about_page()}, {"doctor.txt", doctor_text(doctor_checks())}};
    if (request.out.empty()) return entries;
    const Result<WrittenStudy> study = read_study(request.out);
    if (!study) return study.error();
    if (!request.is_without_names) {
        add_files_of(request.out, entries);
    } else {
        entries.emplace_back("recipe.toml", study->recipe_toml);
        entries.emplace_back("inputs.csv", inputs_csv(*study));
        entries.emplace_back("rows.csv", rows_csv(study->tests));
    }
    return entries;
}

}  // namespace

Result<bool> write_bundle(const BundleRequest& request) {
    if (FileBytes::open(request.file))
        return Error{"SND-O001", request.file, "a file that exists", "a new file",
                     "choose another name"};
    const Result<Entries> entries = entries_of(request);
    if (!entries) return entries.error();
    WholeFile file(request.file);
    ZipWriter zip(file.out());
    for (const auto& [name, content] : *entries) {
        zip.begin(name);
        zip.write(content);
    }
    const bool is_whole = zip.finish();
    std::string trouble = is_whole ? file.close() : "more than 4 GiB";
    if (!trouble.empty())
        return Error{"SND-O003", request.file, trouble, "a file that can be written",
                     "choose another name"};
    return true;
}

}  // namespace sneddon
