// Points with a missing number left out, times that rise and an oscillation averaged over its
// period, the rest as it was.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/oscillation.hpp"
#include "model/steady_time.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// The test itself where nothing is missing and time rises, else a copy without the incomplete
/// points, with mended times (model/steady_time.hpp) and means over the period of an oscillation
/// (model/oscillation.hpp).
class CompletePoints {
  public:
    explicit CompletePoints(const Test& test);

    const Test& test() const { return copy_ ? *copy_ : *original_; }
    std::size_t missing() const { return missing_; }
    const TimeRepair& time_repair() const { return time_repair_; }
    const std::optional<Oscillation>& oscillation() const { return oscillation_; }
    /// How many points of the file between these two complete points were left out.
    std::size_t missing_between(std::size_t first, std::size_t last) const;

  private:
    void leave_out_missing();
    void mend_time();
    void average_oscillation();

    const Test* original_;
    std::optional<Test> copy_;
    std::vector<std::size_t>
        index_in_file_;  ///< of each complete point; empty when none is missing
    std::size_t missing_ = 0;
    TimeRepair time_repair_;
    std::optional<Oscillation> oscillation_;
};

}  // namespace sneddon
