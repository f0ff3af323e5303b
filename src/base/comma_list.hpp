#pragma once

#include <string_view>
#include <vector>

namespace sneddon {

/// The words between the commas, without the spaces around them; views into `text`. "" gives none,
/// a comma at the end adds none, two in a row have an empty word between them.
std::vector<std::string_view> comma_list(std::string_view text);

}  // namespace sneddon
