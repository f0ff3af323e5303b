// Columns and numbers of the oracle folders.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sneddon/base/text.hpp"
#include "support/shared_data.hpp"

namespace sneddon::testing {

/// The columns of a comma-separated file with one head line.
inline std::vector<std::vector<double>> csv_columns(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const auto fields = static_cast<std::size_t>(std::ranges::count(line, ',')) + 1;
    std::vector<std::vector<double>> columns(fields);
    while (std::getline(file, line)) {
        std::size_t begin = 0;
        for (auto& column : columns) {
            const std::size_t end = std::min(line.find(',', begin), line.size());
            column.push_back(
                parse_number(trimmed(std::string_view(line).substr(begin, end - begin)))
                    .value_or(std::nan("")));
            begin = end + 1;
        }
    }
    return columns;
}

inline nlohmann::json json_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    return nlohmann::json::parse(file);
}

/// A number, also one written as text to keep all its digits.
inline double number(const nlohmann::json& value) {
    return value.is_string() ? parse_number(value.get<std::string>()).value_or(std::nan(""))
                             : value.get<double>();
}

/// Files of a folder whose name starts and ends as told, sorted by name.
inline std::vector<std::filesystem::path> files_like(const std::filesystem::path& folder,
                                                     const std::string& start,
                                                     const std::string& end) {
    std::vector<std::filesystem::path> found;
    if (!std::filesystem::is_directory(folder)) return found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(start) && name.ends_with(end)) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace sneddon::testing
