// One stream of random numbers for each purpose and test: nothing depends on the order of work.
#pragma once

#include <cstdint>

#include "base/random.hpp"

namespace sneddon {

enum class Purpose : std::uint64_t {
    hardness_field = 1,
    creep_field,
    test,   ///< what is drawn for one test
    drift,  ///< innovations of the drift, one stream for the study
    noise,  ///< of the points of one test
    fault,
    phase_field,   ///< where the phases of a property map are
    map_property,  ///< hardness and modulus of one place
    oscillation,   ///< readings of its amplitude in one test
};

inline RandomStream random_stream(std::uint64_t seed, Purpose purpose, std::size_t load_function,
                                  std::size_t place) {
    return RandomStream(seed, (static_cast<std::uint64_t>(purpose) << 56) |
                                  (std::uint64_t{load_function} << 40) | std::uint64_t{place});
}

}  // namespace sneddon
