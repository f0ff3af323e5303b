// What could fool us: each check with its verdict and evidence.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sneddon {

enum class Verdict { not_seen, possible, likely, not_checked };
std::string_view name(Verdict verdict);

using Evidence = std::variant<double, std::string, std::vector<double>>;

struct Check {
    std::string code;
    Verdict verdict = Verdict::not_checked;
    std::vector<std::pair<std::string, Evidence>> evidence;
    std::string text;
    std::string reason;  ///< why it was not checked
};

}  // namespace sneddon
