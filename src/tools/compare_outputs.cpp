#include <fmt/core.h>

#include <map>
#include <set>

#include "base/said.hpp"
#include "base/text_table.hpp"
#include "sneddon/results/written_tests.hpp"
#include "sneddon/tools/compare.hpp"
#include "tools/differences.hpp"

namespace sneddon {
namespace {

using Table = std::vector<std::vector<std::string>>;

std::string recipe_differences(const WrittenTests& a, const WrittenTests& b) {
    std::set<std::string> keys;
    for (const auto* recipe : {&a.recipe, &b.recipe})
        for (const auto& [key, unused] : *recipe) keys.insert(key);
    Table rows;
    const auto value = [](const WrittenTests& results, const std::string& key) {
        const auto found = results.recipe.find(key);
        return found == results.recipe.end() ? std::string("(absent)") : found->second;
    };
    for (const std::string& key : keys)
        if (value(a, key) != value(b, key)) rows.push_back({key, value(a, key), value(b, key)});
    if (rows.empty()) return "the options of the recipe are the same\n";
    rows.insert(rows.begin(), {"option", a.path, b.path});
    return text_table(rows, "  ");
}

}  // namespace

Result<std::string> compare_outputs(const std::string& first, const std::string& second) {
    const auto a = read_written_tests(first), b = read_written_tests(second);
    if (!a) return a.error();
    if (!b) return b.error();
    std::map<std::string, const WrittenTest*> of_b;
    for (const WrittenTest& test : b->tests) of_b[test.test_id] = &test;
    std::vector<std::pair<const WrittenTest*, const WrittenTest*>> pairs;
    for (const WrittenTest& test : a->tests)
        if (const auto found = of_b.find(test.test_id); found != of_b.end())
            pairs.emplace_back(&test, found->second);

    if (pairs.empty())
        return Error{
            "SND-U045", first + " and " + second,
            fmt::format("no test in both: {} tests in the first, {} in the second, none "
                        "with the same test_id",
                        a->tests.size(), b->tests.size()),
            "two outputs of the same tests",
            "compare two runs over the same files; the groups of each stand in its report"};

    std::string text = recipe_differences(*a, *b);
    if (a->version != b->version)
        text += fmt::format("version {} and {}\n", a->version, b->version);
    text += fmt::format("\n{} tests in both, {} only in {}, {} only in {}\n\n", pairs.size(),
                        a->tests.size() - pairs.size(), a->path, b->tests.size() - pairs.size(),
                        b->path);
    Table rows = {{"quantity", "n", "first", "second", "mean difference", "largest", "of"}};
    for (std::size_t q = 0; q < quantity_count; ++q) {
        std::vector<double> ours, theirs;
        for (const auto& [x, y] : pairs) {
            ours.push_back(x->values[QuantityIndex{q}]);
            theirs.push_back(y->values[QuantityIndex{q}]);
        }
        const Differences found = differences(theirs, ours);
        if (found.n == 0 || found.largest_percent == 0) continue;
        rows.push_back({std::string(quantity_table[q].id), fmt::format("{}", found.n),
                        short_number(found.mean_second), short_number(found.mean_first),
                        percent_cell(found.mean_percent), percent_cell(found.largest_percent),
                        pairs[found.largest_at].first->test_id});
    }
    if (rows.size() == 1) return text + "every quantity of these tests is the same\n";
    return text + text_table(rows, "  ", {1, 2, 3, 4, 5});
}

}  // namespace sneddon
