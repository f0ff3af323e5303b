// The 27 nonlinear regression problems of the NIST Statistical Reference Datasets as NIST prints
// their models, with derivatives by dual numbers.
#pragma once

#include <cmath>
#include <cstddef>
#include <iterator>
#include <numbers>
#include <vector>

#include "support/dual.hpp"

namespace sneddon::testing {

using Parameters = std::vector<Dual>;

struct NistProblem {
    const char* name;  ///< NAME.dat
    std::size_t parameters;
    Dual (*model)(const Parameters& b, const std::vector<double>& x);
    bool has_log_response = false;
};

inline Dual misra1a(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (1 - exp(-b[1] * x[0]));
}
inline Dual chwirut(const Parameters& b, const std::vector<double>& x) {
    return exp(-b[0] * x[0]) / (b[1] + b[2] * x[0]);
}
inline Dual lanczos(const Parameters& b, const std::vector<double>& x) {
    return b[0] * exp(-b[1] * x[0]) + b[2] * exp(-b[3] * x[0]) + b[4] * exp(-b[5] * x[0]);
}
inline Dual squared(const Dual& x) {
    return x * x;
}
inline Dual gauss(const Parameters& b, const std::vector<double>& x) {
    return b[0] * exp(-b[1] * x[0]) + b[2] * exp(-squared((x[0] - b[3]) / b[4])) +
           b[5] * exp(-squared((x[0] - b[6]) / b[7]));
}
inline Dual danwood(const Parameters& b, const std::vector<double>& x) {
    return b[0] * pow(x[0], b[1]);
}
inline Dual misra1b(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (1 - 1 / squared(1 + b[1] * x[0] / 2));
}
inline Dual misra1c(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (1 - pow(1 + 2 * b[1] * x[0], -0.5));
}
inline Dual misra1d(const Parameters& b, const std::vector<double>& x) {
    return b[0] * b[1] * x[0] / (1 + b[1] * x[0]);
}
inline Dual kirby2(const Parameters& b, const std::vector<double>& x) {
    return (b[0] + x[0] * (b[1] + x[0] * b[2])) / (1 + x[0] * (b[3] + x[0] * b[4]));
}
inline Dual hahn1(const Parameters& b, const std::vector<double>& x) {
    return (b[0] + x[0] * (b[1] + x[0] * (b[2] + x[0] * b[3]))) /
           (1 + x[0] * (b[4] + x[0] * (b[5] + x[0] * b[6])));
}
inline Dual nelson(const Parameters& b, const std::vector<double>& x) {
    return b[0] - b[1] * x[0] * exp(-b[2] * x[1]);
}
inline Dual mgh17(const Parameters& b, const std::vector<double>& x) {
    return b[0] + b[1] * exp(-b[3] * x[0]) + b[2] * exp(-b[4] * x[0]);
}
inline Dual mgh09(const Parameters& b, const std::vector<double>& x) {
    return b[0] * (x[0] * x[0] + x[0] * b[1]) / (x[0] * x[0] + x[0] * b[2] + b[3]);
}
inline Dual mgh10(const Parameters& b, const std::vector<double>& x) {
    return b[0] * exp(b[1] / (x[0] + b[2]));
}
// The plain arctangent of NIST, not the two-argument one.
inline Dual roszman1(const Parameters& b, const std::vector<double>& x) {
    return b[0] - b[1] * x[0] - atan(b[2] / (x[0] - b[3])) / std::numbers::pi;
}
inline Dual enso(const Parameters& b, const std::vector<double>& x) {
    const double angle = 2 * std::numbers::pi * x[0];
    return b[0] + b[1] * std::cos(angle / 12) + b[2] * std::sin(angle / 12) +
           b[4] * cos(angle / b[3]) + b[5] * sin(angle / b[3]) + b[7] * cos(angle / b[6]) +
           b[8] * sin(angle / b[6]);
}
inline Dual rat42(const Parameters& b, const std::vector<double>& x) {
    return b[0] / (1 + exp(b[1] - b[2] * x[0]));
}
inline Dual rat43(const Parameters& b, const std::vector<double>& x) {
    return b[0] / pow(1 + exp(b[1] - b[2] * x[0]), 1 / b[3]);
}
inline Dual eckerle4(const Parameters& b, const std::vector<double>& x) {
    return b[0] / b[1] * exp(-0.5 * squared((x[0] - b[2]) / b[1]));
}
inline Dual bennett5(const Parameters& b, const std::vector<double>& x) {
    return b[0] * pow(b[1] + x[0], -1 / b[2]);
}

inline constexpr NistProblem nist_problems[] = {
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

static_assert(std::size(nist_problems) == 27);

}  // namespace sneddon::testing
