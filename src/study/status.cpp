#include <array>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

std::string_view name(Status status) {
    constexpr std::array<std::string_view, 3> names = {"used", "excluded", "refused"};
    return names[static_cast<std::size_t>(status)];
}

}  // namespace sneddon
