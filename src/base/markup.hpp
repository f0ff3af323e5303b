// Text that goes into HTML and SVG. Names of files and tests are anybody's bytes.
#pragma once

#include <string>
#include <string_view>

namespace sneddon {

/// The text with every byte that is not part of well-formed UTF-8 replaced by U+FFFD
/// (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
std::string valid_utf8(std::string_view text);

/// valid_utf8 with & < > " ' as character references and with the control characters that XML
/// forbids replaced by U+FFFD: safe as an element's content and inside a quoted attribute.
std::string escaped_markup(std::string_view text);

}  // namespace sneddon
