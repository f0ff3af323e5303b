#include "study/checks/window_sensitivity.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "study/significance.hpp"

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 3> other_windows = {"window 98-50 %", "window 98-40 %",
                                                           "other fit space"};

const SensitivityEntry* entry_of(std::span<const SensitivityEntry> entries,
                                 const std::string& group, std::string_view variant) {
    const auto found = std::ranges::find_if(entries, [&](const SensitivityEntry& entry) {
        return entry.group == group && entry.variant == variant && entry.quantity == "H_IT_GPa"_q;
    });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

WindowSensitivity window_sensitivity(std::span<const GroupComparison> comparisons,
                                     std::span<const SensitivityEntry> entries) {
    WindowSensitivity found;
    for (const GroupComparison& pair : comparisons) {
        if (pair.quantity != "H_IT_GPa"_q || !(pair.p_holm < significance)) continue;
        ++found.pairs;
        for (const std::string_view variant : other_windows) {
            const SensitivityEntry* a = entry_of(entries, pair.a, variant);
            const SensitivityEntry* b = entry_of(entries, pair.b, variant);
            if (a == nullptr || b == nullptr) continue;  // the recipe itself
            const double share = (a->variant_mean - b->variant_mean) / (a->mean - b->mean);
            if (share >= found.least_share) continue;
            found.least_share = share;
            found.least_at = fmt::format("{} against {} with {}", pair.a, pair.b, variant);
        }
    }
    return found;
}

}  // namespace sneddon
