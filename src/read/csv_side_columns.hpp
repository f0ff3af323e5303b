// Columns of a table beside the curve: numbers of tests, segments, positions, words.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "read/text/column_head.hpp"
#include "read/text/table_body.hpp"

namespace sneddon {

/// The tests that a column "Test", "Indent", "No." tells apart: rows of one number or word are of
/// one test, in the order of their first rows. A column that counts rows tells nothing apart.
struct TestsOfRows {
    std::string column;              ///< its head; empty: the table is one test
    std::vector<std::string> names;  ///< of the tests, as the column has them
    std::vector<std::size_t> test_of_row;
};
TestsOfRows find_tests_of_rows(std::span<const ColumnHead> heads, const TableBody& body);

/// Borders from a column "Segment" of numbers, or of words that stand at the borders alone. A word
/// in every row is what somebody thought of the row, and only named (leave_out_words).
void mark_segment_column(Test& test, std::span<const ColumnHead> heads, const TableBody& body);

/// The columns that hold words are named and leave the channels of the curve.
void leave_out_words(Test& test, std::span<const ColumnHead> heads, const TableBody& body);

/// Columns X and Y in a unit of length are the position of the indent.
void set_position(Test& test);

/// The rows of each test on their own, with their marks.
std::vector<Test> split_tests(Test whole, const TestsOfRows& tests);

}  // namespace sneddon
