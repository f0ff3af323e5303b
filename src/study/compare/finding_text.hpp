// A finding in a sentence, for results.json and the report; of samples and trends for the terminal
// too.
#pragma once

#include <string>

namespace sneddon {

struct FindingText {
    std::string about;  ///< "samples", "spread", ...: a word that tells statements apart
    std::string text;
};

}  // namespace sneddon
