// The one table of codes: every error, warning and flag, with the page `sneddon explain` prints.
#pragma once

#include <span>
#include <string_view>

namespace sneddon {

/// Letters: U usage, R read, S segment, C correct, A analyse, G study, O output.
struct CodePage {
    std::string_view code;     ///< "SND-R007"
    std::string_view title;    ///< one line
    std::string_view meaning;  ///< what was seen and what the engine did about it
    std::string_view remedy;   ///< what the user can do
};

/// All pages, sorted by code.
std::span<const CodePage> code_pages();

/// The page of one code, or nullptr.
const CodePage* find_code(std::string_view code);

/// The checks of a whole study, "circularity" and the like: what they ask, sorted by name.
std::span<const CodePage> verdict_pages();

/// The page of one check, or nullptr.
const CodePage* find_verdict(std::string_view name);

}  // namespace sneddon
