#pragma once

#include <cstddef>

namespace sneddon {

/// The number of threads a user asked for; 0 = as many as the machine has cores, at least one.
unsigned threads_or_all(unsigned threads);

/// How many of them each of `pieces` may have while all are worked at: at least one.
unsigned threads_of_each(unsigned threads, std::size_t pieces);

}  // namespace sneddon
