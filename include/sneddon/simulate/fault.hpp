// What goes wrong in a laboratory, on demand: some tests of a good study are made faulty.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct SimulatedStudy;

enum class FaultKind {
    spike,              ///< one point of the depth is 30 nm off
    lost_contact,       ///< the tip leaves the surface while loading
    saturated,          ///< the depth stands at the end of its channel
    missing_segment,    ///< loading, hold or unloading is not in the file
    truncated,          ///< the file ends early
    not_a_number,       ///< some depths are NaN
    unit_mix_up,        ///< load or depth are 1000 times too large or too small
    duplicate_file,     ///< the bytes of another test
    duplicate_columns,  ///< the columns of another test under a time of its own
    wrong_tip,          ///< a tip of a third of the radius
};

std::string_view name(FaultKind kind);  ///< "lost-contact"
std::optional<FaultKind> find_fault(std::string_view name);
std::vector<std::string_view> fault_names();

struct FaultRate {
    FaultKind kind = FaultKind::spike;
    double rate = 0;  ///< of the tests
};

/// Chooses the tests: round(rate times tests) of each kind, no test twice, and no first test of a
/// load function (a duplicate needs one before it). The other tests stay as they were.
/// Error: SND-U032 (more than 5 % of the tests).
std::optional<Error> add_faults(SimulatedStudy& study, std::span<const FaultRate> rates);

/// The test that a duplicate repeats; the test itself for all others.
std::size_t source_of(const SimulatedStudy& study, std::size_t index);

}  // namespace sneddon
