#include "results/results_layout.hpp"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "results/parse_json.hpp"
#include "results/written/keys.hpp"

namespace sneddon {
namespace {

/// Where the lines of the tests begin and end; empty when the file is laid out in another way.
struct TestLines {
    std::size_t line_of_key = 0, begin = 0, end = 0, next_key = 0;
    bool are_found = false;
};

TestLines find_test_lines(std::string_view text) {
    const std::string head = fmt::format("\n  \"{}\": [\n", key::tests.name);
    constexpr std::string_view foot = "\n  ],\n";
    TestLines lines;
    lines.line_of_key = text.find(head);
    if (lines.line_of_key == text.npos) return lines;
    lines.begin = lines.line_of_key + head.size();
    lines.end = text.find(foot, lines.begin - 1);
    if (lines.end == text.npos) return lines;
    lines.next_key = lines.end + foot.size();
    lines.are_found = true;
    return lines;
}

std::shared_ptr<const Json> parsed_without_tests(std::string_view text) {
    Json json = parsed_json_without(key::tests, text);
    return json.is_discarded() ? nullptr : std::make_shared<const Json>(std::move(json));
}

void for_each_test_of_tree(std::string_view text,
                           const std::function<Visit(std::string_view)>& visit) {
    const Json json = parsed_json(text);
    if (!json.is_object() || !json.contains(key::tests.name)) return;
    for (const Json& test : json[std::string(key::tests.name)])
        if (visit(test.dump()) == Visit::stop) return;
}

}  // namespace

void write_line(std::ostream& out, Key key, std::string_view json) {
    out << ",\n  \"" << key.name << "\": " << json;
}

std::shared_ptr<const Json> without_tests(std::string_view results_json) {
    const TestLines lines = find_test_lines(results_json);
    if (!lines.are_found) return parsed_without_tests(results_json);
    std::string rest(results_json.substr(0, lines.line_of_key + 1));
    rest += results_json.substr(lines.next_key);
    return parsed_without_tests(rest);
}

void for_each_test(std::string_view results_json,
                   const std::function<Visit(std::string_view)>& visit) {
    const TestLines lines = find_test_lines(results_json);
    if (!lines.are_found) return for_each_test_of_tree(results_json, visit);
    for (std::size_t at = lines.begin; at < lines.end;) {
        const std::size_t end = std::min(results_json.find('\n', at), lines.end);
        std::string_view line = results_json.substr(at, end - at);
        at = end + 1;
        if (line.ends_with(',')) line.remove_suffix(1);
        if (visit(line) == Visit::stop) return;
    }
}

bool has_flags(std::string_view test_line) {
    static const std::string begin = fmt::format("\"{}\":[{{", key::flags.name);
    return test_line.find(begin) != test_line.npos;
}

}  // namespace sneddon
