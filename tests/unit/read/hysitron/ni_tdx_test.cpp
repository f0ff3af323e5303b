#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/read/read_file.hpp"
#include "support/temporary_folder.hpp"
#include "unit/read/container/tdm/tdm_bytes.hpp"
#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::string numbers(double first) {
    std::vector<double> values;
    for (int i = 0; i < 40; ++i) values.push_back(first + 0.05 * i);
    return testing::MadeTdm{{{"a", {{"x", "s", values}}}}}.body();
}

TEST(NiTdx, AloneIsNamedWithWhatIsMissing) {
    const TemporaryFolder folder;
    for (const double first : {0.0, 0.7}) {  // a clock, or anything
        const auto content = read_file(folder.write("grain 1.tdx", numbers(first)));
        ASSERT_FALSE(content.ok());
        EXPECT_EQ(content.error().code, "SND-R050");
        EXPECT_THAT(content.error().found, HasSubstr("without their head, 'grain 1.tdm'"));
        EXPECT_THAT(content.error().fix, HasSubstr("copy 'grain 1.tdm'"));
    }
}

TEST(NiTdx, BesideItsHeadIsACompanion) {
    const TemporaryFolder folder;
    folder.write("a.tdm", "<usi:tdm/>");
    const auto content = read_file(folder.write("a.tdx", numbers(0.7)));
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "ni-tdx");
    EXPECT_EQ(content->companion, "numbers (.tdx) of 'a.tdm'");
}

TEST(NiTdx, BesideTheTextOfTheTestIsACompanion) {
    const TemporaryFolder folder;
    folder.write("a.txt", testing::HysitronText{}.text());
    const auto content = read_file(folder.write("a.tdx", numbers(0)));
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_THAT(content->companion, HasSubstr("raw form (.tdx) of the test in 'a.txt'"));
}

TEST(NiTdx, OtherBinaryFilesAreNotClaimed) {
    const TemporaryFolder folder;
    EXPECT_EQ(read_file(folder.write("a.bin", numbers(0.7))).error().code, "SND-R003");
    EXPECT_EQ(read_file(folder.write("a.dat", numbers(0))).error().code, "SND-R050");
}

}  // namespace
}  // namespace sneddon
