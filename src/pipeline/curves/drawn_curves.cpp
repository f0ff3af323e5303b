#include "pipeline/curves/drawn_curves.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/sha256.hpp"
#include "pipeline/curves/curve_preview.hpp"
#include "read/large_archive.hpp"
#include "read/open_input.hpp"
#include "sneddon/analyse/analysis.hpp"

namespace sneddon {
namespace {

/// The cycles of one file that are wanted, and the name of each.
using WantedCycles = std::map<std::pair<int, int>, std::string>;

std::vector<DrawnCurve> known_curves(const OutcomeCache& cache, std::size_t i,
                                     const InputFile& analysed, const WantedCycles& wanted) {
    std::vector<DrawnCurve> curves;
    for (const auto& [place, id] : wanted) {
        auto curve = cache.find_curve(i, analysed, id);
        if (!curve) return {};
        curves.push_back(*std::move(curve));
    }
    return curves;
}

std::set<int> numbers_of(const WantedCycles& wanted) {
    std::set<int> numbers;
    for (const auto& [place, id] : wanted) numbers.insert(place.first);
    return numbers;
}

/// The tests of a file that are wanted, and maybe others; of a large archive the stretches that
/// they are in.
std::vector<Test> tests_in(std::string_view bytes, const std::string& path,
                           const std::set<int>& numbers, const ReadOptions& reading) {
    const auto archive = LargeArchive::open(bytes, path, reading);
    if (!archive) {
        Result<FileContent> content = read_bytes(bytes, path, reading);
        return content ? std::move(content->tests) : std::vector<Test>();
    }
    std::vector<Test> tests;
    for (std::size_t i = 0; i < archive->stretches(); ++i) {
        if (!archive->has_one_of(i, numbers)) continue;
        Result<FileContent> content = archive->read(i);
        if (!content) return {};
        for (Test& test : content->tests)
            if (numbers.contains(test.number)) tests.push_back(std::move(test));
    }
    return tests;
}

std::vector<DrawnCurve> curves_in(const InputPath& input, std::string_view bytes,
                                  const WantedCycles& wanted, const ReadOptions& reading,
                                  const AnalysisRecipe& recipe, const DriftsOfOrder& drifts) {
    const std::set<int> numbers = numbers_of(wanted);
    std::vector<DrawnCurve> curves;
    for (const Test& test : tests_in(bytes, input.path, numbers, reading)) {
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

DrawnCurves drawn_curves(const StudyPlan& plan, const DriftsOfOrder& drifts,
                         const StudyResult& study, const std::vector<std::string>& test_ids,
                         const OutcomeCache* cache, Stop stop) {
    std::map<std::string, WantedCycles> wanted;  // by the path that results show
    for (const TestRow& row : study.tests)
        if (std::ranges::find(test_ids, row.test_id) != test_ids.end())
            wanted[row.file][{row.test, row.cycle}] = row.test_id;
    DrawnCurves drawn;
    const std::size_t count = std::min(plan.inputs.size(), study.inputs.size());
    for (std::size_t i = 0; i < count && !stop.requested(); ++i) {
        const InputFile& analysed = study.inputs[i];
        const auto in_file = wanted.find(analysed.path);
        if (in_file == wanted.end()) continue;
        const Result<FileBytes> file = open_path(plan.inputs[i].path);
        if (!file || sha256_hex(file->bytes()) != analysed.sha256) continue;
        std::vector<DrawnCurve> curves;
        if (cache != nullptr) curves = known_curves(*cache, i, analysed, in_file->second);
        if (curves.empty()) {
            curves =
                curves_in(plan.inputs[i], file->bytes(), in_file->second,
                          ReadOptions{plan.recipe.units, 1, {}, true}, plan.analysis_of(i), drifts);
            drawn.files_parsed.push_back(i);
            if (cache != nullptr)
                for (const DrawnCurve& curve : curves) cache->keep_curve(i, analysed, curve);
        }
        std::ranges::move(curves, std::back_inserter(drawn.curves));
    }
    return drawn;
}

}  // namespace sneddon
