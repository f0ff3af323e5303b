#include "read/units_not_applied.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "read/text/units.hpp"

namespace sneddon {
namespace {

/// The reader has told where the unit of this column is from, or that it is the stated one.
bool is_told(const Test& test, const std::string& column, const std::string& stated) {
    const auto unit = parse_unit(stated);
    const std::string what = "unit of " + column;
    return std::ranges::any_of(test.inferences, [&](const Inference& inference) {
        return inference.what == what && (inference.evidence.find("--unit") != std::string::npos ||
                                          (unit && inference.value == unit->name));
    });
}

}  // namespace

void tell_units_not_applied(FileContent& content, const ReadOptions& options) {
    for (Test& test : content.tests)
        for (const auto& [column, stated] : options.units) {
            if (is_told(test, column, stated)) continue;
            test.inferences.push_back({fmt::format("--unit {}={}", column, stated), "not applied",
                                       "the format states its own unit, or has no such column"});
            if (std::ranges::find(test.reader_flags, "SND-R031") == test.reader_flags.end())
                test.reader_flags.emplace_back("SND-R031");
        }
}

}  // namespace sneddon
