// datapackage.json: what the files of OUT hold, for programs that know neither them nor us
// (specs.frictionlessdata.io, Data Package, Tabular Data Resource and Table Schema, version 1).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "results/export/chosen_csv.hpp"
#include "results/written/results.hpp"

namespace sneddon {

/// A file of OUT with its content as it lies there.
struct PackedFile {
    std::string path;    ///< "tests.csv"
    std::string sha256;  ///< of its bytes
    std::uint64_t bytes = 0;
    ShownTable table;  ///< of a CSV file; without columns: no table
    CsvForm form;
};

/// Each file with its SHA-256; a table with name, type, unit and meaning of each column; program,
/// recipe and number of inputs as `provenance`. The same study gives the same text.
std::string data_package_json(const WrittenResults& results, const std::vector<PackedFile>& files);

}  // namespace sneddon
