#include "base/threads.hpp"

#include <algorithm>
#include <thread>

namespace sneddon {

unsigned threads_or_all(unsigned threads) {
    // A system that does not tell its cores says 0.
    return threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace sneddon
