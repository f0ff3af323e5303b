// A self-test for a user: known answers, computed on this machine by this build; and what it is.
#pragma once

#include <string>
#include <vector>

#include "sneddon/base/result.hpp"

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

/// One line each, PASS or FAIL first.
std::string doctor_text(const std::vector<DoctorCheck>& checks);

/// What a report of a bug should hold, in one zip file.
struct BundleRequest {
    std::string file;
    std::string out;  ///< OUT of the run that it is about; "" = none
    bool is_without_names = false;
};

/// about.txt and doctor.txt; of OUT request.json, recipe.toml, results.json and tests.csv. Without
/// names of these the recipe, and what has no text of the user: inputs.csv (format, how it ended,
/// code) and rows.csv (how it ended, flags, number of the load function, every number of
/// sneddon's). No file is replaced. Errors: SND-O001, SND-O003, SND-O004.
Result<bool> write_bundle(const BundleRequest& request);

/// The version, what this program was built with, and what it uses on this machine: a line each.
std::string about_page();

/// The licence of the program, and those of what it is built with: to read, or as a JSON array of
/// {name, licence (SPDX), package (Debian), use}.
std::string licences_page();
std::string licences_json();

}  // namespace sneddon
