// A self-test for a user: known answers, computed on this machine by this build.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/nist_nonlinear.hpp"

namespace sneddon {

/// |number - expected| <= tolerance (of numbers, not relative).
struct DoctorCheck {
    std::string name;
    double number = 0, expected = 0, tolerance = 0;

    bool has_passed() const;
};

/// Closed forms and published tables: contact of cone and sphere, a curve through the whole
/// analysis, fits of exact data, criteria of the literature, a mixture of known statistics. Reads
/// no file.
std::vector<DoctorCheck> doctor_checks();

/// The folder of the certified files: `folder` itself or data/nist_strd/nonlinear in it; empty when
/// neither holds them.
std::filesystem::path find_nist_folder(const std::filesystem::path& folder);

/// One line each, PASS or FAIL first.
std::string doctor_text(const std::vector<DoctorCheck>& checks);

/// "NIST StRD nonlinear: 54 of 54 with 6 digits, mean LRE 10.2".
std::string nist_text(const NistTally& tally);
bool has_passed(const NistTally& tally);

}  // namespace sneddon
