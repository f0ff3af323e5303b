// The tests of a run, read back: rows of results.json, or columns of tests.csv.
#pragma once

#include <cstddef>
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

/// Either numbers (NaN: an empty cell) or texts, as many as the table has rows.
struct TestsColumn {
    std::string head;  ///< as in tests.csv: "H_IT_GPa"
    std::string unit;  ///< as printed: "GPa"; "" for texts and pure numbers
    bool is_text = false;
    std::vector<double> numbers;
    std::vector<std::string> texts;
};

struct TestsTable {
    std::size_t rows = 0;
    std::vector<TestsColumn> columns;  ///< in the order of the file
};

/// tests.csv of the folder of a run by columns; the numbers are those of the file, bit by bit.
/// Error: SND-R001 (no such file, or it cannot be read).
Result<TestsTable> read_tests_table(const std::string& output);

}  // namespace sneddon
