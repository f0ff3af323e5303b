#include "study/profiles/test_profiles.hpp"

#include <algorithm>
#include <utility>

namespace sneddon {

void TestProfiles::add(TestProfile profile) {
    const std::size_t bytes = sizeof(profile) + profile.cells.size() * sizeof(ProfileCell);
    if (bytes_ + bytes > budget_bytes_) {
        ++left_out_;
        return;
    }
    bytes_ += bytes;
    profiles_.push_back(std::move(profile));
}

void TestProfiles::sort() {
    std::ranges::sort(profiles_, {}, &TestProfile::test_id);
}

const TestProfile* TestProfiles::find(const std::string& test_id) const {
    const auto at = std::ranges::lower_bound(profiles_, test_id, {}, &TestProfile::test_id);
    return at != profiles_.end() && at->test_id == test_id ? &*at : nullptr;
}

}  // namespace sneddon
