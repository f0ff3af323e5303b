// Real instrument files lie outside the project; tests that need them are skipped by name without.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/places.hpp"

namespace sneddon::testing {

/// SNEDDON_SHARED, else ../shared beside the checkout, else empty.
inline std::filesystem::path shared_folder() {
    if (const char* given = std::getenv("SNEDDON_SHARED")) return given;
    const auto beside = std::filesystem::path(source_folder).parent_path() / "shared";
    return std::filesystem::is_directory(beside) ? beside : std::filesystem::path();
}

}  // namespace sneddon::testing

/// First line of a test on real files. With SNEDDON_SHARED set, a missing file is a failure.
#define SNEDDON_NEEDS_SHARED()                     \
    if (sneddon::testing::shared_folder().empty()) \
    GTEST_SKIP() << "needs the real instrument files: set SNEDDON_SHARED"
