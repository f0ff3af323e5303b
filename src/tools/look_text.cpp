#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/text_table.hpp"
#include "pipeline/summary/file_counts.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/tools/look.hpp"

namespace sneddon {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string tests_text(const Look& look) {
    std::size_t tests = 0, sampled = 0;
    for (const LookedFile& file : look.files) {
        tests += file.tests;
        if (file.is_sampled) ++sampled;
    }
    const std::string cycles =
        look.cycles > tests ? fmt::format(" with {} cycles", count_text(look.cycles)) : "";
    std::string text = fmt::format("  tests     {}{}{}\n", sampled > 0 ? "at least " : "",
                                   count_text(tests), cycles);
    if (look.at == GlanceAt::heads)
        return text +
               "            the heads of files were read; without --heads load functions are "
               "told too\n";
    if (sampled > 0)
        text += fmt::format("            {} large {} read only in part; `sneddon run` reads all\n",
                            count_text(sampled), sampled == 1 ? "file was" : "files were");
    return text;
}

std::string load_functions_text(const Look& look) {
    if (look.at == GlanceAt::heads) return "";
    Rows rows;
    for (const LookedLoadFunction& entry : look.load_functions)
        rows.push_back({entry.name, count_text(entry.cycles)});
    if (look.tests_without_load_function > 0)
        rows.push_back({"not recognised", count_text(look.tests_without_load_function)});
    if (rows.empty()) return "";
    return fmt::format("  load functions   {}\n", look.load_functions.size()) +
           text_table(rows, "            ", {1});
}

/// Names one after the other, in lines that a terminal holds.
std::string lines_of(const std::vector<std::string>& names, const std::string& margin) {
    constexpr std::size_t longest = 96;
    std::string text, line = margin;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string word = names[i] + (i + 1 < names.size() ? ", " : "");
        if (line.size() > margin.size() && line.size() + word.size() > longest) {
            text += line.substr(0, line.size() - 1) + "\n";
            line = margin;
        }
        line += word;
    }
    return text + line + "\n";
}

std::string channels_text(const Look& look) {
    std::vector<std::string> names;
    for (const LookedChannel& entry : look.channels)
        names.push_back(fmt::format("{} {}", entry.name, count_text(entry.tests)));
    if (names.empty()) return "";
    return fmt::format("  channels  {}, of so many tests\n", names.size()) +
           lines_of(names, "            ");
}

std::string inferences_text(const Look& look) {
    std::string text;
    for (const LookedInference& entry : look.inferences)
        text += fmt::format("            {}: {}   {} {}{} ({})\n", entry.what,
                            entry.value.empty() ? "each test its own" : entry.value,
                            count_text(entry.tests),
                            entry.what.starts_with("column") ? "table" : "test",
                            entry.tests == 1 ? "" : "s", entry.evidence);
    return text.empty() ? "" : "  understood\n" + text;
}

}  // namespace

std::string look_text(const Look& look) {
    std::string text;
    if (!look.study_file.empty()) text += fmt::format("  study     {}\n", look.study_file);
    FileCounts counts;
    Refusals refusals;
    const bool has_no_test =
        std::ranges::all_of(look.files, [](const LookedFile& file) { return file.tests == 0; });
    for (const LookedFile& file : look.files) {
        counts.add(file.format, file.status, file.is_companion);
        const bool is_all_there_is = file.is_companion && has_no_test;
        if (file.status == Status::refused || is_all_there_is)
            refusals.add(file.path, file.reason, file.code);
    }
    text += fmt::format("  found     {}\n", counts.text());
    text +=
        tests_text(look) + load_functions_text(look) + channels_text(look) + inferences_text(look);
    for (const Warning& entry : look.missing) {
        text += "  ! " + entry.text;
        text += entry.code.empty() ? "\n" : fmt::format(" [{}]\n", entry.code);
    }
    return text + refusals.text();
}

}  // namespace sneddon
