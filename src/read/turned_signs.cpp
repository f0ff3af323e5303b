#include "read/turned_signs.hpp"

#include <fmt/core.h>

namespace sneddon {
namespace {

bool is_turned(const ReadOptions& options, const std::string& column) {
    const auto unit = options.units.find(column);
    return unit != options.units.end() && unit->second.starts_with('-');
}

}  // namespace

ReadOptions without_signs(ReadOptions options) {
    for (auto& [column, unit] : options.units)
        if (unit.starts_with('-')) unit.erase(0, 1);
    return options;
}

void turn_signs(FileContent& content, const ReadOptions& options) {
    for (const char* column : {"load", "depth"}) {
        if (!is_turned(options, column)) continue;
        for (Test& test : content.tests) {
            Curve& curve = test.curve;
            auto& values = std::string_view(column) == "load" ? curve.load_uN : curve.depth_nm;
            for (double& value : values)
                if (value != 0) value = -value;
            test.inferences.push_back(
                {fmt::format("sign of {}", column), "turned",
                 fmt::format("--unit {}={}", column, options.units.at(column))});
        }
    }
}

}  // namespace sneddon
