// Whether the frictionless validator takes it: tests/python/test_exports.py.
#include "results/export/data_package.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "results/json.hpp"

namespace sneddon {
namespace {

TEST(DataPackage, TellsUnitsMeaningsHashesAndForms) {
    const Json results = Json::parse(
        R"({"generator": "sneddon", "version": "0.1.0", "simulated": true,
            "study": {"sample": "BMG"}, "inputs": [{"path": "a.txt"}, {"path": "b.txt"}]})");
    ColumnTable table;
    table.rows = 1;
    table.heads = {"test_id", "H_IT_GPa", "cluster"};
    table.texts["test_id"] = {"a"};
    table.numbers["H_IT_GPa"] = {4.5};
    table.numbers["cluster"] = {1};
    PackedFile csv{
        "tests_chosen.csv", std::string(64, 'a'), 12, shown_table("tests", table), {true, 4}};
    PackedFile book{"tests.xlsx", std::string(64, 'b'), 34, {}, {}};
    const auto package = nlohmann::json::parse(
        data_package_json(WrittenResults{{node_of(&results), ""}}, {csv, book}));

    EXPECT_EQ(package["title"], "Nanoindentation of BMG (simulated)");
    EXPECT_EQ(package["provenance"]["inputs"], 2);
    const auto& tests = package["resources"][0];
    EXPECT_EQ(tests["name"], "tests-chosen-csv");
    EXPECT_EQ(tests["hash"], "sha256:" + std::string(64, 'a'));
    EXPECT_EQ(tests["bytes"], 12);
    EXPECT_EQ(tests["dialect"]["delimiter"], ";");
    const auto& fields = tests["schema"]["fields"];
    EXPECT_EQ(fields[0]["type"], "string");
    EXPECT_EQ(fields[1]["type"], "number");
    EXPECT_EQ(fields[1]["unit"], "GPa");
    EXPECT_EQ(fields[1]["decimalChar"], ",");
    EXPECT_EQ(fields[1]["description"], "indentation hardness");
    EXPECT_EQ(fields[2]["type"], "integer");
    EXPECT_EQ(package["resources"][1]["type"], "file");
    EXPECT_FALSE(package["resources"][1].contains("schema"));
}

}  // namespace
}  // namespace sneddon
