// Counter-based random numbers (Philox4x32-10; Salmon et al. 2011): stream i of a seed is the same
// whatever the other streams, the threads or the order. Own distributions: the standard library's
// differ between implementations.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sneddon {

class RandomStream {
  public:
    explicit RandomStream(std::uint64_t seed, std::uint64_t stream = 0);

    std::uint64_t bits();                  ///< 64 random bits
    double uniform();                      ///< in [0, 1)
    double normal();                       ///< mean 0, sd 1 (Marsaglia's polar method)
    std::size_t index(std::size_t count);  ///< in [0, count), without bias; count > 0

  private:
    std::array<std::uint32_t, 2> key_;
    std::array<std::uint32_t, 4> counter_;
    std::array<std::uint32_t, 4> block_{};
    int used_ = 4;  ///< words of block_ already given out
    double spare_normal_ = 0;
    bool has_spare_normal_ = false;
};

}  // namespace sneddon
