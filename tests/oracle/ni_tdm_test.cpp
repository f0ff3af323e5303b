// NI TDM: files of instruments as scripts/decode-tdm (Python) decodes them, NI's own samples as the
// formulas they were made from, and halves of pairs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>

#include "read/container/tdm/tdm_values.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

bool unpack(const std::string& archive, const TemporaryFolder& folder) {
    const auto path = testing::shared_folder() / "data" / archive;
    const std::string command = "tar xJf '" + path.string() + "' -C '" + folder.path().string() +
                                "' 2> '" + (folder.path() / "log").string() + "'";
    return std::system(command.c_str()) == 0;
}

using Decoded = std::map<std::string, std::vector<double>>;  // by "group<tab>channel"

/// Empty where there is no Python.
Decoded decoded_by_python(const std::string& head, const TemporaryFolder& folder) {
    const std::string out = (folder.path() / "decoded").string();
    const std::string command = "python3 '" +
                                (testing::source_root / "scripts/decode-tdm").string() + "' '" +
                                head + "' > '" + out + "'";
    if (std::system(command.c_str()) != 0) return {};
    Decoded decoded;
    std::ifstream file(out);
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string_view> cells;
        for (std::string_view rest = line; true;) {
            const std::size_t tab = rest.find('\t');
            cells.push_back(rest.substr(0, tab));
            if (tab == rest.npos) break;
            rest.remove_prefix(tab + 1);
        }
        auto& values = decoded[std::string(cells.at(0)) + "\t" + std::string(cells.at(1))];
        for (std::size_t i = 3; i < cells.size(); ++i)
            values.push_back(parse_number(cells[i]).value());
    }
    return decoded;
}

void expect_same_bits(const std::vector<double>& values, const std::vector<double>& decoded,
                      const std::string& what) {
    ASSERT_EQ(values.size(), decoded.size()) << what;
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_TRUE(values[i] == decoded[i] || (std::isnan(values[i]) && std::isnan(decoded[i])))
            << what << " [" << i << "]: " << values[i] << " and " << decoded[i];
}

TEST(NiTdmOracle, TheFourPairsAreWhatPythonDecodes) {
    SNEDDON_NEEDS_SHARED();
    const auto instruments = testing::shared_folder() / "data/instruments/bruker_hysitron";
    const TemporaryFolder folder;
    if (std::system("python3 --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "needs python3";
    std::size_t channels = 0;
    for (const std::string name :
         {"12500uN 01 LC", "12500uN 02 LC", "nan_error_dyn_10000uN", "quasi_static_12000uN"}) {
        const std::string path = (instruments / (name + ".tdm")).string();
        const Decoded decoded = decoded_by_python(path, folder);
        const std::string xml = testing::file_text(path);
        const std::string body = testing::file_text(instruments / (name + ".tdx"));
        const auto head = read_tdm_head(xml, path);
        ASSERT_TRUE(head.ok()) << message(head.error());
        std::size_t found = 0;
        for (const TdmGroup& group : head->groups)
            for (const TdmChannel& channel : group.channels) {
                const auto values = tdm_values(*head, channel, body, name);
                ASSERT_TRUE(values.ok()) << message(values.error());
                const auto same = decoded.find(group.name + "\t" + channel.name);
                ASSERT_NE(same, decoded.end()) << group.name << ' ' << channel.name;
                expect_same_bits(*values, same->second, name + ' ' + channel.name);
                ++found;
            }
        EXPECT_EQ(found, decoded.size()) << name;
        channels += found;

        const auto content = read_file(path);
        ASSERT_TRUE(content.ok()) << message(content.error());
        ASSERT_EQ(content->tests.size(), 1u);
        const auto& test = content->tests[0];
        const std::string group = "Indentation All Data Points\t";
        expect_same_bits(test.curve.time_s, decoded.at(group + "Test Time"), name);
        expect_same_bits(test.curve.depth_nm, decoded.at(group + "Indent Disp."), name);
        expect_same_bits(test.curve.load_uN, decoded.at(group + "Indent Load"), name);
        EXPECT_GE(test.marks.size(), 5u) << name;
        // 11.5 nm/mN and the drift of the head, in the depth itself.
        EXPECT_NEAR(*test.applied.frame_compliance_nm_per_uN, 0.0115, 1e-12) << name;
        EXPECT_NEAR(*test.applied.drift_nm_per_s, *test.stated.drift_nm_per_s, 1e-9) << name;
        EXPECT_THAT(test.applied.evidence, HasSubstr("regression")) << name;
        EXPECT_TRUE(test.time_stamp.has_value()) << name;
    }
    EXPECT_EQ(channels, 158u);  // 14 + 14 + 116 + 14
}

// A sin(F i/100), in both byte orders; a + b i where the head says so.
TEST(NiTdmOracle, TheSamplesAreTheSinesTheyWereMadeFrom) {
    SNEDDON_NEEDS_SHARED();
    const TemporaryFolder folder;
    if (!unpack("ni_tdm/tdmtermite_samples.tar.xz", folder)) GTEST_SKIP() << "needs tar and xz";
    const auto samples = folder.path() / "samples";
    std::size_t sines = 0, lines = 0, unknown = 0;
    for (const std::string name : {"SineData", "SineData-be", "SineData_implicit"}) {
        const std::string xml = testing::file_text(samples / (name + ".tdm"));
        const auto head = read_tdm_head(xml, name);
        ASSERT_TRUE(head.ok()) << message(head.error());
        const std::string body = testing::file_text(samples / head->body_name);
        for (const TdmGroup& group : head->groups)
            for (const TdmChannel& channel : group.channels) {
                EXPECT_EQ(channel.rows, 1000u);
                if (channel.sequence == TdmSequence::unknown) {
                    ++unknown;  // implicit_linear without parameters
                    continue;
                }
                const auto values = tdm_values(*head, channel, body, name);
                ASSERT_TRUE(values.ok()) << message(values.error());
                const double number = parse_number(channel.name.substr(4)).value();
                const bool is_amplitude = channel.name.starts_with("A");
                const double A = is_amplitude ? number : 1, F = is_amplitude ? 1 : number;
                for (std::size_t i = 0; i < values->size(); ++i) {
                    const auto x = static_cast<double>(i);
                    // The last bits of i/100 in NI's sine: up to 160 radians.
                    const double expected = channel.sequence == TdmSequence::values
                                                ? A * std::sin(F * x / 100)
                                                : channel.a + channel.b * x;
                    ASSERT_NEAR((*values)[i], expected, 1e-12 * A) << channel.name << i;
                }
                ++(channel.sequence == TdmSequence::values ? sines : lines);
            }
        // No load and no depth: named, with its groups.
        const auto content = read_file((samples / (name + ".tdm")).string());
        ASSERT_FALSE(content.ok());
        EXPECT_EQ(content.error().code, "SND-R017");
        EXPECT_THAT(content.error().found, HasSubstr("'Amplitudes', 'Frequencies'"));
    }
    EXPECT_EQ(sines, 21u);
    EXPECT_EQ(lines, 8u);
    EXPECT_EQ(unknown, 1u);
}

TEST(NiTdmOracle, SixOrphansAreNamed) {
    SNEDDON_NEEDS_SHARED();
    const TemporaryFolder folder;
    if (!unpack("fused_quartz_ti990/fused_quartz_ti990_6tdx.tar.xz", folder))
        GTEST_SKIP() << "needs tar and xz";
    const std::vector<std::string> paths = {folder.path().string()};
    std::size_t orphans = 0;
    for (const InputPath& input : expand_paths(paths, "")) {
        if (!input.path.ends_with(".tdx")) continue;
        const auto content = read_file(input.path);
        ASSERT_FALSE(content.ok()) << input.path;
        EXPECT_EQ(content.error().code, "SND-R050");
        EXPECT_THAT(content.error().found, HasSubstr("without their head"));
        ++orphans;
    }
    EXPECT_EQ(orphans, 6u);
    // Beside their texts they are companions of those.
    if (!unpack("fused_quartz_ti990/fused_quartz_ti990_100txt.tar.xz", folder))
        GTEST_SKIP() << "needs tar and xz";
    std::size_t companions = 0;
    for (const InputPath& input : expand_paths(paths, "")) {
        if (!input.path.ends_with(".tdx")) continue;
        const auto content = read_file(input.path);
        ASSERT_TRUE(content.ok()) << message(content.error());
        EXPECT_THAT(content->companion, HasSubstr("of the test in"));
        ++companions;
    }
    EXPECT_EQ(companions, 6u);
}

}  // namespace
}  // namespace sneddon
