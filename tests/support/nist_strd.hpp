// The certified files of the NIST Statistical Reference Datasets, read as NIST describes them.
#pragma once

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sneddon/base/text.hpp"

namespace sneddon::testing {

/// The number at the front of a token ("1.5E+01", "10000002"), NaN without one.
inline double nist_number(const std::string& token) {
    return parse_number(token).value_or(std::nan(""));
}

inline std::vector<std::string> file_lines(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

inline std::vector<double> numbers_in(const std::string& line) {
    std::vector<double> numbers;
    std::istringstream stream(line);
    for (std::string token; stream >> token;)
        if (const auto x = parse_number(token)) numbers.push_back(*x);
    return numbers;
}

/// Rows of numbers from the line after the last one that starts with "Data:".
inline std::vector<std::vector<double>> nist_rows(const std::vector<std::string>& lines) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].starts_with("Data:")) first = i + 1;
    std::vector<std::vector<double>> rows;
    for (std::size_t i = first; i < lines.size(); ++i)
        if (auto row = numbers_in(lines[i]); !row.empty()) rows.push_back(std::move(row));
    return rows;
}

/// The numbers right of '=' (or ':') of the first line that starts with `head` after blanks.
inline std::vector<double> nist_values(const std::vector<std::string>& lines,
                                       const std::string& head) {
    for (const auto& line : lines) {
        const auto start = line.find_first_not_of(' ');
        if (start == std::string::npos || line.compare(start, head.size(), head) != 0) continue;
        return numbers_in(line.substr(start + head.size()));
    }
    return {};
}

/// -log10 of the relative error, capped at the 11 digits that NIST certifies.
inline double log_relative_error(double found, double certified) {
    if (!std::isfinite(found)) return 0;
    const double error = std::abs(found - certified) / std::abs(certified == 0 ? 1 : certified);
    return error == 0 ? 11 : std::clamp(-std::log10(error), 0.0, 11.0);
}

}  // namespace sneddon::testing
