#include <fmt/core.h>

#include <ostream>

#include "base/csv_cell.hpp"
#include "base/nan.hpp"
#include "results/profile_columns.hpp"
#include "results/write_results.hpp"
#include "study/findings.hpp"

namespace sneddon {
namespace {

void append(std::string& line, double value) {
    line += ',';
    if (is_finite(value)) line += fmt::format("{:.9g}", value);
}

}  // namespace

void write_profiles_csv(std::ostream& out, const StudyResult& study) {
    namespace head = profile_column;
    std::string line = head::test_id;
    for (const char* name : {head::depth_nm, head::points, head::load_uN, head::stiffness_uN_per_nm,
                             head::contact_depth_nm, head::area_nm2, head::hardness_GPa,
                             head::reduced_modulus_GPa, head::modulus_GPa})
        line += fmt::format(",{}", name);
    out << line << '\n';
    for (const TestProfile& test : findings_of(study).test_profiles.all())
        for (const ProfileCell& cell : test.cells) {
            line = csv_cell(test.test_id);
            append(line, cell.depth_nm);
            line += fmt::format(",{}", cell.points);
            for (const double value :
                 {cell.load_uN, cell.stiffness_uN_per_nm, cell.contact_depth_nm, cell.area_nm2,
                  cell.hardness_GPa, cell.reduced_modulus_GPa, cell.modulus_GPa})
                append(line, value);
            out << line << '\n';
        }
}

}  // namespace sneddon
