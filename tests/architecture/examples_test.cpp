// The committed example is what its script makes.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

TEST(Examples, AreMadeByTheirScriptByteForByte) {
    if (std::system("python3 --version >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "needs python3 to run scripts/make-examples";
    const auto made = std::filesystem::path(::testing::TempDir()) / "sneddon_examples";
    std::filesystem::remove_all(made);
    const auto script = source_root / "scripts/make-examples";
    ASSERT_EQ(std::system(("python3 '" + script.string() + "' '" + made.string() + "'").c_str()),
              0);

    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(made)) {
        if (!entry.is_regular_file()) continue;
        const auto name = std::filesystem::relative(entry.path(), made);
        EXPECT_TRUE(text_of(entry.path()) == text_of(source_root / name)) << name;
        ++files;
    }
    EXPECT_EQ(files, 12);
    std::filesystem::remove_all(made);
}

}  // namespace
}  // namespace sneddon::testing
