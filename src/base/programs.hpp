// Programs of the system: another one that is started, and the one that runs here.
#pragma once

#include <string>
#include <vector>

namespace sneddon {

enum class ProgramEnd { done, failed, not_found };

/// Starts a program that is found in PATH and waits for its end. `words` go to it as they are: no
/// shell reads them. It hears and says nothing, and its clock stands at SOURCE_DATE_EPOCH = 0: a
/// file that says when it was made has the same bytes every day.
ProgramEnd run_program(const std::string& program, std::vector<std::string> words);

/// Of this program while it runs: no other that runs beside it has the same.
std::string number_of_this_program();

/// The SHA-256 of the file that this code was loaded from, a program or a library: another build
/// has another one. Empty where the system does not tell the file.
std::string sha256_of_this_program();

}  // namespace sneddon
