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
    std::string code;   ///< "pooling"; of a group: "P/S2", "spacing"
    std::string group;  ///< name of the load function; empty: of the whole study
    Verdict verdict = Verdict::not_checked;
    std::vector<std::pair<std::string, Evidence>> evidence;
    std::string text;     ///< a sentence or two
    std::string reason;   ///< why it was not checked
    std::string warning;  ///< code of the warning that it raises; empty: none
};

}  // namespace sneddon
