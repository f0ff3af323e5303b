#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/mapped_file.hpp"
#include "sneddon/base/text.hpp"
#include "tools/dual.hpp"
#include "tools/nist_nonlinear.hpp"

namespace sneddon {
namespace {

using Parameters = std::vector<Dual>;
using Model = Dual (*)(const Parameters& b, const std::vector<double>& x);

struct Problem {
    const char* name;
    std::size_t parameters;
    Model model;
    bool has_log_response = false;
};

Dual misra1a(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (1 - exp(-b[1] * x[0]));
}
Dual chwirut(const Parameters& b, const std::vector<double>& x) {
    return exp(-b[0] * x[0]) / (b[1] + b[2] * x[0]);
}
Dual lanczos(const Parameters& b, const std::vector<double>& x) {
    return b[0] * exp(-b[1] * x[0]) + b[2] * exp(-b[3] * x[0]) + b[4] * exp(-b[5] * x[0]);
}
Dual squared(const Dual& x) {
    return x * x;
}
Dual gauss(const Parameters& b, const std::vector<double>& x) {
    return b[0] * exp(-b[1] * x[0]) + b[2] * exp(-squared((x[0] - b[3]) / b[4])) +
           b[5] * exp(-squared((x[0] - b[6]) / b[7]));
}
Dual danwood(const Parameters& b, const std::vector<double>& x) {
    return b[0] * pow(x[0], b[1]);
}
Dual misra1b(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (1 - 1 / squared(1 + b[1] * x[0] / 2));
}
Dual misra1c(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (1 - pow(1 + 2 * b[1] * x[0], -0.5));
}
Dual misra1d(const Parameters& b, const std::vector<double>& x) {
    return b[0] * b[1] * x[0] / (1 + b[1] * x[0]);
}
Dual kirby2(const Parameters& b, const std::vector<double>& x) {
    return (b[0] + x[0] * (b[1] + x[0] * b[2])) / (1 + x[0] * (b[3] + x[0] * b[4]));
}
Dual hahn1(const Parameters& b, const std::vector<double>& x) {
    return (b[0] + x[0] * (b[1] + x[0] * (b[2] + x[0] * b[3]))) /
           (1 + x[0] * (b[4] + x[0] * (b[5] + x[0] * b[6])));
}
Dual nelson(const Parameters& b, const std::vector<double>& x) {
    return b[0] - b[1] * x[0] * exp(-b[2] * x[1]);
}
Dual mgh17(const Parameters& b, const std::vector<double>& x) {
    return b[0] + b[1] * exp(-b[3] * x[0]) + b[2] * exp(-b[4] * x[0]);
}
Dual mgh09(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (x[0] * x[0] + x[0] * b[1]) / (x[0] * x[0] + x[0] * b[2] + b[3]);
}
Dual mgh10(const Parameters& b, const std::vector<double>& x) {
    return b[0] * exp(b[1] / (x[0] + b[2]));
}
// The plain arctangent of NIST, not the two-argument one.
Dual roszman1(const Parameters& b, const std::vector<double>& x) {
    return b[0] - b[1] * x[0] - atan(b[2] / (x[0] - b[3])) / std::numbers::pi;
}
Dual enso(const Parameters& b, const std::vector<double>& x) {
    const double angle = 2 * std::numbers::pi * x[0];
    return b[0] + b[1] * std::cos(angle / 12) + b[2] * std::sin(angle / 12) +
           b[4] * cos(angle / b[3]) + b[5] * sin(angle / b[3]) + b[7] * cos(angle / b[6]) +
           b[8] * sin(angle / b[6]);
}
Dual rat42(const Parameters& b, const std::vector<double>& x) {
    return b[0] / (1 + exp(b[1] - b[2] * x[0]));
}
Dual rat43(const Parameters& b, const std::vector<double>& x) {
    return b[0] / pow(1 + exp(b[1] - b[2] * x[0]), 1 / b[3]);
}
Dual eckerle4(const Parameters& b, const std::vector<double>& x) {
    return b[0] / b[1] * exp(-0.5 * squared((x[0] - b[2]) / b[1]));
}
Dual bennett5(const Parameters& b, const std::vector<double>& x) {
    return b[0] * pow(b[1] + x[0], -1 / b[2]);
}

constexpr Problem problems[] = {
    {"Misra1a", 2, misra1a},     {"Chwirut1", 3, chwirut},  {"Chwirut2", 3, chwirut},
    {"Lanczos1", 6, lanczos},    {"Lanczos2", 6, lanczos},  {"Lanczos3", 6, lanczos},
    {"Gauss1", 8, gauss},        {"Gauss2", 8, gauss},      {"Gauss3", 8, gauss},
    {"DanWood", 2, danwood},     {"Misra1b", 2, misra1b},   {"Misra1c", 2, misra1c},
    {"Misra1d", 2, misra1d},     {"Kirby2", 5, kirby2},     {"Hahn1", 7, hahn1},
    {"Nelson", 3, nelson, true}, {"MGH17", 5, mgh17},       {"MGH09", 4, mgh09},
    {"MGH10", 3, mgh10},         {"Roszman1", 4, roszman1}, {"ENSO", 9, enso},
    {"Rat42", 3, rat42},         {"Rat43", 4, rat43},       {"Eckerle4", 3, eckerle4},
    {"Bennett5", 3, bennett5},   {"BoxBOD", 2, misra1a},    {"Thurber", 7, hahn1},
};

static_assert(std::size(problems) == nist_problem_count);

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<double> numbers_in(std::string_view line) {
    std::vector<double> numbers;
    for (line = trimmed(line); !line.empty(); line = trimmed(line)) {
        const std::string_view token = line.substr(0, line.find_first_of(" \t"));
        if (const auto x = parse_number(token)) numbers.push_back(*x);
        line.remove_prefix(token.size());
    }
    return numbers;
}

/// Of the first line that begins with `head`: the numbers behind it.
std::vector<double> numbers_behind(std::span<const std::string_view> lines, std::string_view head) {
    const auto at =
        std::ranges::find_if(lines, [&](std::string_view line) { return line.starts_with(head); });
    if (at == lines.end()) return {};
    return numbers_in(at->substr(head.size()));
}

/// From the line after the last one that begins with "Data:".
std::vector<std::vector<double>> rows_of(std::span<const std::string_view> lines) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].starts_with("Data:")) first = i + 1;
    std::vector<std::vector<double>> rows;
    for (const std::string_view line : lines.subspan(first))
        if (auto row = numbers_in(line); row.size() >= 2) rows.push_back(std::move(row));
    return rows;
}

}  // namespace

std::string_view nist_problem_name(std::size_t problem) {
    return problems[problem].name;
}

std::optional<NistCertified> read_nist_certified(const std::filesystem::path& folder,
                                                 std::size_t problem) {
    const auto file = MappedFile::open(folder / (std::string(problems[problem].name) + ".dat"));
    if (!file) return std::nullopt;
    const auto lines = lines_of(file->bytes());
    NistCertified certified;
    for (std::size_t j = 1; j <= problems[problem].parameters; ++j) {
        const auto entry = numbers_behind(lines, "b" + std::to_string(j) + " =");
        if (entry.size() != 4) return std::nullopt;
        certified.starts[0].push_back(entry[0]);
        certified.starts[1].push_back(entry[1]);
        certified.values.push_back(entry[2]);
        certified.deviations.push_back(entry[3]);
    }
    certified.rows = rows_of(lines);
    if (certified.rows.size() < certified.values.size()) return std::nullopt;
    return certified;
}

LevenbergMarquardtResult solve_nist(std::size_t problem, const NistCertified& certified,
                                    std::size_t start) {
    const Problem& p = problems[problem];
    std::vector<std::vector<double>> x;
    for (const auto& row : certified.rows) x.emplace_back(row.begin() + 1, row.end());
    const ResidualFunction function = [&](std::span<const double> values,
                                          std::span<double> residuals, std::span<double> jacobian) {
        Parameters b;
        for (std::size_t j = 0; j < values.size(); ++j) b.push_back(Dual::parameter(values[j], j));
        for (std::size_t i = 0; i < residuals.size(); ++i) {
            const Dual fitted = p.model(b, x[i]);
            const double y = certified.rows[i][0];
            residuals[i] = fitted.value - (p.has_log_response ? std::log(y) : y);
            for (std::size_t j = 0; j < values.size(); ++j)
                jacobian[i * values.size() + j] = fitted.gradient[j];
        }
    };
    return levenberg_marquardt(function, certified.starts[start], certified.rows.size());
}

double log_relative_error(std::span<const double> found, std::span<const double> certified) {
    double worst = 11;
    for (std::size_t j = 0; j < certified.size(); ++j) {
        const double size = std::abs(certified[j] == 0 ? 1 : certified[j]);
        const double error = std::abs(found[j] - certified[j]) / size;
        if (!std::isfinite(error)) return 0;
        if (error > 0) worst = std::min(worst, std::max(-std::log10(error), 0.0));
    }
    return worst;
}

NistTally tally_nist(const std::filesystem::path& folder) {
    NistTally tally;
    double sum = 0;
    for (std::size_t problem = 0; problem < nist_problem_count; ++problem) {
        const auto certified = read_nist_certified(folder, problem);
        if (!certified) continue;
        for (const std::size_t start : {0u, 1u}) {
            const auto result = solve_nist(problem, *certified, start);
            const double digits = log_relative_error(result.parameters, certified->values);
            ++tally.tried;
            if (digits >= 6) ++tally.with_six_digits;
            sum += digits;
        }
    }
    if (tally.tried > 0) tally.mean_digits = sum / static_cast<double>(tally.tried);
    return tally;
}

}  // namespace sneddon
