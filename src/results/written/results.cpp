#include "results/written/results.hpp"

namespace sneddon {

Words WrittenResults::why_not(Key section, std::string_view otherwise) const {
    const Text reason = not_computed()[section.name];
    return reason.value().empty() ? Words(otherwise) : reason.words();
}

}  // namespace sneddon
