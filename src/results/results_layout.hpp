// How the lines of results.json lie, known to the one that writes them and the one that takes them
// apart: a million tests are never parsed only to be thrown away.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <ostream>
#include <string_view>

#include "results/json.hpp"

namespace sneddon {

/// Above them `tests` is empty and `tests_in` names the file that has them: tests.csv.
inline constexpr std::size_t most_rows_of_results_json = 20000;

enum class Brackets { list, object };

/// One value in a line: ,\n  "key": value
void write_line(std::ostream& out, Key key, std::string_view json);

/// One element a line; `make` turns an item into the text of one.
template <class Items, class Make>
void write_lines(std::ostream& out, Key key, Brackets brackets, const Items& items, Make make) {
    write_line(out, key, brackets == Brackets::list ? "[" : "{");
    bool is_first = true;
    for (const auto& item : items) {
        out << (is_first ? "\n    " : ",\n    ") << make(item);
        is_first = false;
    }
    out << (is_first ? "" : "\n  ") << (brackets == Brackets::list ? "]" : "}");
}

/// results.json without its tests; nullptr when it is no JSON. A file that another program has laid
/// out anew is parsed whole.
std::shared_ptr<const Json> without_tests(std::string_view results_json);

enum class Visit { next, stop };

/// Every test as one line of JSON, in the order of the file.
void for_each_test(std::string_view results_json,
                   const std::function<Visit(std::string_view)>& visit);

/// The line of a test has flags: cheaper than parsing it.
bool has_flags(std::string_view test_line);

}  // namespace sneddon
