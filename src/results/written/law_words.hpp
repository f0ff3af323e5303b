// Names of distributions for a reader; files say "weibull2".
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace sneddon {

inline std::string law_words(std::string_view id) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> words = {{
        {"weibull", "Weibull"},
        {"weibull2", "Weibull"},
        {"weibull3", "Weibull with a threshold"},
        {"lognormal", "log-normal"},
        {"gumbel", "Gumbel"},
    }};
    for (const auto& [law, word] : words)
        if (law == id) return std::string(word);
    std::string plain(id);  // "power_law"
    std::ranges::replace(plain, '_', ' ');
    return plain;
}

}  // namespace sneddon
