#include "base/fresh_memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace sneddon {
namespace {

// What is there stays, whatever the range: nothing is dropped, and no other page is touched.
TEST(FreshMemory, WhatIsThereStays) {
    std::vector<char> bytes(100'000, 'a');
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{4096}, bytes.size()})
        bring_in_pages(bytes.data(), size);
    EXPECT_EQ(std::ranges::count(bytes, 'a'), 100'000);
    bring_in_pages(nullptr, 0);
}

}  // namespace
}  // namespace sneddon
