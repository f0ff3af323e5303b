// How many pixels an image has.
#pragma once

#include <optional>
#include <string_view>

namespace sneddon {

struct ImageSize {
    double width = 0, height = 0;
    std::string_view media_type;  ///< "image/png"
};

/// From the head of a PNG (ISO/IEC 15948, 11.2.2) or a JPEG (ITU T.81, B.2.2); nullopt for anything
/// else, a damaged head or a side of 0 or over 30,000 pixels.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace sneddon
