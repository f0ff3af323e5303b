#include <fmt/core.h>

#include <ostream>

#include "base/nan.hpp"
#include "results/hold_columns.hpp"
#include "results/write_results.hpp"
#include "study/findings.hpp"

namespace sneddon {
namespace {

void append(std::string& line, double value_nm) {
    line += ',';
    if (is_finite(value_nm)) line += fmt::format("{:.6f}", value_nm);
}

}  // namespace

std::string hold_curve_column(const CreepCurve& curve) {
    return curve.label ? std::to_string(*curve.label) : "all";
}

std::vector<std::string> hold_curve_files(const StudyResult& study) {
    std::vector<std::string> files;
    for (const CreepCurve& curve : findings_of(study).creep_curves)
        if (files.empty() || files.back() != curve.file) files.push_back(curve.file);
    return files;
}

void write_hold_curves_csv(std::ostream& out, const StudyResult& study, const std::string& file) {
    std::vector<const CreepCurve*> curves;
    for (const CreepCurve& curve : findings_of(study).creep_curves)
        if (curve.file == file) curves.push_back(&curve);
    if (curves.empty()) return;
    std::string line(hold_column::time_s);
    for (const CreepCurve* curve : curves) {
        const std::string name = hold_curve_column(*curve);
        line += "," + hold_column::mean_nm(name) + "," + hold_column::sd_nm(name) + "," +
                hold_column::se_nm(name);
        if (curve->label) line += "," + hold_column::weighted_nm(name);
    }
    out << line << '\n';
    for (std::size_t k = 0; k < curves.front()->curve.mean_nm.size(); ++k) {
        line = fmt::format("{:.6f}", static_cast<double>(k) * curves.front()->step_s);
        for (const CreepCurve* curve : curves) {
            append(line, curve->curve.mean_nm[k]);
            append(line, curve->curve.sd_nm[k]);
            append(line, curve->curve.se_nm[k]);
            if (curve->label) append(line, curve->curve.weighted_nm[k]);
        }
        out << line << '\n';
    }
}

}  // namespace sneddon
