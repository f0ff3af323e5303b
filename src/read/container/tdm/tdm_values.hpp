// The numbers of a channel, out of the .tdx.
#pragma once

#include <string_view>
#include <vector>

#include "read/container/tdm/tdm_head.hpp"

namespace sneddon {

/// The values of a channel that is not TdmSequence::unknown. Errors: SND-R051, when the block lies
/// outside `body`, or a generated channel has more values than `body` has bytes.
Result<std::vector<double>> tdm_values(const TdmHead& head, const TdmChannel& channel,
                                       std::string_view body, std::string_view body_name);

/// Every value of the channels of a sound file takes a byte of the .tdx at least, so that they
/// have no more than eight times its memory.
class TdmBudget {
  public:
    explicit TdmBudget(std::string_view body) : left_(body.size()) {}
    /// False when the channels so far have more values than the .tdx has bytes.
    bool spend(std::uint64_t values) {
        const bool is_enough = values <= left_;
        left_ -= is_enough ? values : left_;
        return is_enough;
    }

  private:
    std::uint64_t left_;
};

}  // namespace sneddon
