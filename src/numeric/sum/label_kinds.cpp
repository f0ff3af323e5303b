#include "numeric/sum/label_kinds.hpp"

#include <algorithm>

namespace sneddon {

LabelKinds label_kinds(std::span<const int> labels) {
    LabelKinds result;
    result.names.assign(labels.begin(), labels.end());
    std::ranges::sort(result.names);
    // Not std::ranges::unique: clang 14 cannot read its subrange of libstdc++ 12.
    result.names.erase(std::unique(result.names.begin(), result.names.end()), result.names.end());
    result.kind.reserve(labels.size());
    for (const int label : labels) {
        const auto at = std::ranges::lower_bound(result.names, label);
        result.kind.push_back(static_cast<std::size_t>(at - result.names.begin()));
    }
    return result;
}

}  // namespace sneddon
