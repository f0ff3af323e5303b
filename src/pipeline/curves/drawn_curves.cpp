#include "pipeline/curves/drawn_curves.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/sha256.hpp"
#include "pipeline/curves/curve_preview.hpp"
#include "read/open_input.hpp"
#include "sneddon/analyse/analysis.hpp"

namespace sneddon {
namespace {

/// The cycles of one file that are wanted, and the name of each.
using WantedCycles = std::map<std::pair<int, int>, std::string>;

std::vector<DrawnCurve> curves_in(const InputPath& input, const InputFile& analysed,
                                  const WantedCycles& wanted, const ReadOptions& reading,
                                  const AnalysisRecipe& recipe, const DriftsOfOrder& drifts) {
    const Result<FileBytes> file = open_path(input.path);
    if (!file || sha256_hex(file->bytes()) != analysed.sha256) return {};
    const Result<FileContent> content = read_bytes(file->bytes(), input.path, reading);
    if (!content) return {};
    std::set<int> numbers;
    for (const auto& [place, id] : wanted) numbers.insert(place.first);
    std::vector<DrawnCurve> curves;
    for (const Test& test : content->tests) {
        if (!numbers.contains(test.number)) continue;
        const TestResult result =
            analyse(test, with_drift(recipe, drifts, input.path, test.number));
        for (const CycleResult& cycle : result.cycles)
            if (const auto id = wanted.find({test.number, cycle.cycle}); id != wanted.end())
                curves.push_back(drawn_curve(test, result, cycle, id->second));
    }
    return curves;
}

}  // namespace

std::vector<DrawnCurve> drawn_curves(const StudyPlan& plan, const DriftsOfOrder& drifts,
                                     const StudyResult& study,
                                     const std::vector<std::string>& test_ids, Stop stop) {
    std::map<std::string, WantedCycles> wanted;  // by the path that results show
    for (const TestRow& row : study.tests)
        if (std::ranges::find(test_ids, row.test_id) != test_ids.end())
            wanted[row.file][{row.test, row.cycle}] = row.test_id;
    std::vector<DrawnCurve> curves;
    const std::size_t count = std::min(plan.inputs.size(), study.inputs.size());
    for (std::size_t i = 0; i < count && !stop.requested(); ++i) {
        const auto in_file = wanted.find(study.inputs[i].path);
        if (in_file == wanted.end()) continue;
        std::ranges::move(
            curves_in(plan.inputs[i], study.inputs[i], in_file->second,
                      ReadOptions{plan.recipe.units, 1, {}, true}, plan.analysis_of(i), drifts),
            std::back_inserter(curves));
    }
    return curves;
}

}  // namespace sneddon
