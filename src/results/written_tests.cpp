#include "sneddon/results/written_tests.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/files/file_bytes.hpp"
#include "base/files/utf8.hpp"
#include "base/nan.hpp"
#include "results/column_table.hpp"
#include "results/columns.hpp"
#include "results/parse_json.hpp"
#include "results/results_layout.hpp"
#include "results/written/results.hpp"
#include "results/written/tests.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

QuantityValues quantity_values(const ByName<Number>& written) {
    QuantityValues values;
    for (const std::string& id : written.names()) {
        const double value = written[id].value();
        if (const auto quantity = find_quantity(id); quantity && !is_nan(value))
            values[*quantity] = value;
    }
    return values;
}

std::string option_text(const RecipeValue& choice) {
    switch (choice.kind()) {
        case ValueKind::text:
            return choice.text().value();
        case ValueKind::number:
            return number_text(choice.number().value());
        case ValueKind::other:
            return choice.as_json();
    }
    return "";
}

WrittenTest test_of(const WrittenTestRow& row) {
    WrittenTest test;
    test.test_id = row.test_id().value();
    test.file = row.file().value();
    test.test = static_cast<int>(row.test().value());
    test.cycle = static_cast<int>(row.cycle().value());
    test.sample = row.sample().value();
    // An output of version 0.1.0 names the status too; what it lacks is an uncertainty.
    test.is_used = row.status().value() == "used";
    test.u_random = quantity_values(row.u_random());
    test.u_common = quantity_values(row.u_common());
    test.values = quantity_values(row.values());
    test.vendor = quantity_values(row.vendor());
    return test;
}

/// Of a study of many rows: what tests.csv says of them.
std::vector<WrittenTest> tests_of_table(const ColumnTable& table) {
    std::vector<WrittenTest> tests(table.rows);
    const auto whole = [&](const Column& column, std::size_t row) {
        const auto* values = table.number(column.head);
        return values == nullptr || is_nan((*values)[row]) ? 1 : static_cast<int>((*values)[row]);
    };
    for (std::size_t i = 0; i < table.rows; ++i) {
        tests[i].test_id = table.text(column::test_id.head, i);
        tests[i].file = table.text(column::file.head, i);
        tests[i].test = whole(column::test, i);
        tests[i].cycle = whole(column::cycle, i);
    }
    for (const auto& [head, values] : table.numbers) {
        const std::string_view vendor = Head::vendors_key(head);
        const auto quantity = find_quantity(vendor.empty() ? std::string_view(head) : vendor);
        if (!quantity) continue;
        for (std::size_t i = 0; i < table.rows; ++i)
            (vendor.empty() ? tests[i].values : tests[i].vendor)[*quantity] = values[i];
    }
    return tests;
}

bool is_whole(const WrittenTestRow& row) {
    return row.test_id().is_there() && row.file().is_there() && row.test().is_there() &&
           row.cycle().is_there() && row.values().is_there() && row.vendor().is_there();
}

}  // namespace

Result<WrittenTests> read_written_tests(const std::string& output) {
    std::filesystem::path path = output;
    if (std::filesystem::is_directory(path)) path /= "results.json";
    const auto file = FileBytes::open(utf8(path));
    if (!file) return file.error();
    const Error not_a_run{"SND-U042", utf8(path), "not the results of a run",
                          "a folder that `sneddon run` wrote, or its results.json", ""};
    const auto document = without_tests(file->bytes());
    const WrittenResults results{{node_of(document.get()), ""}};
    if (!results.version().is_there() || !results.recipe().is_there() ||
        !results.inputs().is_there())
        return not_a_run;
    WrittenTests run;
    run.path = output;
    run.version = results.version().value();
    for (const std::string& key : results.recipe().names())
        run.recipe[key] = option_text(results.recipe()[key]);
    for (const WrittenInput input : results.inputs()) {
        run.formats[input.path().value()] = input.format().value();
        run.hashes[input.path().value()] = input.sha256().value();
    }
    if (results.tests_in().is_there()) {
        const auto csv = FileBytes::open(utf8(path.parent_path() / "tests.csv"));
        if (!csv) return csv.error();
        run.tests = tests_of_table(parse_column_table(csv->bytes()));
        return run;
    }
    bool are_whole = true;
    for_each_test(file->bytes(), [&](std::string_view line) {
        const Json json = parsed_json(line);
        const WrittenTestRow row{{node_of(&json), ""}};
        are_whole = is_whole(row);
        if (!are_whole) return Visit::stop;
        run.tests.push_back(test_of(row));
        return Visit::next;
    });
    if (!are_whole) return not_a_run;
    return run;
}

}  // namespace sneddon
