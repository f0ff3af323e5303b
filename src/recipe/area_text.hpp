// An area function as one line of text, and back.
#pragma once

#include <string>

#include "sneddon/base/result.hpp"
#include "sneddon/model/area_function.hpp"

namespace sneddon {

/// "ideal", "24.5, 2460.6, ...", "cap-cone:300:70.2996": reads back as the same function.
std::string area_text(const AreaFunction& area);

/// The same forms, or the name of a tip file, seen from `folder`. Errors: SND-U010, and those of
/// the tip file's reader.
Result<AreaFunction> area_of_text(const std::string& text, const std::string& where,
                                  const std::string& folder);

/// A tip file seen from `folder`; the name as written stays its source.
Result<AreaFunction> area_of_file(const std::string& name, const std::string& where,
                                  const std::string& folder);

}  // namespace sneddon
