// Memory that was asked for and not yet written.
#pragma once

#include <cstddef>

namespace sneddon {

/// Pages that are about to be written, brought in by one call to the system instead of one each. A
/// hint: where the system does not know it nothing happens.
void bring_in_pages(void* begin, std::size_t bytes);

}  // namespace sneddon
