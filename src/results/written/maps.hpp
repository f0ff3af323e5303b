// /space and /order of results.json: what depends on where and when a test was made.
#pragma once

#include "results/written/groups.hpp"

namespace sneddon {

struct WrittenVariogramClass : Place {
    Number distance_um() const { return {at(key::distance_um)}; }
    Number gamma() const { return {at(key::gamma)}; }
};

struct WrittenVariogram : Place {
    List<WrittenVariogramClass> classes() const { return {at(key::classes)}; }
    Number correlation_length_um() const { return {at(key::correlation_length_um)}; }
    List<Number> length_ci95() const { return {at(key::length_ci95)}; }
    Text verdict() const { return {at(key::verdict)}; }
};

struct WrittenMapQuantity : Place {
    Text id() const { return {at(key::id)}; }
    Number moran_i() const { return {at(key::moran_i)}; }
    Number sd() const { return {at(key::sd)}; }
    WrittenVariogram variogram() const { return {at(key::variogram)}; }
};

/// A statistic beside what chance gives.
struct WrittenPermuted : Place {
    Number value() const { return {at(key::value)}; }
    Number expected() const { return {at(key::expected)}; }
    Number p() const { return {at(key::p)}; }
};

struct WrittenNeighbours : Place {
    WrittenPermuted same_label() const { return {at(key::same_label)}; }
};

struct WrittenMap : Place {
    Text load_function() const { return {at(key::load_function)}; }
    List<WrittenMapQuantity> quantities() const { return {at(key::quantities)}; }
    WrittenNeighbours labels() const { return {at(key::labels)}; }
};

struct WrittenSpace : Place {
    List<WrittenMap> maps() const { return {at(key::maps)}; }
};

struct WrittenTrend : Place {
    Text load_function() const { return {at(key::load_function)}; }
    Text id() const { return {at(key::id)}; }
    Number n() const { return {at(key::n)}; }
    Number tau_b() const { return {at(key::tau_b)}; }
    Number p_holm() const { return {at(key::p_holm)}; }
};

struct WrittenOrder : Place {
    List<WrittenTrend> series() const { return {at(key::series)}; }
};

}  // namespace sneddon
