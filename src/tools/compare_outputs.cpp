#include <fmt/core.h>

#include <map>
#include <set>

#include "base/said.hpp"
#include "base/text_table.hpp"
#include "sneddon/results/written_tests.hpp"
#include "sneddon/tools/compare.hpp"
#include "tools/compare_samples_of_outputs.hpp"
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
    std::vector<const WrittenTest*> only_a, only_b;
};

/// The cycle of a test in a file of these bytes, wherever the file lay; empty: bytes not known.
std::string content_of(const WrittenTests& results, const WrittenTest& test) {
    const std::string hash = hash_of(results, test);
    return hash.empty() ? "" : fmt::format("{} {} {}", hash, test.test, test.cycle);
}

/// By name where the bytes agree, else by the bytes: another folder gives a file another name.
class TestFinder {
  public:
    explicit TestFinder(const WrittenTests& results) : results_(results) {
        for (const WrittenTest& test : results.tests) {
            by_name_[test.test_id] = &test;
            by_content_.emplace(content_of(results, test), &test);
        }
    }
    bool has_name(const std::string& test_id) const { return by_name_.contains(test_id); }
    const WrittenTest* same_as(const WrittenTests& other, const WrittenTest& test) const {
        const auto named = by_name_.find(test.test_id);
        if (named != by_name_.end() && is_same_file(other, test, results_, *named->second))
            return named->second;
        const std::string content = content_of(other, test);
        const auto found = by_content_.find(content);
        return content.empty() || found == by_content_.end() ? nullptr : found->second;
    }

  private:
    const WrittenTests& results_;
    std::map<std::string, const WrittenTest*> by_name_, by_content_;
};

Pairs pairs_of(const WrittenTests& a, const WrittenTests& b) {
    const TestFinder tests_of_b(b);
    Pairs pairs;
    std::set<const WrittenTest*> paired;
    for (const WrittenTest& test : a.tests) {
        const WrittenTest* same = tests_of_b.same_as(a, test);
        // A file that lies twice in one output is one test of the other.
        if (same != nullptr && paired.insert(same).second) {
            pairs.same.emplace_back(&test, same);
            continue;
        }
        if (same == nullptr && tests_of_b.has_name(test.test_id)) ++pairs.of_one_name;
        pairs.only_a.push_back(&test);
    }
    for (const WrittenTest& test : b.tests)
        if (!paired.contains(&test)) pairs.only_b.push_back(&test);
    return pairs;
}

Error nothing_to_compare(const WrittenTests& a, const WrittenTests& b, const Pairs& pairs) {
    return {"SND-U045", a.path + " and " + b.path,
            fmt::format("no test in both: {} tests in the first, {} in the second, {}; and no load "
                        "function with 2 used tests in each, to compare as samples",
                        a.tests.size(), b.tests.size(),
                        pairs.of_one_name == 0
                            ? "none with the same test_id"
                            : fmt::format("{} with one test_id, but of different files",
                                          pairs.of_one_name)),
            "two outputs of the same tests, or of samples with one load function",
            "compare two runs over the same files, or of samples tested alike"};
}

/// Test by test.
std::string differences_text(const Pairs& pairs) {
    Table rows = {{"quantity", "n", "first", "second", "mean difference", "largest", "of"}};
    for (std::size_t q = 0; q < quantity_count; ++q) {
        std::vector<double> ours, theirs;
        for (const auto& [x, y] : pairs.same) {
            ours.push_back(x->values[QuantityIndex{q}]);
            theirs.push_back(y->values[QuantityIndex{q}]);
        }
        const Differences found = differences(theirs, ours);
        if (found.n == 0 || found.largest_percent == 0) continue;
        rows.push_back({std::string(quantity_table[q].id), fmt::format("{}", found.n),
                        short_number(found.mean_second), short_number(found.mean_first),
                        percent_cell(found.mean_percent), percent_cell(found.largest_percent),
                        pairs.same[found.largest_at].first->test_id});
    }
    if (rows.size() == 1) return "every quantity of these tests is the same\n";
    return text_table(rows, "  ", {1, 2, 3, 4, 5});
}

/// Of the tests that are not in both; those in both would stand on both sides of a difference.
std::string samples_part(const WrittenTests& a, const WrittenTests& b, const Pairs& pairs) {
    const std::string text = samples_text(a, pairs.only_a, b, pairs.only_b);
    if (text.empty()) return "";
    return fmt::format(
        "\n{}: {} tests of {} beside {} of {}, as samples; Welch's test, Holm over the pairs of a "
        "quantity; the tip is the one of the recipes\n\n{}",
        pairs.same.empty() ? "no test in both" : "the tests that are in one output only",
        pairs.only_a.size(), a.path, pairs.only_b.size(), b.path, text);
}

}  // namespace

Result<std::string> compare_outputs(const std::string& first, const std::string& second) {
    const auto a = read_written_tests(first), b = read_written_tests(second);
    if (!a) return a.error();
    if (!b) return b.error();
    const Pairs pairs = pairs_of(*a, *b);
    const std::string samples = samples_part(*a, *b, pairs);
    if (pairs.same.empty() && samples.empty()) return nothing_to_compare(*a, *b, pairs);

    std::string text = recipe_differences(*a, *b);
    if (a->version != b->version)
        text += fmt::format("version {} and {}\n", a->version, b->version);
    text += fmt::format("\n{} tests in both, {} only in {}, {} only in {}\n", pairs.same.size(),
                        pairs.only_a.size(), a->path, pairs.only_b.size(), b->path);
    if (pairs.of_one_name > 0)
        text += fmt::format("\n{} tests have one name in both, but their files differ: {}\n",
                            pairs.of_one_name,
                            samples.empty() ? "not compared" : "not compared test by test");
    if (!pairs.same.empty()) text += "\n" + differences_text(pairs);
    return text + samples;
}

}  // namespace sneddon
