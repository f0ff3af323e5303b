// What study.toml says about a set of tests: facts of the laboratory, not options of the analysis.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/model/area_function.hpp"

namespace sneddon {

enum class GridOrder { raster, serpentine };

struct Grid {
    int nx = 0;
    int ny = 0;
    double pitch_x_um = 0;
    double pitch_y_um = 0;
    GridOrder order = GridOrder::raster;
};

/// An XRD pattern or an image that the report shows beside the tests.
struct Attachment {
    std::string kind;  ///< "xrd" | "image"
    std::string file;
    std::string caption;
    std::optional<double> um_per_pixel;
};

/// What the user leaves out: tests by name, or those of which a condition holds.
struct Exclusion {
    std::string test;         ///< test id, file or pattern with * and ?; empty when `where` decides
    std::string where;        ///< "H_IT_GPa > 20 and sample = annealed"
    std::string reason;       ///< the user's own words, may be empty
    std::string place;        ///< where it is stated: "study.toml:12", "--exclude"
    bool keeps_only = false;  ///< --only: it is all others that are left out
};

/// A fact that is kept and shown, tells samples apart and chooses tests: temperature_C = 750.
struct StatedFact {
    std::string name;
    std::string text;              ///< as a person reads it
    std::optional<double> number;  ///< none: a text
    bool operator==(const StatedFact&) const = default;
};

/// A fact that a study.toml of a folder above marks [common].
struct InheritedFact {
    std::string key;
    std::string where;  ///< "study.toml:12"
};

struct StudyFacts {
    std::string sample;
    bool is_simulated = false;
    std::optional<double> poisson_ratio;
    std::optional<double> indenter_E_GPa;
    std::optional<double> indenter_poisson_ratio;
    std::optional<AreaFunction> area_function;
    std::optional<Grid> grid;
    std::map<std::string, std::string> load_function_names;  ///< recognised name -> shown name
    std::map<std::string, std::string> columns;              ///< as ReadOptions::columns
    std::optional<double> u_area_relative;
    std::optional<double> u_drift_nm_per_s;
    std::optional<double> roughness_nm;
    std::vector<StatedFact> stated;  ///< of no formula: order, temperature_C, ..., and [facts]
    std::vector<InheritedFact> inherited;
    std::vector<Attachment> attachments;
    std::vector<Exclusion> exclusions;
    std::string source;  ///< the path of study.toml, empty when there is none
};

}  // namespace sneddon
