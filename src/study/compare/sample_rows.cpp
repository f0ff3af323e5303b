#include "study/compare/sample_rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"
#include "study/groups/load_functions.hpp"

namespace sneddon {
namespace {

LoadFunctionShape shape_of(const TestRow& row) {
    const double ramp_s = row.values["ramp_s"_q];
    return {row.values["F_max_uN"_q], is_nan(ramp_s) ? 0 : ramp_s, row.values["hold_s"_q]};
}

/// Of every used row; rows of cycles are compared with their like only.
std::map<std::size_t, std::string> load_function_names(const std::vector<TestRow>& tests) {
    std::map<std::pair<std::string, int>, int> cycles;
    for (const TestRow& row : tests) {
        int& most = cycles[{row.file, row.test}];
        most = std::max(most, row.cycle);
    }
    std::map<std::pair<int, int>, Rows> kinds;
    for (std::size_t i = 0; i < tests.size(); ++i)
        if (tests[i].status == Status::used)
            kinds[{cycles.at({tests[i].file, tests[i].test}), tests[i].cycle}].push_back(i);
    std::map<std::size_t, std::string> names;
    for (const auto& [kind, rows] : kinds) {
        std::vector<LoadFunctionShape> shapes;
        for (const std::size_t row : rows) shapes.push_back(shape_of(tests[row]));
        const std::vector<std::string> found = name_load_functions(shapes);
        const std::string cycle =
            kind.first > 1 ? fmt::format("cycle {} of {}, ", kind.second, kind.first) : "";
        for (std::size_t i = 0; i < rows.size(); ++i) names[rows[i]] = cycle + found[i];
    }
    return names;
}

bool names_session(const StudyFacts& facts) {
    return !facts.sample.empty() &&
           std::ranges::find(facts.stated, "session", &StatedFact::name) != facts.stated.end();
}

/// Of each of StudyResult::samples the first one that is the same piece.
std::vector<std::size_t> first_places(const std::vector<Sample>& samples) {
    std::vector<std::size_t> first;
    std::map<std::string, std::size_t> place_of;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const StudyFacts& facts = samples[i].facts;
        first.push_back(names_session(facts) ? place_of.emplace(facts.sample, i).first->second : i);
    }
    return first;
}

SampleRows sample_of(const StudyResult& study, std::size_t place,
                     const std::map<std::size_t, Rows>& by_study_file) {
    const StudyFacts& facts = study.samples[place].facts;
    SampleRows sample{
        place, names_session(facts) ? facts.sample : study.samples[place].name, {}, {}};
    for (const auto& [file, rows] : by_study_file) {
        sample.rows.insert(sample.rows.end(), rows.begin(), rows.end());
        sample.sessions.push_back(rows);
    }
    return sample;
}

}  // namespace

std::vector<SamplesAtLoad> samples_at_loads(const StudyResult& study) {
    std::vector<SamplesAtLoad> all;
    if (study.samples.empty()) return all;
    const std::vector<std::size_t> first = first_places(study.samples);
    std::map<std::string, std::map<std::size_t, std::map<std::size_t, Rows>>> members;
    for (const auto& [row, name] : load_function_names(study.tests)) {
        const std::size_t place = study.tests[row].sample;
        members[name][first[place]][place].push_back(row);
    }
    for (const auto& [load_function, by_sample] : members) {
        if (by_sample.size() < 2) continue;
        SamplesAtLoad& at = all.emplace_back();
        at.load_function = load_function;
        for (const auto& [place, by_study_file] : by_sample)
            at.samples.push_back(sample_of(study, place, by_study_file));
    }
    std::ranges::stable_sort(all, [](const SamplesAtLoad& a, const SamplesAtLoad& b) {
        return natural_less(a.load_function, b.load_function);
    });
    return all;
}

}  // namespace sneddon
