#include "figure/plot/palette.hpp"

namespace sneddon {

LineStyle series_style(std::size_t place) {
    constexpr std::string_view dashes[] = {"",
                                           "1.6 0.7",
                                           "0.5 0.6",
                                           "2.4 0.6 0.5 0.6",
                                           "1 0.5",
                                           "3 0.7",
                                           "1.6 0.5 0.4 0.5 0.4 0.5",
                                           "0.9 0.3"};
    return {palette[place % palette_size], dashes[place % std::size(dashes)], 0.35};
}

}  // namespace sneddon
