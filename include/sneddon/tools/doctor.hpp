// A self-test for a user: known answers, computed on this machine by this build; and what it is.
#pragma once

#include <string>
#include <vector>

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

/// The version, what this program was built with, and what it uses on this machine: a line each.
std::string about_page();

/// The licence of the program, and those of what it is built with: to read, or as a JSON array of
/// {name, licence (SPDX), package (Debian), use}.
std::string licences_page();
std::string licences_json();

}  // namespace sneddon
