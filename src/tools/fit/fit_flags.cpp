#include "tools/fit/fit_flags.hpp"

#include "base/text_table.hpp"

namespace sneddon {
namespace {

JsonText object_of(const std::vector<FitParameter>& parameters, double FitParameter::*part) {
    JsonText json = JsonText::object();
    for (const FitParameter& parameter : parameters)
        json.update({{parameter.name, JsonText::real(parameter.*part)}});
    return json;
}

}  // namespace

void put_flags(JsonText& json, const std::vector<FitFlag>& flags) {
    JsonText names = JsonText::array(), notes = JsonText::array();
    for (const FitFlag& flag : flags) {
        names.push_back(flag.name);
        notes.push_back(flag.words);
    }
    json.update({{"flags", names}, {"notes", notes}});
}

std::string flag_lines(const std::vector<FitFlag>& flags) {
    std::string text;
    for (const FitFlag& flag : flags) text += "  ! " + flag.words + "\n";
    return text;
}

JsonText pair_json(double first, double second) {
    const double pair[] = {first, second};
    return JsonText::reals(pair);
}

JsonText values_json(const std::vector<FitParameter>& parameters) {
    return object_of(parameters, &FitParameter::value);
}

JsonText standard_errors_json(const std::vector<FitParameter>& parameters) {
    return object_of(parameters, &FitParameter::standard_error);
}

std::string parameter_table(const std::vector<FitParameter>& parameters) {
    std::vector<std::vector<std::string>> rows = {{"", "value", "standard error"}};
    for (const FitParameter& parameter : parameters)
        rows.push_back({parameter.name, short_number(parameter.value),
                        short_number(parameter.standard_error)});
    return text_table(rows, "  ", {1, 2});
}

}  // namespace sneddon
