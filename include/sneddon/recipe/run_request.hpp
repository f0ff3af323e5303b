// What a user asks of a run, as typed: paths, options, where the results go.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sneddon {

/// Tables for other programs, written beside the files that every run writes.
struct TablesRequest {
    std::string formats;        ///< "csv,xlsx,arrow"; "" = no more than tests.csv
    std::string columns;        ///< heads of tests.csv with commas; "" = all
    std::string decimal;        ///< "point" or "comma"; "" = point
    std::optional<int> digits;  ///< significant ones, 1 to 17
};

/// What the user asked for, as text: make_recipe and run check it.
struct RunRequest {
    std::vector<std::string> paths;
    std::string output_folder = "out";
    std::string recipe_file;
    std::string profile;  ///< "" = the recipe file's, else "sneddon"
    std::vector<std::pair<std::string, std::string>> settings;  ///< --set key=value
    std::string area_function;  ///< file, coefficients, "ideal", "cap-cone:..."
    std::optional<double> poisson_ratio;
    std::map<std::string, std::string> units;    ///< --unit load=uN
    std::map<std::string, std::string> columns;  ///< --column H=HARDNESS:GPa, as ReadOptions
    std::string group_by;                        ///< "" = load-function
    std::string findings;                        ///< "" = all; as study.findings of the recipe
    std::string figures = "all";                 ///< "all", "none" or ids with commas
    /// tests.csv, the recipe and the request: no findings, curves, figures, page or results.json.
    bool has_rows_only = false;
    TablesRequest tables;
    std::string date;                        ///< shown in the report; "" = none
    std::vector<std::string> exclude_flags;  ///< codes; none = the recipe's
    std::vector<std::string> exclude;        ///< test ids, files, patterns: left out
    std::vector<std::string> only;           ///< all others are left out
    std::string cache_folder;                ///< files known from earlier runs; "" = none
    unsigned threads = 0;                    ///< 0 = all cores
    bool may_replace_output = false;         ///< -f
};

}  // namespace sneddon
