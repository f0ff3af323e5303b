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

std::string hash_of(const WrittenTests& results, const WrittenTest& test) {
    const auto found = results.hashes.find(test.file);
    return found == results.hashes.end() ? "" : found->second;
}

/// Of the bytes of one file; two specimens may have tests of one name.
bool is_same_file(const WrittenTests& a, const WrittenTest& x, const WrittenTests& b,
                  const WrittenTest& y) {
    const std::string hash_x = hash_of(a, x), hash_y = hash_of(b, y);
    return hash_x.empty() || hash_y.empty() || hash_x == hash_y;
}

struct Pairs {
    std::vector<std::pair<const WrittenTest*, const WrittenTest*>> same;
    std::size_t of_one_name = 0;  ///< the same test_id, but files of different bytes
};

Pairs pairs_of(const WrittenTests& a, const WrittenTests& b) {
    std::map<std::string, const WrittenTest*> of_b;
    for (const WrittenTest& test : b.tests) of_b[test.test_id] = &test;
    Pairs pairs;
    for (const WrittenTest& test : a.tests) {
        const auto found = of_b.find(test.test_id);
        if (found == of_b.end()) continue;
        if (is_same_file(a, test, b, *found->second))
            pairs.same.emplace_back(&test, found->second);
        else
            ++pairs.of_one_name;
    }
    return pairs;
}

}  // namespace

Result<std::string> compare_outputs(const std::string& first, const std::string& second) {
    const auto a = read_written_tests(first), b = read_written_tests(second);
    if (!a) return a.error();
    if (!b) return b.error();
    const auto [pairs, of_one_name] = pairs_of(*a, *b);
    if (pairs.empty())
        return Error{
            "SND-U045", first + " and " + second,
            fmt::format("no test in both: {} tests in the first, {} in the second, {}",
                        a->tests.size(), b->tests.size(),
                        of_one_name == 0 ? "none with the same test_id"
                                         : fmt::format("{} with one test_id, but of different "
                                                       "files",
                                                       of_one_name)),
            "two outputs of the same tests",
            "compare two runs over the same files; the groups of each stand in its report"};

    std::string text = recipe_differences(*a, *b);
    if (a->version != b->version)
        text += fmt::format("version {} and {}\n", a->version, b->version);
    text += fmt::format("\n{} tests in both, {} only in {}, {} only in {}\n\n", pairs.size(),
                        a->tests.size() - pairs.size(), a->path, b->tests.size() - pairs.size(),
                        b->path);
    if (of_one_name > 0)
        text +=
            fmt::format("{} tests have one name in both, but their files differ: not compared\n\n",
                        of_one_name);
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
