#include "simulate/apply_fault.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr double spike_nm = 30;
constexpr double lifted_nm = -100;
constexpr double thousand = 1000;

double between(RandomStream& random, double low, double high) {
    return low + (high - low) * random.uniform();
}

std::size_t place_between(RandomStream& random, std::size_t begin, std::size_t end) {
    return begin + random.index(std::max<std::size_t>(end - begin, 1));
}

void erase(std::vector<double>& values, std::size_t begin, std::size_t end) {
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(begin),
                 values.begin() + static_cast<std::ptrdiff_t>(end));
}

void erase_points(Test& test, std::size_t begin, std::size_t end) {
    Curve& curve = test.curve;
    for (auto* column : {&curve.time_s, &curve.depth_nm, &curve.load_uN})
        erase(*column, begin, end);
    for (Channel& channel : curve.channels) erase(channel.values, begin, end);
    std::vector<SegmentMark> marks;
    for (SegmentMark mark : test.marks) {
        if (mark.first == begin && begin < end) continue;
        if (mark.first >= end) mark.first -= end - begin;
        marks.push_back(mark);
    }
    test.marks = std::move(marks);
}

void remove_a_segment(Test& test, const CurvePlaces& places, RandomStream& random) {
    const bool has_hold = places.unloading > places.hold;
    switch (random.index(has_hold ? 3 : 2)) {
        case 0:
            return erase_points(test, places.unloading, places.end);
        case 1:
            return erase_points(test, places.loading, places.hold);
        default:
            return erase_points(test, places.hold, places.unloading);
    }
}

void mix_up_units(Curve& curve, RandomStream& random) {
    const std::size_t which = random.index(4);
    const double factor = which % 2 == 0 ? thousand : 1 / thousand;
    for (double& value : which < 2 ? curve.load_uN : curve.depth_nm) value *= factor;
}

}  // namespace

void apply_instrument_fault(Curve& curve, FaultKind kind, const CurvePlaces& places,
                            RandomStream random) {
    std::vector<double>& depth = curve.depth_nm;
    if (kind == FaultKind::spike) {
        const double sign = random.index(2) == 0 ? -1 : 1;
        depth[place_between(random, places.loading, places.end)] += sign * spike_nm;
    }
    if (kind == FaultKind::lost_contact) {
        const double part = between(random, 0.3, 0.7);
        const auto lost =
            places.loading +
            static_cast<std::size_t>(part * static_cast<double>(places.hold - places.loading));
        const double tare_uN = curve.load_uN[0];
        for (std::size_t i = lost; i < places.end; ++i) {
            // The noise of the air part goes on.
            const std::size_t air = i % std::max<std::size_t>(places.loading, 1);
            curve.load_uN[i] = places.loading > 0 ? curve.load_uN[air] : tare_uN;
            depth[i] = lifted_nm + (places.loading > 0 ? depth[air] : 0);
        }
    }
    if (kind == FaultKind::saturated) {
        const double level = between(random, 0.80, 0.95) * depth[places.unloading - 1];
        for (double& value : depth) value = std::min(value, level);
    }
}

void apply_export_fault(Test& test, FaultKind kind, const CurvePlaces& places,
                        RandomStream random) {
    if (kind == FaultKind::missing_segment) remove_a_segment(test, places, random);
    if (kind == FaultKind::unit_mix_up) mix_up_units(test.curve, random);
    if (kind == FaultKind::not_a_number) {
        const std::size_t first = place_between(random, places.loading, places.end);
        const std::size_t last = std::min(first + 1 + random.index(20), places.end);
        for (std::size_t i = first; i < last; ++i) test.curve.depth_nm[i] = nan;
    }
}

void truncate(std::string& text, RandomStream random) {
    text.resize(
        static_cast<std::size_t>(between(random, 0.5, 0.95) * static_cast<double>(text.size())));
}

}  // namespace sneddon
