#include "pipeline/drift_order.hpp"

#include <algorithm>
#include <optional>

#include "base/ordered_parallel.hpp"
#include "correct/drift_over_order.hpp"
#include "model/complete_points.hpp"
#include "read/large_archive.hpp"
#include "read/open_input.hpp"
#include "segment/find_segments.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {
namespace {

struct TestDrift {
    std::string file;
    int test = 1;
    std::string time_stamp;
    std::optional<double> rate_nm_per_s;
};

void add_drifts(const std::string& path, const std::vector<Test>& tests,
                std::vector<TestDrift>& found) {
    for (const Test& test : tests) {
        const CompletePoints complete(test);
        const Segmentation segmentation = find_segments(complete.test());
        if (segmentation.cycles.empty()) continue;
        found.push_back({path, test.number, test.time_stamp.value_or(""),
                         measured_drift(complete.test(), segmentation.segments)});
    }
}

std::vector<TestDrift> measured_drifts(const InputPath& path, const ReadOptions& reading) {
    if (path.error) return {};
    const auto opened = open_input(path.path, reading);
    if (!opened) return {};
    const std::string_view bytes = opened->file.bytes();
    std::vector<TestDrift> found;
    const auto archive = LargeArchive::open(bytes, path.path, reading);
    for (std::size_t i = 0; i < (archive ? archive->stretches() : 1); ++i) {
        const auto content = archive ? archive->read(i) : read_bytes(bytes, path.path, reading);
        if (!content) return {};
        add_drifts(path.path, content->tests, found);
    }
    return found;
}

std::vector<TestDrift> drifts_in(const InputPath& path, const ReadOptions& reading) {
    try {
        return measured_drifts(path, reading);
    } catch (const std::bad_alloc&) {  // its analysis will say so
        return {};
    }
}

}  // namespace

DriftsOfOrder drifts_of_order(const std::vector<InputPath>& inputs, const ReadOptions& reading,
                              const AnalysisRecipe& recipe, unsigned threads, Stop stop) {
    if (recipe.correction.drift != DriftRule::order) return {};
    std::vector<TestDrift> tests;
    ordered_parallel(
        inputs.size(), threads, stop, [&](std::size_t i) { return drifts_in(inputs[i], reading); },
        [&](std::size_t, std::vector<TestDrift>&& found) {
            std::ranges::move(found, std::back_inserter(tests));
        });
    std::ranges::stable_sort(tests, {}, &TestDrift::time_stamp);
    std::vector<std::optional<double>> measured;
    for (const TestDrift& test : tests) measured.push_back(test.rate_nm_per_s);
    const auto smooth = smooth_over_order(measured);
    DriftsOfOrder drifts;
    for (std::size_t i = 0; i < tests.size(); ++i)
        if (smooth[i]) drifts[{tests[i].file, tests[i].test}] = *smooth[i];
    return drifts;
}

AnalysisRecipe with_drift(AnalysisRecipe recipe, const DriftsOfOrder& drifts,
                          const std::string& file, int test) {
    const auto found = drifts.find({file, test});
    if (found != drifts.end()) recipe.correction.drift_of_order = found->second;
    return recipe;
}

}  // namespace sneddon
