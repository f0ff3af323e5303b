#include "tools/convert/curve_csv.hpp"

#include <fmt/core.h>

#include <cmath>

#include "base/csv_cell.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {

std::string curve_csv(const Test& test) {
    const Curve& curve = test.curve;
    std::vector<const std::vector<double>*> columns = {&curve.time_s, &curve.depth_nm,
                                                       &curve.load_uN};
    std::string text = "time_s,depth_nm,load_uN";
    for (const Channel& channel : curve.channels) {
        const std::string unit = channel.unit.empty() ? "" : fmt::format(" ({})", channel.unit);
        text += "," + csv_cell(channel.name + unit);
        columns.push_back(&channel.values);
    }
    text += '\n';
    std::size_t next_mark = 1;  // no blank line above the first segment
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (next_mark < test.marks.size() && test.marks[next_mark].first == i) {
            text += '\n';
            ++next_mark;
        }
        const char* separator = "";
        for (const auto* column : columns) {
            text += separator;
            separator = ",";
            const double value = (*column)[i];
            text += value == 0 && std::signbit(value) ? "-0" : number_text(value);
        }
        text += '\n';
    }
    return text;
}

}  // namespace sneddon
