// Labels of any value as places 0 .. k-1.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

struct LabelKinds {
    std::vector<int> names;         ///< each label that occurs, ascending
    std::vector<std::size_t> kind;  ///< of each item: place of its label in names
};

LabelKinds label_kinds(std::span<const int> labels);

}  // namespace sneddon
