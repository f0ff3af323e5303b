// Cells of the tables of results: numbers with their places.
#pragma once

#include <string>

#include "results/written/place.hpp"

namespace sneddon {

/// "" where there is no number.
std::string number_cell(const Number& number, int digits);

/// "4.30 ± 0.39" of a value and its deviation.
std::string plus_minus_cell(const Number& value, const Number& deviation);

/// "0.53 to 0.65" of a list of two.
std::string interval_cell(const Numbers& interval);

/// What study.toml states, with the names of clusters.
using ClusterNames = ByName<RecipeValue>;

/// The name of a cluster, else its label; "all" where there is none.
std::string label_cell(const Number& label, const ClusterNames& names);

/// The symbol of a quantity; the id itself where it is none.
std::string quantity_cell(const std::string& id);

}  // namespace sneddon
