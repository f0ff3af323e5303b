#include "base/ordered_parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <vector>

namespace sneddon {
namespace {

class OrderedParallelTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(OrderedParallelTest, ConsumesEveryValueInOrder) {
    std::vector<std::size_t> seen;
    ordered_parallel(
        500, GetParam(), {}, [](std::size_t i) { return std::make_unique<std::size_t>(i * i); },
        [&](std::size_t i, std::unique_ptr<std::size_t> value) {
            EXPECT_EQ(*value, i * i);
            seen.push_back(i);
        });
    ASSERT_EQ(seen.size(), 500u);
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i);
}

TEST_P(OrderedParallelTest, NothingToDoIsDone) {
    ordered_parallel(
        0, GetParam(), {}, [](std::size_t) { return 0; },
        [](std::size_t, int) { FAIL() << "there is no value"; });
}

// The promise that memory does not grow with count: no more than threads * 4 are ever waiting.
TEST_P(OrderedParallelTest, ProducesOnlyAsFarAheadAsPromised) {
    const std::size_t ahead = std::size_t{GetParam()} * 4;
    std::atomic<std::size_t> consumed = 0, furthest = 0;
    ordered_parallel(
        300, GetParam(), {},
        [&](std::size_t i) {
            const std::size_t distance = i - std::min(i, consumed.load());
            std::size_t old = furthest.load();
            while (old < distance && !furthest.compare_exchange_weak(old, distance)) {
            }
            return i;
        },
        [&](std::size_t, std::size_t) { ++consumed; });
    EXPECT_LE(furthest.load(), ahead);
}

TEST_P(OrderedParallelTest, AStopLeavesAPrefix) {
    std::atomic<bool> stop = false;
    std::vector<std::size_t> seen;
    ordered_parallel(
        1000, GetParam(), Stop(stop), [](std::size_t i) { return i; },
        [&](std::size_t i, std::size_t) {
            seen.push_back(i);
            if (i == 20) stop = true;
        });
    ASSERT_EQ(seen.size(), 21u);
    EXPECT_EQ(seen.back(), 20u);
}

TEST_P(OrderedParallelTest, AnExceptionOfTheConsumerEndsTheWorkers) {
    const auto run = [&] {
        ordered_parallel(
            1000, GetParam(), {}, [](std::size_t i) { return i; },
            [](std::size_t i, std::size_t) {
                if (i == 5) throw std::runtime_error("full disk");
            });
    };
    EXPECT_THROW(run(), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedParallelTest, ::testing::Values(1u, 2u, 5u));

}  // namespace
}  // namespace sneddon
