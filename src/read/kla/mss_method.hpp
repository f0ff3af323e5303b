// What the tests of a .mss have in common, and what a test says of itself beside its columns.
#pragma once

#include <string>
#include <string_view>

#include "read/kla/mss_file.hpp"
#include "read/kla/mss_units.hpp"

namespace sneddon {

struct MssMethod {
    MssTableBytes inputs, formulae, properties;  ///< values, each with its description
    MssTableBytes column_descriptions, formula_descriptions, input_descriptions;  ///< of each test
};
/// Errors: SND-R033.
Result<MssMethod> read_mss_method(MssFile& file);

struct MssSpecimen {
    std::string folder;
    MssTableBytes inputs, formulae, properties, states;
};
/// Errors: SND-R033.
Result<MssSpecimen> read_mss_specimen(MssFile& file, const std::string& folder);

/// "Val0" of the name, the test's own before that of all tests; NaN if there is none.
double mss_value(const MssMethod& method, const MssSpecimen& specimen, std::string_view name);

/// What NanoSuite shows for the name, in its first language; the name itself where it shows none.
std::string mss_shown_name(const MssTable& descriptions, std::string_view name);
MssUnit mss_unit_of(const MssTable& descriptions, std::string_view name);

/// "UnloadStiffnessMarker +5" -> its text without spaces; empty if there is none.
std::string mss_formula(const MssTable& descriptions, std::string_view name);

}  // namespace sneddon
