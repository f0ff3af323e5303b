#include "sneddon/base/result.hpp"

namespace sneddon {

std::string message(const Error& error) {
    std::string text = error.where.empty() ? "" : error.where + ": ";
    text += error.found;
    if (!error.expected.empty()) text += "; expected " + error.expected;
    if (!error.fix.empty()) text += "; " + error.fix;
    if (!error.code.empty()) text += " [" + error.code + "]";
    return text;
}

}  // namespace sneddon
