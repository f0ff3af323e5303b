#include "results/study_counts.hpp"

#include "study/findings.hpp"

namespace sneddon {
namespace {

void count(StatusCounts& counts, Status status) {
    switch (status) {
        case Status::used:
            ++counts.used;
            return;
        case Status::excluded:
            ++counts.excluded;
            return;
        case Status::refused:
            ++counts.refused;
            return;
    }
}

}  // namespace

StudyCounts count_study(const StudyResult& study) {
    StudyCounts counts;
    for (const InputFile& input : study.inputs) count(counts.files, input.status);
    if (const auto& written = findings_of(study).rows_in_file) {
        counts.rows = {written->used, written->excluded, written->refused};
        counts.tests = written->tests;
        counts.rows_flagged = written->flagged;
        return counts;
    }
    for (const TestRow& row : study.tests) {
        count(counts.rows, row.status);
        if (row.cycle == 1) ++counts.tests;
        if (row.status == Status::used && !row.flags.empty()) ++counts.rows_flagged;
    }
    return counts;
}

}  // namespace sneddon
