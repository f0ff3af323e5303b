// Reads the univariate and analysis-of-variance sets of NIST StRD, and counts digits that agree.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/shared_data.hpp"

namespace sneddon::testing {

inline std::vector<std::string> nist_lines(const std::string& relative_path) {
    std::ifstream file(shared_folder() / "data" / "nist_strd" / relative_path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// The words of a line that are numbers.
inline std::vector<double> numbers_in(const std::string& line) {
    std::vector<double> numbers;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        char* end = nullptr;
        const double number = std::strtod(word.c_str(), &end);
        if (*end == '\0') numbers.push_back(number);
    }
    return numbers;
}

struct NistUnivariate {
    double mean = 0, sd = 0, lag_one = 0;  ///< certified
    std::vector<double> values;
};

/// Certified values stand after the last colon of three lines, the data from line 61 on.
inline NistUnivariate nist_univariate(const std::string& name) {
    const auto lines = nist_lines("univariate/" + name + ".dat");
    const auto certified = [&](std::string_view head) {
        for (const auto& line : lines)
            if (line.starts_with(head)) return numbers_in(line.substr(line.rfind(':') + 1)).at(0);
        return std::numeric_limits<double>::quiet_NaN();
    };
    NistUnivariate set;
    set.mean = certified("Sample Mean");
    set.sd = certified("Sample Standard Deviation");
    set.lag_one = certified("Sample Autocorrelation");
    for (std::size_t i = 60; i < lines.size(); ++i)
        for (const double x : numbers_in(lines[i])) set.values.push_back(x);
    return set;
}

/// Log relative error: the number of digits that agree, at most 15.
inline double agreeing_digits(double value, double certified) {
    if (value == certified) return 15;
    const double scale = certified == 0 ? 1 : std::abs(certified);
    const double error = std::abs(value - certified) / scale;
    return std::isnan(error) ? 0 : std::clamp(-std::log10(error), 0.0, 15.0);
}

}  // namespace sneddon::testing
