// The tests of a run with their values, read back from results.json.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

struct WrittenTest {
    std::string test_id, file, sample;
    int test = 1, cycle = 1;
    bool is_used = true;
    QuantityValues values, vendor;
    QuantityValues u_random, u_common;  ///< NaN where not written
};

struct WrittenTests {
    std::string path, version;
    std::map<std::string, std::string> recipe;   ///< key -> as text of --set
    std::map<std::string, std::string> formats;  ///< path of an input -> format
    std::map<std::string, std::string> hashes;   ///< path of an input -> SHA-256
    std::vector<WrittenTest> tests;
};

/// `output` is the folder or the file. SND-U042.
Result<WrittenTests> read_written_tests(const std::string& output);

}  // namespace sneddon
