#include "tools/compare_samples_of_outputs.hpp"

#include <fmt/core.h>

#include <map>
#include <utility>

#include "base/said.hpp"
#include "base/text_table.hpp"
#include "recipe/area_text.hpp"
#include "sneddon/base/text.hpp"
#include "study/compare/compare_samples.hpp"
#include "study/compare/statements.hpp"
#include "study/study_options.hpp"

namespace sneddon {
namespace {

std::string option_of(const WrittenTests& output, const std::string& key) {
    const auto found = output.recipe.find(key);
    return found == output.recipe.end() ? "none" : found->second;
}

/// What the recipe states; an output of several samples with tips of their own states none.
SampleTip tip_of(const WrittenTests& output) {
    SampleTip tip;
    const std::string written = option_of(output, "area.function");
    const auto area = area_of_text(written, output.path, "");
    if (written != "none" && area) tip.area = *area;
    tip.u_relative = parse_number(option_of(output, "uncertainty.area_relative"));
    tip.poisson_ratio = parse_number(option_of(output, "sample.nu"));
    return tip;
}

/// The tests of both as one study of samples.
class Samples {
  public:
    void add(const WrittenTests& output, const std::vector<const WrittenTest*>& tests) {
        const std::size_t first = study_.samples.size();
        std::map<std::string, std::size_t> place_of;
        for (const WrittenTest* test : tests) {
            if (!test->is_used) continue;
            const auto [found, is_new] = place_of.emplace(test->sample, first + place_of.size());
            if (is_new) add_sample(output, test->sample);
            study_.tests.push_back(row_of(*test, output.path, found->second));
        }
        outputs_.push_back(study_.samples.size());
    }

    /// Pairs of samples of the two outputs.
    std::vector<SampleDifference> differences(double margin) const {
        return compare_samples(study_, tips_, margin, [&](std::size_t a, std::size_t b) {
            return (a < outputs_.front()) != (b < outputs_.front());
        });
    }

  private:
    /// Both outputs may call theirs alike, or not at all.
    void add_sample(const WrittenTests& output, const std::string& name) {
        std::string shown = name.empty() ? output.path : name;
        for (const Sample& other : study_.samples)
            if (other.name == shown) shown = name + " of " + output.path;
        study_.samples.push_back({shown, {}});
        tips_.push_back(tip_of(output));
    }

    static TestRow row_of(const WrittenTest& test, const std::string& output, std::size_t sample) {
        TestRow row;
        row.test_id = test.test_id;
        row.file = output + "/" + test.file;  // tests of one name are not one test
        row.test = test.test;
        row.cycle = test.cycle;
        row.sample = sample;
        row.values = test.values;
        row.u_random = test.u_random;
        row.u_common = test.u_common;
        return row;
    }

    StudyResult study_;
    std::vector<SampleTip> tips_;
    std::vector<std::size_t> outputs_;  ///< for each the end of its samples
};

std::vector<std::string> row_of(const SampleDifference& pair) {
    constexpr int digits = 4;
    const auto interval = [](const Interval& of_pair) {
        return said_digits(of_pair.low, digits) + " to " + said_digits(of_pair.high, digits);
    };
    const bool has_ratio = is_finite(pair.ratio);
    return {std::string(pair.quantity.info().id),
            pair.load_function,
            pair.a,
            pair.b,
            fmt::format("{} {}", pair.welch.n_first, pair.welch.n_second),
            said_digits(pair.mean_a, digits),
            said_digits(pair.mean_b, digits),
            said_digits(pair.welch.difference, digits),
            interval(pair.ci95),
            has_ratio ? said_digits(pair.ratio, digits) : "",
            has_ratio ? interval(pair.ratio_ci95) : "",
            said_number(pair.welch.hedges_g, 2),
            said_digits(pair.p_holm, 2)};
}

}  // namespace

std::string samples_text(const WrittenTests& a, const std::vector<const WrittenTest*>& tests_of_a,
                         const WrittenTests& b, const std::vector<const WrittenTest*>& tests_of_b) {
    Samples samples;
    samples.add(a, tests_of_a);
    samples.add(b, tests_of_b);
    StudyFindings findings;
    findings.sample_differences = samples.differences(StudyOptions().equivalence_margin);
    if (findings.sample_differences.empty()) return "";
    std::vector<std::vector<std::string>> rows = {{"quantity", "load function", "a", "b", "n",
                                                   "mean a", "mean b", "a - b", "95 %", "a/b",
                                                   "95 %", "Hedges' g", "p(Holm)"}};
    for (const SampleDifference& pair : findings.sample_differences) rows.push_back(row_of(pair));
    std::string text;
    for (const FindingText& statement : sample_statements(findings)) text += statement.text + "\n";
    return text + "\n" + text_table(rows, "  ", {5, 6, 7, 9, 11, 12});
}

}  // namespace sneddon
