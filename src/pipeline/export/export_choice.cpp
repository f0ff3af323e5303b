#include "pipeline/export/export_choice.hpp"

#include <array>
#include <string_view>

#include "base/comma_list.hpp"
#include "results/tables/head_meaning.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr int most_digits = 17;  // so many tell every double from its neighbours

std::string did_you_mean(const std::string& near) {
    return near.empty() ? "" : "did you mean " + near + "?";
}

std::optional<Error> choose_table(std::string_view word, ExportChoice& choice) {
    constexpr std::array<std::string_view, 4> words = {"csv", "xlsx", "arrow", "parquet"};
    if (word == "parquet")
        return Error{"SND-U063", "--tables", "parquet", "csv, xlsx or arrow on the command line",
                     "in Python: sneddon.run(..., tables=\"parquet\"), which pyarrow writes"};
    choice.has_workbook = choice.has_workbook || word == "xlsx";
    choice.has_arrow = choice.has_arrow || word == "arrow";
    if (word == "csv" || word == "xlsx" || word == "arrow") return std::nullopt;
    return Error{"SND-U004", "--tables", std::string(word), "some of csv,xlsx,arrow",
                 did_you_mean(nearest_name(word, words))};
}

std::optional<Error> choose_column(std::string_view head, ExportChoice& choice) {
    choice.columns.emplace_back(head);
    if (can_be_column(head)) return std::nullopt;
    return Error{"SND-U004", "--columns", std::string(head),
                 "columns of tests.csv with commas: test_id,H_IT_GPa",
                 did_you_mean(nearest_column(head))};
}

}  // namespace

Result<ExportChoice> export_choice(const TablesRequest& request) {
    ExportChoice choice;
    choice.has_package = !request.formats.empty();
    for (const std::string_view word : comma_list(request.formats))
        if (const auto error = choose_table(word, choice)) return *error;
    for (const std::string_view head : comma_list(request.columns))
        if (const auto error = choose_column(head, choice)) return *error;
    if (!request.decimal.empty() && request.decimal != "point" && request.decimal != "comma")
        return Error{"SND-U004", "--decimal", request.decimal, "point or comma", ""};
    choice.form.has_decimal_comma = request.decimal == "comma";
    choice.form.digits = request.digits;
    if (request.digits && (*request.digits < 1 || *request.digits > most_digits))
        return Error{"SND-U004", "--digits", std::to_string(*request.digits),
                     "significant digits, 1 to 17", ""};
    choice.has_chosen_csv =
        !choice.columns.empty() || !request.decimal.empty() || request.digits.has_value();
    return choice;
}

}  // namespace sneddon
