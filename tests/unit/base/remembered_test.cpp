#include "base/remembered.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <map>

namespace sneddon {
namespace {

/// A memory that counts, and a work that does.
class RememberedValues : public ::testing::Test {
  protected:
    RememberedValues() {
        memory_.find = [this](const std::string& key) -> std::optional<std::string> {
            const auto found = kept_.find(key);
            return found == kept_.end() ? std::nullopt : std::optional(found->second);
        };
        memory_.keep = [this](const std::string& key, const std::string& found) {
            kept_[key] = found;
        };
    }
    std::vector<double> halves(const std::vector<double>& values, int times = 1) {
        return remembered(
            memory_, "halves",
            [&] {
                ++computed_;
                std::vector<double> half = values;
                for (double& value : half) value /= 2 * times;
                return half;
            },
            values, times);
    }

    std::map<std::string, std::string> kept_;
    Memory memory_;
    int computed_ = 0;
};

TEST_F(RememberedValues, AreComputedOnceForTheSameInputs) {
    EXPECT_EQ(halves({2, 4}), (std::vector<double>{1, 2}));
    EXPECT_EQ(halves({2, 4}), (std::vector<double>{1, 2}));
    EXPECT_EQ(computed_, 1);
    EXPECT_EQ(halves({2, 6}), (std::vector<double>{1, 3}));
    EXPECT_EQ(halves({2, 4}, 2), (std::vector<double>{0.5, 1}));
    EXPECT_EQ(halves({2, 4, 0}), (std::vector<double>{1, 2, 0}));
    EXPECT_EQ(computed_, 4);
}

TEST_F(RememberedValues, OfAnotherNameAreOthers) {
    halves({2});
    const double other = remembered(
        memory_, "other", [] { return 7.0; }, std::vector<double>{2}, 1);
    EXPECT_EQ(other, 7);
}

TEST_F(RememberedValues, ThatAreNotWholeAreComputedAgain) {
    halves({2, 4});
    for (const bool is_longer : {false, true}) {
        std::string& found = kept_.begin()->second;
        is_longer ? found.push_back('x') : found.pop_back();
        EXPECT_EQ(halves({2, 4}), (std::vector<double>{1, 2}));
    }
    EXPECT_EQ(computed_, 3);
    halves({2, 4});
    EXPECT_EQ(computed_, 3) << "kept anew";
}

TEST_F(RememberedValues, OfAWorkThatWasStoppedAreNotKept) {
    const std::atomic<bool> stop{true};
    memory_.stop = Stop(stop);
    halves({2, 4});
    EXPECT_TRUE(kept_.empty());
}

TEST_F(RememberedValues, NeedAMemory) {
    memory_ = {};
    halves({2, 4});
    halves({2, 4});
    EXPECT_EQ(computed_, 2);
}

}  // namespace
}  // namespace sneddon
