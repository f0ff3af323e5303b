// results.json of a run, read back.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

struct WrittenTest {
    std::string test_id, file;
    int test = 1, cycle = 1;
    QuantityValues values, vendor;
};

struct WrittenResults {
    std::string path, version;
    std::map<std::string, std::string> recipe;   ///< key -> as text of --set
    std::map<std::string, std::string> formats;  ///< path of an input -> format
    std::vector<WrittenTest> tests;
};

/// `output` is the folder or the file. SND-U042.
Result<WrittenResults> read_written_results(const std::string& output);

}  // namespace sneddon
