// A workbook with a sheet for each test ("Test 012", "Test 1") and sheets of results and inputs.
#pragma once

#include <span>
#include <string_view>

#include "read/text/source.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// "Test 012", "Test 3", "Test 012 Tagged" are among them.
bool names_a_test(std::string_view sheet);

/// Every sheet of a test becomes one, without a curve where it has none; the rows of the sheets of
/// facts become vendor values. Errors: those of the workbook, and of the first test if none has a
/// curve.
Result<FileContent> read_book_of_tests(const Source& source,
                                       std::span<const std::string_view> sheets_of_facts);

}  // namespace sneddon
