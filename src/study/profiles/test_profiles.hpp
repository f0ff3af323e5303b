// The depth profiles of a study's tests, bounded: what would pass the budget is not kept.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyse/depth_profile/profile_cells.hpp"

namespace sneddon {

struct TestProfile {
    std::string test_id;
    std::vector<ProfileCell> cells;
};

class TestProfiles {
  public:
    explicit TestProfiles(std::size_t budget_bytes) : budget_bytes_(budget_bytes) {}
    void add(TestProfile profile);
    const TestProfile* find(const std::string& test_id) const;  ///< after sort()
    void sort();                                                ///< by test_id
    bool is_empty() const { return profiles_.empty(); }
    std::size_t left_out() const { return left_out_; }
    const std::vector<TestProfile>& all() const { return profiles_; }

  private:
    std::size_t budget_bytes_;
    std::size_t bytes_ = 0;
    std::size_t left_out_ = 0;
    std::vector<TestProfile> profiles_;
};

}  // namespace sneddon
