#include "study/left_out/left_out.hpp"

#include <algorithm>

#include "base/nan.hpp"
#include "base/pattern.hpp"
#include "sneddon/base/text.hpp"
#include "study/left_out/condition.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

constexpr const char* by_hand = "SND-G070";

std::string_view base_name(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

bool is_named(std::string_view name, std::string_view pattern) {
    return name == pattern || matches_pattern(name, pattern);
}

bool is_named(const TestRow& row, const std::string& pattern) {
    return is_named(row.test_id, pattern) || is_named(row.file, pattern) ||
           is_named(base_name(row.file), pattern);
}

std::string reason_of(const Exclusion& exclusion) {
    const std::string& rule = exclusion.where.empty() ? exclusion.test : exclusion.where;
    std::string text = exclusion.keeps_only ? "not among those of " : "left out by hand: ";
    text += exclusion.reason.empty() ? rule : exclusion.reason;
    return text + " (" + exclusion.place + ")";
}

void exclude(TestRow& row, const Exclusion& exclusion) {
    row.status = Status::excluded;
    row.reason = reason_of(exclusion);
    row.flags.push_back({by_hand, nan, nan, row.reason});
}

/// The rows that a rule speaks of.
class Applied {
  public:
    Applied(const StudyResult& study, const Exclusion& exclusion) : exclusion_(exclusion) {
        if (!exclusion.where.empty())
            condition_ =
                Condition::parse(exclusion.where, exclusion.place, fact_names(study)).value();
    }
    bool speaks_of(const StudyResult& study, const TestRow& row) const {
        return condition_ ? condition_->holds(study, row) : is_named(row, exclusion_.test);
    }

  private:
    const Exclusion& exclusion_;
    std::optional<Condition> condition_;
};

/// The rows of one sample, or of all.
void leave_out_by(StudyResult& study, const std::vector<Exclusion>& exclusions,
                  std::optional<std::size_t> sample) {
    const Exclusion* only = nullptr;
    std::vector<TestRow*> kept;
    for (const Exclusion& exclusion : exclusions) {
        const Applied applied(study, exclusion);
        bool is_idle = true;
        for (TestRow& row : study.tests) {
            if (row.status != Status::used || (sample && row.sample != *sample)) continue;
            if (!applied.speaks_of(study, row)) continue;
            is_idle = false;
            if (exclusion.keeps_only)
                kept.push_back(&row);
            else
                exclude(row, exclusion);
        }
        if (exclusion.keeps_only) only = &exclusion;
        if (is_idle && !exclusion.where.empty())
            study.warnings.push_back(
                {"SND-G071",
                 exclusion.place + ": no test fulfils \"" + exclusion.where + "\"",
                 {}});
    }
    if (only == nullptr) return;
    std::ranges::sort(kept);
    for (TestRow& row : study.tests)
        if (row.status == Status::used && !std::ranges::binary_search(kept, &row))
            exclude(row, *only);
}

std::optional<Error> unmatched(const StudyResult& study, const Exclusion& exclusion) {
    if (!exclusion.where.empty()) return std::nullopt;
    std::vector<std::string_view> names;
    for (const TestRow& row : study.tests) {
        if (is_named(row, exclusion.test)) return std::nullopt;
        names.push_back(row.test_id);
    }
    for (const InputFile& input : study.inputs) {
        const std::string_view file = base_name(input.path);
        if (is_named(input.path, exclusion.test) || is_named(file, exclusion.test))
            return std::nullopt;
        names.push_back(file);
    }
    const std::string nearest = nearest_name(exclusion.test, names);
    return Error{"SND-U028", exclusion.place, "no test or file is called '" + exclusion.test + "'",
                 "a test id of tests.csv, a file name, or a pattern with * and ?",
                 nearest.empty() ? "" : "did you mean " + nearest + "?"};
}

}  // namespace

std::optional<Error> broken_condition(const StudyFacts& facts,
                                      std::span<const std::string> fact_names) {
    for (const Exclusion& exclusion : facts.exclusions) {
        if (exclusion.where.empty()) continue;
        const auto condition = Condition::parse(exclusion.where, exclusion.place, fact_names);
        if (!condition) return condition.error();
    }
    return std::nullopt;
}

std::optional<Error> unmatched_exclusion(const StudyResult& study) {
    for (const Exclusion& exclusion : study.facts.exclusions)
        if (auto error = unmatched(study, exclusion)) return error;
    for (const Sample& sample : study.samples)
        for (const Exclusion& exclusion : sample.facts.exclusions)
            if (auto error = unmatched(study, exclusion)) return error;
    return std::nullopt;
}

bool is_left_out(const TestRow& row) {
    return std::ranges::any_of(row.flags, [](const Flag& flag) { return flag.code == by_hand; });
}

void leave_out(StudyResult& study) {
    for (std::size_t i = 0; i < study.samples.size(); ++i)
        leave_out_by(study, study.samples[i].facts.exclusions, i);
    leave_out_by(study, study.facts.exclusions, std::nullopt);
}

}  // namespace sneddon
