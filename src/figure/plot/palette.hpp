// Colours that the common kinds of colour blindness keep apart (Okabe and Ito 2008), in one fixed
// order, each with a dash of its own so that a grey print still tells the lines apart.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace sneddon {

struct LineStyle {
    std::string_view colour = "currentColor";  ///< "#0072B2", or currentColor = colour of the text
    std::string_view dash = "";                ///< in mm, as SVG's stroke-dasharray; "" = solid
    double width_mm = 0.35;                    ///< 1 pt
};

/// Okabe-Ito without its yellow (1.3:1 on white), and a brown for the seventh of seven clusters.
/// The first four have at least 3:1 on white and on the dark page (#14171c); the others have it on
/// one of the two.
inline constexpr std::string_view palette[] = {"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                               "#E69F00", "#56B4E9", "#7F6A4A"};
inline constexpr std::size_t palette_size = std::size(palette);

/// The style of the series at a place: colours repeat after 7, dashes after 8, so 56 differ.
LineStyle series_style(std::size_t place);

}  // namespace sneddon
