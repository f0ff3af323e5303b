#include "simulate/fault.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "simulate/random_streams.hpp"
#include "simulate/simulated_study.hpp"

namespace sneddon {
namespace {

constexpr double most_faulty = 0.05;

constexpr std::array names = {
    std::pair{FaultKind::spike, std::string_view("spike")},
    std::pair{FaultKind::lost_contact, std::string_view("lost-contact")},
    std::pair{FaultKind::saturated, std::string_view("saturated")},
    std::pair{FaultKind::missing_segment, std::string_view("missing-segment")},
    std::pair{FaultKind::truncated, std::string_view("truncated")},
    std::pair{FaultKind::not_a_number, std::string_view("nan")},
    std::pair{FaultKind::unit_mix_up, std::string_view("units")},
    std::pair{FaultKind::duplicate_file, std::string_view("duplicate-file")},
    std::pair{FaultKind::duplicate_columns, std::string_view("duplicate-columns")},
    std::pair{FaultKind::wrong_tip, std::string_view("wrong-tip")},
};

/// All tests but the first of each load function, in an order of chance (Fisher and Yates).
std::vector<std::size_t> candidates(const SimulatedStudy& study) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < study.tests.size(); ++i)
        if (study.tests[i].place > 0) order.push_back(i);
    RandomStream random = random_stream(study.seed, Purpose::fault, 0, 0);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.index(i)]);
    return order;
}

}  // namespace

std::string_view name(FaultKind kind) {
    return std::ranges::find(names, kind, &std::pair<FaultKind, std::string_view>::first)->second;
}

std::optional<FaultKind> find_fault(std::string_view name) {
    const auto found =
        std::ranges::find(names, name, &std::pair<FaultKind, std::string_view>::second);
    if (found == names.end()) return std::nullopt;
    return found->first;
}

std::vector<std::string_view> fault_names() {
    std::vector<std::string_view> all;
    for (const auto& [kind, word] : names) all.push_back(word);
    return all;
}

std::optional<Error> add_faults(SimulatedStudy& study, std::span<const FaultRate> rates) {
    const double total =
        std::accumulate(rates.begin(), rates.end(), 0.0,
                        [](double sum, const FaultRate& fault) { return sum + fault.rate; });
    constexpr double rounding = 1e-9;
    if (!(total <= most_faulty + rounding))
        return Error{"SND-U032", "--fault", fmt::format("{:.4g} of the tests", total),
                     "at most 0.05: an otherwise good study", ""};
    const std::vector<std::size_t> order = candidates(study);
    std::size_t next = 0;
    for (const FaultRate& fault : rates) {
        const auto count = static_cast<std::size_t>(
            std::lround(fault.rate * static_cast<double>(study.tests.size())));
        for (std::size_t i = 0; i < count && next < order.size(); ++i)
            study.tests[order[next++]].fault = name(fault.kind);
    }
    return std::nullopt;
}

std::size_t source_of(const SimulatedStudy& study, std::size_t index) {
    const auto kind = find_fault(study.tests[index].fault);
    if (kind != FaultKind::duplicate_file && kind != FaultKind::duplicate_columns) return index;
    // The first test of a load function is never faulty.
    while (!study.tests[index].fault.empty()) --index;
    return index;
}

}  // namespace sneddon
