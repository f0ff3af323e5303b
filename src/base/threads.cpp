#include "base/threads.hpp"

#include <algorithm>
#include <thread>

namespace sneddon {

unsigned threads_or_all(unsigned threads) {
    // A system that does not tell its cores says 0.
    return threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
}

unsigned threads_of_each(unsigned threads, std::size_t pieces) {
    const std::size_t all = threads_or_all(threads);
    return static_cast<unsigned>(all / std::clamp<std::size_t>(pieces, 1, all));
}

}  // namespace sneddon
