#include "tools/written_results.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/mapped_file.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Json = nlohmann::json;

void read_values(const Json& from, QuantityValues& values) {
    for (const auto& [key, value] : from.items())
        if (const auto quantity = find_quantity(key); quantity && value.is_number())
            values[*quantity] = value.get<double>();
}

std::string option_text(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return number_text(value.get<double>());
    return value.dump();
}

WrittenTest test_of(const Json& row) {
    WrittenTest test;
    test.test_id = row.at("test_id").get<std::string>();
    test.file = row.at("file").get<std::string>();
    test.test = row.at("test").get<int>();
    test.cycle = row.at("cycle").get<int>();
    read_values(row.at("values"), test.values);
    read_values(row.at("vendor"), test.vendor);
    return test;
}

}  // namespace

Result<WrittenResults> read_written_results(const std::string& output) {
    std::filesystem::path path = output;
    if (std::filesystem::is_directory(path)) path /= "results.json";
    const auto file = MappedFile::open(path.string());
    if (!file) return file.error();
    WrittenResults results;
    results.path = output;
    try {
        const Json json = Json::parse(file->bytes());
        results.version = json.at("version").get<std::string>();
        for (const auto& [key, value] : json.at("recipe").items())
            results.recipe[key] = option_text(value);
        for (const Json& input : json.at("inputs"))
            results.formats[input.at("path").get<std::string>()] =
                input.at("format").get<std::string>();
        for (const Json& row : json.at("tests")) results.tests.push_back(test_of(row));
    } catch (const Json::exception&) {
        return Error{"SND-U042", path.string(), "not the results of a run",
                     "a folder that `sneddon run` wrote, or its results.json", ""};
    }
    return results;
}

}  // namespace sneddon
