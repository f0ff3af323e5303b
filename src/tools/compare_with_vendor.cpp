#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "recipe/recipe_keys.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/results/written_tests.hpp"
#include "sneddon/tools/compare.hpp"
#include "tools/differences.hpp"
#include "tools/measured_file.hpp"

namespace sneddon {
namespace {

using Table = std::vector<std::vector<std::string>>;

constexpr std::size_t most_tests = 200;

bool has_vendor_values(const WrittenTest& test) {
    for (std::size_t q = 0; q < quantity_count; ++q)
        if (!is_nan(test.vendor[QuantityIndex{q}])) return true;
    return false;
}

/// The profile of the program that wrote most of the files.
std::string vendor_profile(const WrittenTests& results) {
    std::size_t anton_paar = 0, hysitron = 0;
    for (const auto& [path, format] : results.formats) {
        if (format.starts_with("antonpaar")) ++anton_paar;
        if (format.starts_with("hysitron")) ++hysitron;
    }
    return anton_paar > hysitron ? "antonpaar" : "triboscan";
}

Result<Recipe> recipe_of(const WrittenTests& results) {
    RunRequest request;
    for (const auto& [key, value] : results.recipe)
        if (find_recipe_key(key) != nullptr) request.settings.emplace_back(key, value);
    return make_recipe(request, {});
}

/// The tests again, as the recipe has it; the values in the order of `tests`.
class Analysis {
  public:
    Analysis(const std::vector<const WrittenTest*>& tests, const std::string& output)
        : tests_(tests), output_(output) {}

    std::optional<Error> read(const ReadOptions& options) {
        for (const WrittenTest* test : tests_) {
            if (contents_.contains(test->file)) continue;
            auto content = read_file(measured_file(test->file, output_), options);
            if (!content) return content.error();
            contents_.emplace(test->file, std::move(content).value());
        }
        return std::nullopt;
    }

    std::vector<QuantityValues> values(const AnalysisRecipe& recipe) const {
        std::vector<QuantityValues> values;
        for (const WrittenTest* test : tests_) {
            values.emplace_back();
            for (const Test& candidate : contents_.at(test->file).tests) {
                if (candidate.number != test->test) continue;
                for (const CycleResult& cycle : analyse(candidate, recipe).cycles)
                    if (cycle.cycle == test->cycle) values.back() = cycle.values;
            }
        }
        return values;
    }

  private:
    const std::vector<const WrittenTest*>& tests_;
    std::string output_;
    std::map<std::string, FileContent> contents_;
};

/// Facts of the laboratory and the name of the list are not what a profile explains.
bool is_explained_by_profile(std::string_view key) {
    constexpr std::string_view others[] = {"profile", "area.",  "sample.",
                                           "units.",  "study.", "correct.tip_radius_nm"};
    return std::ranges::none_of(others,
                                [&](std::string_view prefix) { return key.starts_with(prefix); });
}

std::vector<QuantityIndex> compared_quantities(const std::vector<const WrittenTest*>& tests) {
    std::vector<QuantityIndex> quantities;
    for (std::size_t q = 0; q < quantity_count; ++q)
        if (std::ranges::any_of(tests, [&](const WrittenTest* test) {
                return !is_nan(test->vendor[QuantityIndex{q}] + test->values[QuantityIndex{q}]);
            }))
            quantities.push_back({q});
    return quantities;
}

Differences against_vendor(const std::vector<const WrittenTest*>& tests,
                           const std::vector<QuantityValues>& values, QuantityIndex quantity) {
    std::vector<double> ours, vendors;
    for (std::size_t i = 0; i < tests.size(); ++i) {
        ours.push_back(values[i][quantity]);
        vendors.push_back(tests[i]->vendor[quantity]);
    }
    return differences(ours, vendors);
}

std::string summary(const std::vector<const WrittenTest*>& tests,
                    const std::vector<QuantityIndex>& quantities) {
    std::vector<QuantityValues> values;
    for (const WrittenTest* test : tests) values.push_back(test->values);
    Table rows = {{"quantity", "n", "ours", "vendor", "mean difference", "sd", "largest", "of"}};
    for (const QuantityIndex quantity : quantities) {
        const Differences found = against_vendor(tests, values, quantity);
        rows.push_back({std::string(quantity.info().id), fmt::format("{}", found.n),
                        short_number(found.mean_first), short_number(found.mean_second),
                        percent_cell(found.mean_percent),
                        is_nan(found.sd_percent) ? "" : fmt::format("{:.2g}", found.sd_percent),
                        percent_cell(found.largest_percent), tests[found.largest_at]->test_id});
    }
    return text_table(rows, "  ", {1, 2, 3, 4, 5, 6});
}

/// Mean differences after each option is set as the vendor's program has it, one on top of the
/// other.
std::string explanation(Recipe recipe, const std::string& profile, const Analysis& analysis,
                        const std::vector<const WrittenTest*>& tests,
                        const std::vector<QuantityIndex>& quantities) {
    Table rows = {{"option"}};
    std::vector<std::size_t> right;
    for (const QuantityIndex quantity : quantities) {
        rows[0].emplace_back(quantity.info().symbol);
        right.push_back(right.size() + 1);
    }
    const auto add_row = [&](std::string what) {
        rows.push_back({std::move(what)});
        const auto values = analysis.values(recipe.analysis);
        for (const QuantityIndex quantity : quantities)
            rows.back().push_back(
                percent_cell(against_vendor(tests, values, quantity).mean_percent));
    };
    add_row("as in the results");
    Recipe vendors;
    vendors.analysis = profile_recipe(profile).value();
    for (const RecipeKey& key : recipe_keys()) {
        if (!is_explained_by_profile(key.rule.key)) continue;
        const OptionValue wanted = key.value(vendors), had = key.value(recipe);
        if (wanted == had || key.set(recipe, wanted, {})) continue;
        add_row(fmt::format("{}: {} -> {}", key.rule.key, toml_text(had), toml_text(wanted)));
    }
    if (rows.size() == 2)
        return "the options are those of the profile " + profile +
               ": what is left is not explained by options\n";
    return "mean difference from the vendor's value, one option after the other set as in the "
           "profile " +
           profile + ":\n" + text_table(rows, "  ", right);
}

}  // namespace

Result<std::string> compare_with_vendor(const std::string& output) {
    const auto results = read_written_tests(output);
    if (!results) return results.error();
    std::vector<const WrittenTest*> tests;
    for (const WrittenTest& test : results->tests)
        if (has_vendor_values(test)) tests.push_back(&test);
    const auto quantities = compared_quantities(tests);
    if (quantities.empty())
        return Error{"SND-U043", output, "no test with a value of the vendor's program",
                     "files that hold its results, or its table of results beside the curves", ""};
    std::string text = summary(tests, quantities) + "\n";
    if (tests.size() > most_tests) {
        text += fmt::format("(the first {} of {} tests are analysed again)\n", most_tests,
                            tests.size());
        tests.resize(most_tests);
    }
    auto recipe = recipe_of(*results);
    if (!recipe) return recipe.error();
    Analysis analysis(tests, output);
    if (const auto trouble = analysis.read(ReadOptions{recipe->units})) return *trouble;
    return text + explanation(std::move(recipe).value(), vendor_profile(*results), analysis, tests,
                              quantities);
}

}  // namespace sneddon
