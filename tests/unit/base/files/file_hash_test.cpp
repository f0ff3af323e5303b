#include "base/files/file_hash.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/sha256.hpp"

namespace sneddon {
namespace {

TEST(FileHash, IsThatOfTheBytesOverSeveralPieces) {
    const auto path = std::filesystem::path(::testing::TempDir()) / "sneddon_file_hash";
    std::string bytes;
    while (bytes.size() < (std::size_t{33} << 20)) bytes += "line " + std::to_string(bytes.size());
    std::ofstream(path, std::ios::binary) << bytes;
    EXPECT_EQ(sha256_of_file(path), sha256_hex(bytes));
    std::filesystem::remove(path);
    EXPECT_EQ(sha256_of_file(path), "");
}

}  // namespace
}  // namespace sneddon
