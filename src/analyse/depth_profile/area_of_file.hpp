// The tip of a test: that of the recipe, or the one its file states.
#pragma once

#include <optional>

#include "sneddon/model/area_function.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// `asked` itself; of the kind of_file the polynomial of the file, none where it states none.
std::optional<AreaFunction> area_in_force(std::optional<AreaFunction> asked,
                                          const StatedByFile& stated);

}  // namespace sneddon
