#include "study/clusters/sample_strata.hpp"

#include <algorithm>
#include <map>

#include "sneddon/base/text.hpp"
#include "study/samples.hpp"

namespace sneddon {

SampleStrata sample_strata(const StudyResult& study, const ClusterFinding& clusters) {
    SampleStrata all;
    all.samples = study.samples.size();
    all.labels = clusters.chosen;
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < clusters.tests.size(); ++i) {
        const TestRow& row = study.tests[clusters.tests[i]];
        all.sample.push_back(row.sample);
        by_name[std::string(without_sample(study, row.sample, row.load_function))].push_back(i);
    }
    for (auto& [name, tests] : by_name) {
        std::ranges::stable_sort(tests, {}, [&](std::size_t test) { return all.sample[test]; });
        all.strata.push_back({name, std::move(tests)});
    }
    std::ranges::stable_sort(all.strata, [](const SampleStratum& a, const SampleStratum& b) {
        return natural_less(a.load_function, b.load_function);
    });
    return all;
}

std::vector<double> label_counts(const SampleStrata& all, const std::vector<std::size_t>& tests,
                                 const std::vector<int>& label_of) {
    std::vector<double> counts(all.samples * all.labels);
    for (const std::size_t test : tests)
        counts[all.sample[test] * all.labels + static_cast<std::size_t>(label_of[test])] += 1;
    return counts;
}

ChiSquared chi_squared(const std::vector<double>& counts, std::size_t labels) {
    const std::size_t samples = counts.size() / labels;
    std::vector<double> rows(samples), columns(labels);
    double n = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        rows[i / labels] += counts[i];
        columns[i % labels] += counts[i];
        n += counts[i];
    }
    const auto there = [](double count) { return count > 0; };
    const auto r = std::ranges::count_if(rows, there), c = std::ranges::count_if(columns, there);
    ChiSquared found;
    if (r < 2 || c < 2) return found;
    found.df = static_cast<double>((r - 1) * (c - 1));
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double expected = rows[i / labels] * columns[i % labels] / n;
        if (expected > 0) found.value += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return found;
}

}  // namespace sneddon
