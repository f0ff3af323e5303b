#include "analyse/depth_profile/stiffness_column.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

/// As instruments write it: NanoSuite, InView, TestWorks.
constexpr std::array<std::string_view, 4> contact_names = {
    "harmonic contact stiffness", "contact stiffness", "dynamic contact stiffness", "stiffness"};

struct StiffnessUnit {
    std::string_view unit;
    double uN_per_nm;
};

// 1 N/m = 10^6 uN / 10^9 nm.
constexpr double uN_per_nm_in_N_per_m = 1e-3;
constexpr std::array units = {StiffnessUnit{"N/m", uN_per_nm_in_N_per_m},
                              StiffnessUnit{"kN/m", 1},
                              StiffnessUnit{"mN/nm", 1000},
                              StiffnessUnit{"mN/µm", 1},
                              StiffnessUnit{"mN/um", 1},
                              StiffnessUnit{"N/mm", 1},
                              StiffnessUnit{"µN/nm", 1},
                              StiffnessUnit{"uN/nm", 1}};

std::optional<double> factor_of(const Channel& channel) {
    const auto found = std::ranges::find(units, channel.unit, &StiffnessUnit::unit);
    if (found == units.end()) return std::nullopt;
    return found->uN_per_nm;
}

const Channel* find_column(const Curve& curve, std::string_view lower_name) {
    for (const Channel& channel : curve.channels)
        if (lower_ascii(channel.name) == lower_name && factor_of(channel)) return &channel;
    return nullptr;
}

std::vector<double> scaled(const Channel& channel) {
    std::vector<double> values = channel.values;
    for (double& value : values) value *= *factor_of(channel);
    return values;
}

std::string words_of(const Channel& channel) {
    return fmt::format("column '{} ({})'", channel.name, channel.unit);
}

const Channel* contact_column(const Curve& curve) {
    for (const std::string_view name : contact_names)
        if (const Channel* channel = find_column(curve, name)) return channel;
    return nullptr;
}

/// Both or neither.
std::pair<const Channel*, const Channel*> harmonic_and_frame(const Curve& curve) {
    const Channel* harmonic = find_column(curve, "harmonic stiffness");
    const Channel* frame = find_column(curve, "harmonic frame stiffness");
    if (!harmonic || !frame) return {nullptr, nullptr};
    return {harmonic, frame};
}

std::optional<StiffnessColumn> in_series_with_frame(const Curve& curve) {
    const auto [harmonic, frame] = harmonic_and_frame(curve);
    if (!harmonic) return std::nullopt;
    StiffnessColumn found{scaled(*harmonic), fmt::format("{} less the frame of {}",
                                                         words_of(*harmonic), words_of(*frame))};
    const double to_uN_per_nm = *factor_of(*frame);
    for (std::size_t i = 0; i < found.S_uN_per_nm.size(); ++i)
        found.S_uN_per_nm[i] =
            1 / (1 / found.S_uN_per_nm[i] - 1 / (to_uN_per_nm * frame->values[i]));
    return found;
}

}  // namespace

std::optional<StiffnessColumn> find_stiffness(const Curve& curve) {
    if (const Channel* channel = contact_column(curve))
        return StiffnessColumn{scaled(*channel), words_of(*channel)};
    return in_series_with_frame(curve);
}

namespace {

const std::vector<double>* values_of(const Curve& curve, std::string_view lower_name,
                                     std::initializer_list<std::string_view> accepted_units) {
    for (const Channel& channel : curve.channels)
        if (lower_ascii(channel.name) == lower_name &&
            std::ranges::find(accepted_units, channel.unit) != accepted_units.end())
            return &channel.values;
    return nullptr;
}

}  // namespace

const std::vector<double>* find_amplitude_nm(const Curve& curve) {
    return values_of(curve, "harmonic displacement", {"nm"});
}

const std::vector<double>* find_contact_phase_deg(const Curve& curve) {
    return values_of(curve, "dyn. phase", {"degrees", "deg", "°"});
}

bool has_stiffness(const Curve& curve) {
    return contact_column(curve) || harmonic_and_frame(curve).first;
}

}  // namespace sneddon
