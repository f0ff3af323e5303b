#include "pipeline/export/write_exports.hpp"

#include <filesystem>

#include "base/files/file_bytes.hpp"
#include "base/files/utf8.hpp"
#include "base/sha256.hpp"
#include "pipeline/written_files.hpp"
#include "results/export/arrow_file.hpp"
#include "results/export/data_package.hpp"
#include "results/export/study_tables.hpp"
#include "results/export/workbook_writer.hpp"

namespace sneddon {
namespace {

constexpr const char* chosen_name = "tests_chosen.csv";

Result<bool> write_chosen(const OutputFolder& output, const ExportChoice& choice,
                          const WrittenStudy& study) {
    std::ofstream out = output.create(chosen_name);
    write_chosen_csv(out, shown_columns("tests", study.tests, choice.columns), choice.form);
    return output.close({&out});
}

Result<bool> write_tests_workbook(const OutputFolder& output, const ExportChoice& choice,
                                  const WrittenStudy& study) {
    const ShownTable tests = shown_columns("tests", study.tests, choice.columns);
    std::vector<std::string> heads;
    for (const ShownColumn& column : tests.columns) heads.push_back(column.head);
    const ColumnTable groups = table_of_groups(study.results),
                      clusters = table_of_clusters(study.results), units = table_of_units(heads),
                      recipe = table_of_recipe(study.results);
    std::ofstream out = output.create("tests.xlsx");
    const bool is_whole = write_workbook(
        out, {shown_table("groups", groups), tests, shown_table("clusters", clusters),
              shown_table("units", units), shown_table("recipe", recipe)});
    if (!is_whole)
        return Error{"SND-O003", "tests.xlsx", "a workbook of 4 GiB or more", "a smaller table",
                     "fewer columns with --columns, or --tables arrow"};
    return output.close({&out});
}

Result<bool> write_arrow(const OutputFolder& output, const WrittenStudy& study) {
    std::ofstream out = output.create("tests.arrow");
    write_arrow_file(out, shown_table("tests", study.tests),
                     study.results.generator().value() + " " + study.results.version().value());
    return output.close({&out});
}

/// What a file of OUT holds, where it is a table that was read.
void tell_table(PackedFile& file, const ExportChoice& choice, const WrittenStudy& study) {
    if (file.path == "tests.csv") file.table = shown_table("tests", study.tests);
    if (file.path == "profiles.csv") file.table = shown_table("profiles", study.profiles);
    if (const auto hold = study.holds.find(file.path); hold != study.holds.end())
        file.table = shown_table("hold", hold->second);
    if (file.path != chosen_name) return;
    file.table = shown_columns("tests", study.tests, choice.columns);
    file.form = choice.form;
}

Result<bool> write_package(const OutputFolder& output, const ExportChoice& choice,
                           const WrittenStudy& study) {
    std::vector<PackedFile> files;
    for (const std::string& name : files_below(output.folder())) {
        const auto content = FileBytes::open(utf8(output.folder() / name));
        if (!content) return content.error();
        PackedFile file;
        file.path = name;
        file.sha256 = sha256_hex(content->bytes());
        file.bytes = content->bytes().size();
        tell_table(file, choice, study);
        files.push_back(std::move(file));
    }
    std::ofstream out = output.create("datapackage.json");
    out << data_package_json(study.results, files);
    return output.close({&out});
}

}  // namespace

Result<bool> write_exports(const OutputFolder& output, const ExportChoice& choice,
                           const WrittenStudy& study) {
    if (choice.has_chosen_csv)
        if (auto written = write_chosen(output, choice, study); !written) return written;
    if (choice.has_workbook)
        if (auto written = write_tests_workbook(output, choice, study); !written) return written;
    if (choice.has_arrow)
        if (auto written = write_arrow(output, study); !written) return written;
    if (choice.has_package)
        if (auto written = write_package(output, choice, study); !written) return written;
    return true;
}

}  // namespace sneddon
