#include "support/places.hpp"

namespace sneddon::testing {

const char* const source_folder = SNEDDON_SOURCE_DIR;
const char* const program_folder = SNEDDON_PROGRAM_DIR;

}  // namespace sneddon::testing
