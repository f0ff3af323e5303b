// The depth profiles of a study's tests.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyse/depth_profile/profile_cells.hpp"
#include "analyse/depth_profile/profile_means.hpp"
#include "study/kept_items.hpp"

namespace sneddon {

struct TestProfile {
    std::string test_id;
    std::vector<ProfileCell> cells;
    DepthRange averaged{};  ///< over which its means are
    std::string source;     ///< of the stiffness: "column 'STIFFNESS (N/m)'"
    double rise_nm = nan;   ///< depth where the stiffness leaves its noise

    std::size_t bytes() const {
        return sizeof(*this) + cells.size() * sizeof(ProfileCell) + source.size();
    }
};

using TestProfiles = KeptByTest<TestProfile>;

}  // namespace sneddon
