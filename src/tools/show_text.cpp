#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/nan.hpp"
#include "base/said.hpp"
#include "base/text_table.hpp"
#include "figure/plot/braille_plot.hpp"
#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/tools/show.hpp"

namespace sneddon {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string head(const ShownTest& shown) {
    std::string text =
        fmt::format("{}   test {} of {}", shown.file, shown.test.number, shown.tests_in_file);
    if (!shown.test.name.empty()) text += fmt::format("   \"{}\"", shown.test.name);
    text += fmt::format("   {}", shown.format);
    if (shown.test.time_stamp) text += "   " + *shown.test.time_stamp;
    if (!shown.study_file.empty()) text += "\nfacts of " + shown.study_file;
    return text + "\n";
}

std::string segments(const CurvePreview& preview) {
    Rows rows = {{"segment", "from (s)", "to (s)"}};
    for (const auto& edge : preview.segments)
        rows.push_back(
            {std::string(name(edge.kind)), short_number(edge.begin_s), short_number(edge.end_s)});
    return text_table(rows, "  ", {1, 2});
}

const VendorValue* vendor_value(const Test& test, std::string_view id, int cycle) {
    const auto found = std::ranges::find_if(test.vendor_values, [&](const VendorValue& value) {
        return value.id == id && value.cycle == cycle;
    });
    return found == test.vendor_values.end() ? nullptr : &*found;
}

std::string difference_percent(double ours, double vendors) {
    return percent_cell(100 * (ours - vendors) / vendors);
}

/// Every quantity that has a number here or in the vendor's file.
std::string values(const ShownTest& shown, const CycleResult& cycle) {
    Rows rows = {{"quantity", "value", "unit", "vendor", "difference"}};
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const QuantityIndex quantity{i};
        const double ours = cycle.values[quantity];
        const auto* vendors = vendor_value(shown.test, quantity.info().id, cycle.cycle);
        if (is_nan(ours) && vendors == nullptr) continue;
        rows.push_back({std::string(quantity.info().symbol),
                        is_nan(ours) ? "(none)" : short_number(ours),
                        std::string(quantity.info().unit),
                        vendors != nullptr ? short_number(vendors->value) : "",
                        vendors != nullptr ? difference_percent(ours, vendors->value) : ""});
    }
    return text_table(rows, "  ", {1, 3, 4});
}

/// What the vendor wrote and the table of quantities does not know.
std::string other_vendor_values(const Test& test, int cycle) {
    Rows rows;
    for (const VendorValue& value : test.vendor_values)
        if (value.cycle == cycle && !find_quantity(value.id))
            rows.push_back({value.id, short_number(value.value), value.unit});
    if (rows.empty()) return "";
    return "\nfurther values of the vendor\n" + text_table(rows, "  ", {1});
}

std::string flag_lines(const Flag& flag) {
    std::string line = fmt::format("  ! {} [{}]", flag.text, flag.code);
    if (!is_nan(flag.number)) line += ": " + short_number(flag.number);
    if (!is_nan(flag.limit)) line += ", limit " + short_number(flag.limit);
    const CodePage* page = find_code(flag.code);
    return line + "\n" + (page != nullptr ? "    " + std::string(page->meaning) + "\n" : "");
}

std::string flags(const ShownTest& shown, const CycleResult& cycle) {
    std::string text;
    for (const Flag& flag : cycle.flags) text += flag_lines(flag);
    for (const std::string& code : shown.test.reader_flags) {
        const CodePage* page = find_code(code);
        if (page != nullptr)
            text += fmt::format("  ! {} [{}]\n    {}\n", page->title, code, page->meaning);
    }
    return text.empty() ? "" : "\nflags\n" + text;
}

std::string inferences(const ShownTest& shown) {
    std::string text;
    for (const auto* list : {&shown.test.inferences, &shown.result.inferences})
        for (const Inference& inference : *list)
            text +=
                fmt::format("  {}: {} ({})\n", inference.what, inference.value, inference.evidence);
    return text.empty() ? "" : "\nunderstood\n" + text;
}

std::string corrections(const TestCorrection& correction) {
    Rows rows = {{"correction", "value", "u", "unit", "method", ""}};
    for (const Correction& step : correction.steps)
        if (!step.is_by_instrument)
            rows.push_back({step.what, short_number(step.value),
                            is_nan(step.u) ? "" : short_number(step.u), step.unit, step.method,
                            step.evidence});
    if (rows.size() == 1) return "";
    return "\n" + text_table(rows, "  ", {1, 2});
}

std::string applied(const AppliedByInstrument& applied) {
    std::string text;
    if (applied.frame_compliance_nm_per_uN)
        text += fmt::format("  frame compliance {} nm/uN\n",
                            short_number(*applied.frame_compliance_nm_per_uN));
    if (applied.drift_nm_per_s)
        text += fmt::format("  drift {} nm/s\n", short_number(*applied.drift_nm_per_s));
    if (text.empty()) return "";
    return "\nalready corrected by the instrument, and not again here\n" + text +
           (applied.evidence.empty() ? "" : "  (" + applied.evidence + ")\n");
}

}  // namespace

std::string show_text(const ShownTest& shown) {
    const CurvePreview& preview = shown.preview;
    std::string text = head(shown) + "\n";
    text += braille_plot(preview.depth_nm, preview.load_uN, {64, 16, "depth (nm)", "load (µN)"});
    text += "\n" + segments(preview);
    for (const CycleResult& cycle : shown.result.cycles) {
        if (shown.cycle > 0 && cycle.cycle != shown.cycle) continue;
        text += shown.result.cycles.size() > 1 ? fmt::format("\ncycle {}\n", cycle.cycle) : "\n";
        if (!cycle.is_usable) text += "  no result: " + cycle.reason + "\n";
        text += values(shown, cycle) + other_vendor_values(shown.test, cycle.cycle) +
                flags(shown, cycle);
    }
    return text + applied(shown.test.applied) + corrections(shown.result.correction) +
           inferences(shown);
}

}  // namespace sneddon
