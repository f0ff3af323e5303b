#include "study/maps/map_variogram.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "sneddon/numeric/points.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_places = 5000;         // 12 million pairs
constexpr std::size_t most_near_places = 100000;  // 16 million pairs within ten pitches
constexpr double near_pitches = 10, square_pitches = 32;
constexpr std::uint64_t variogram_stream = std::uint64_t{4} << 40;  // of the seed, for this alone

struct Places {
    std::vector<double> x, y, values;

    void add(double at_x, double at_y, double value) {
        x.push_back(at_x);
        y.push_back(at_y);
        values.push_back(value);
    }
    std::vector<VariogramClass> variogram(double pitch_um, double largest_um) const {
        return empirical_variogram(x, y, values, {pitch_um, largest_um});
    }
};

/// Squares stand further apart than they did, so that no pair is of two of them.
Places in_squares(std::span<const double> x, std::span<const double> y,
                  std::span<const double> values, double pitch_um) {
    const double side = square_pitches * pitch_um, apart = 2 * side;
    const double x0 = std::ranges::min(x), y0 = std::ranges::min(y);
    const auto share = std::max<std::size_t>(1, x.size() / most_near_places);
    const auto every = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(share))));
    Places places;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double column = std::floor((x[i] - x0) / side), line = std::floor((y[i] - y0) / side);
        if (std::fmod(column, static_cast<double>(every)) != 0 ||
            std::fmod(line, static_cast<double>(every)) != 0)
            continue;
        places.add(x[i] + column * apart, y[i] + line * apart, values[i]);
    }
    return places;
}

Places drawn(std::span<const double> x, std::span<const double> y, std::span<const double> values,
             std::uint64_t seed) {
    RandomStream stream(seed, variogram_stream);
    Places places;
    for (const std::size_t i : draw_rows(x.size(), most_places, stream))
        places.add(x[i], y[i], values[i]);
    return places;
}

}  // namespace

std::vector<VariogramClass> map_variogram(std::span<const double> x_um,
                                          std::span<const double> y_um,
                                          std::span<const double> values, double pitch_um,
                                          double longest_side_um, std::uint64_t seed) {
    const double largest_um = 0.5 * longest_side_um;
    if (x_um.size() <= most_places)
        return empirical_variogram(x_um, y_um, values, {pitch_um, largest_um});
    const double near_um = std::min(largest_um, near_pitches * pitch_um);
    std::vector<VariogramClass> classes =
        in_squares(x_um, y_um, values, pitch_um).variogram(pitch_um, near_um);
    const double half_a_class = 0.5 * pitch_um;
    for (const VariogramClass& far :
         drawn(x_um, y_um, values, seed).variogram(pitch_um, largest_um))
        if (far.distance > near_um + half_a_class) classes.push_back(far);
    return classes;
}

}  // namespace sneddon
