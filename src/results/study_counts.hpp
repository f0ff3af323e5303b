// How many files and rows ended how: the numbers of the badges, of results.json and of messages.
#pragma once

#include <cstddef>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct StatusCounts {
    std::size_t used = 0, excluded = 0, refused = 0;
    std::size_t given() const { return used + excluded + refused; }
};

struct StudyCounts {
    StatusCounts files;
    StatusCounts rows;             ///< a row is one test, or one cycle of a test with several
    std::size_t tests = 0;         ///< rows that are a first cycle
    std::size_t rows_flagged = 0;  ///< used rows with at least one flag
};

StudyCounts count_study(const StudyResult& study);

}  // namespace sneddon
