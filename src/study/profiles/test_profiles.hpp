// The depth profiles of a study's tests.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyse/depth_profile/profile_cells.hpp"
#include "study/kept_items.hpp"

namespace sneddon {

struct TestProfile {
    std::string test_id;
    std::vector<ProfileCell> cells;

    std::size_t bytes() const { return sizeof(*this) + cells.size() * sizeof(ProfileCell); }
};

using TestProfiles = KeptByTest<TestProfile>;

}  // namespace sneddon
