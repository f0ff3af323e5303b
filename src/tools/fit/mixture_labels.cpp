#include "tools/fit/mixture_labels.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/programs.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

std::string heads_of(const LabelTable& table, std::size_t groups) {
    std::string heads = "row,label";
    for (std::size_t j = 0; j < table.components; ++j) heads += fmt::format(",posterior_{}", j + 1);
    if (table.has_noise) heads += ",posterior_noise";
    if (groups > 0) heads += ",group";
    for (std::size_t g = 0; g < groups; ++g) heads += fmt::format(",group_posterior_{}", g + 1);
    return heads + "\n";
}

void add_row(std::string& text, const LabelTable& table, std::size_t row, std::size_t groups) {
    const std::size_t columns = table.components + (table.has_noise ? 1 : 0);
    const std::uint32_t label = table.labels[row];
    text += fmt::format("{},{}", row + 1, label < table.components ? label + 1 : 0);
    std::vector<double> of_group(groups);
    for (std::size_t j = 0; j < columns; ++j) {
        const double z = table.posteriors[row * columns + j];
        text += fmt::format(",{:.9g}", z);
        if (groups > 0 && j < table.components) of_group[table.group_of[j]] += z;
    }
    if (groups > 0) {
        const auto largest = std::ranges::max_element(of_group);
        text += fmt::format(",{}", largest - of_group.begin() + 1);
    }
    for (const double z : of_group) text += fmt::format(",{:.9g}", z);
    text += "\n";
}

Error not_written(const std::string& path, const std::string& why) {
    return {"SND-O003", path, why, "a file that can be written", "choose another with --labels"};
}

}  // namespace

std::optional<Error> problem_with_labels_file(const std::string& path, const std::string& input) {
    std::error_code ignored;
    if (fs::equivalent(path, input, ignored))
        return Error{"SND-O006", path, "it is the table that is fitted",
                     "another name for the labels", "choose another with --labels"};
    if (fs::exists(path, ignored))
        return Error{"SND-O001", path, "there is one already", "a new file",
                     "choose another with --labels, or remove it"};
    return std::nullopt;
}

Result<bool> write_labels(const std::string& path, const LabelTable& table) {
    const std::size_t groups =
        table.group_of.empty() ? 0 : std::ranges::max(table.group_of) + std::size_t{1};
    const std::string unfinished = path + ".partial-" + number_of_this_program();
    std::error_code error;
    {
        std::ofstream out(fs::path(unfinished), std::ios::binary);
        if (!out) return not_written(path, "cannot be created");
        std::string text = heads_of(table, groups);
        for (std::size_t row = 0; row < table.labels.size(); ++row) {
            add_row(text, table, row, groups);
            constexpr std::size_t piece = 1 << 16;
            if (text.size() < piece) continue;
            out << text;
            text.clear();
        }
        out << text;
        out.close();
        if (!out) {
            fs::remove(unfinished, error);
            return not_written(path, "the disk does not take it");
        }
    }
    fs::rename(unfinished, path, error);
    if (!error) return true;
    const std::string why = error.message();
    fs::remove(unfinished, error);
    return not_written(path, why);
}

}  // namespace sneddon
