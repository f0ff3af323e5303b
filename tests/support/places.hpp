// Where the project and the built program lie: known to one file only, so that every other test
// compiles to the same object in any folder and a compiler cache serves all checkouts.
#pragma once

namespace sneddon::testing {

extern const char* const source_folder;
extern const char* const program_folder;

}  // namespace sneddon::testing
