#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/files/file_bytes.hpp"
#include "base/random.hpp"
#include "sneddon/base/codes.hpp"
#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using testing::HysitronText;
using testing::read_text;

struct Recognised {
    std::string format;
    std::string bytes;
};

std::string utf16(const std::string& text) {
    std::string wide;
    for (const char c : text) wide += c, wide += '\0';
    return wide;
}

class CompanionTest : public ::testing::TestWithParam<Recognised> {};

TEST_P(CompanionTest, IsNamed) {
    const auto content = read_text(GetParam().bytes);
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, GetParam().format);
    EXPECT_FALSE(content->companion.empty());
    EXPECT_TRUE(content->tests.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Formats, CompanionTest,
    ::testing::Values(
        Recognised{"hysitron-bcrf", utf16("fileformat = bcrf_unicode\n") + "\x01\x02\x03\x04"},
        Recognised{"femtotools-map",
                   "\"Index\"\t\"Phase\"\t\"Stiffness\"\t\"Depth..nm.\"\n0\t2\t40301.6\t29.2\n"},
        Recognised{"nanosuite-method",
                   "Method Name : C:\\XP\\CSM.msm\r\nOwner : A\r\nChannels\r\n"},
        Recognised{"pdf", "%PDF-1.4\n%\xE2\xE3\xCF\xD3"},
        Recognised{"image", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s},
        Recognised{"image", "\xFF\xD8\xFF\xE0"}, Recognised{"image", "II*\0\x08\0\0\0"s},
        Recognised{"hysitron-ldf",
                   "File Version: Hysitron Load Function version 9.0 Release\n0\t:Low\n"},
        Recognised{"hysitron-results", "Number of Data Points = 12\n   \nFile\thc(nm)\tPmax(uN)\n"},
        Recognised{"antonpaar-results",
                   "Group\tMeasurement\tParameter\tUnit\tValue\r\nA\t1\tHIT\tGPa\t6\r\n"},
        Recognised{"antonpaar-results",
                   "\r\nNew Report\r\n----------\r\nHIT\tData : 1\t7073,410\r\n"},
        Recognised{"sneddon-table", "test_id,file,test,status\n1,a.txt,1,used\n"},
        Recognised{"sneddon-json", "{\n  \"schema\": 1,\n  \"version\": \"0.1.0\"\n}\n"},
        Recognised{"html", "<!DOCTYPE html>\n<html><body>F</body></html>"},
        Recognised{"results-table",
                   "Index,Load,Depth,HARDNESS,MODULUS\nInteger,mN,nm,GPa,GPa\n1,0.4,49,4.7,92\n"},
        Recognised{"results-table",
                   "\"Index\"\t\"Depth..nm.\"\t\"E.GPa\"\t\"H.GPa\"\n0\t29\t220\t7.5\n"},
        Recognised{"results-table",
                   "No of indents,Hardness (GPa),Stiffness (uN/nm)\n0,12.5,78.9\n"},
        Recognised{"toml", "# study\nsample = \"glass\"\n\n[grid]\nnx = 10\nny = 30\n"},
        Recognised{"notes",
                   "These curves were measured on fused silica in March, at 23 degrees.\n"},
        Recognised{"notes",
                   "# Licence\n\nPlease cite the article in any work that uses this set.\n"},
        Recognised{"notes",
                   "この実験は溶融石英の押し込み試験です。荷重は三百マイクロニュートンです。\n"}));

class NamedTest : public ::testing::TestWithParam<Recognised> {};

TEST_P(NamedTest, IsRefusedByItsName) {
    const auto content = read_text(GetParam().bytes);
    ASSERT_FALSE(content.ok()) << content->format;
    EXPECT_EQ(content.error().code, "SND-R004");
    const auto format = std::ranges::find(formats(), GetParam().format, &KnownFormat::id);
    ASSERT_NE(format, formats().end());
    EXPECT_THAT(content.error().found, HasSubstr(std::string(format->description)));
    EXPECT_FALSE(content.error().fix.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Formats, NamedTest,
    ::testing::Values(Recognised{"excel-xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s},
                      Recognised{"hdf5", "\x89HDF\r\n\x1a\n\0\0"s},
                      Recognised{"git-lfs",
                                 "version https://git-lfs.github.com/spec/v1\n"
                                 "oid sha256:4d7a2146\nsize 84977953\n"},
                      Recognised{"archive", "\xFD\x37zXZ\0\0"s}, Recognised{"archive", "BZh91AY"s},
                      Recognised{"optics11-txt", "Date\t1\nDevice:\tChiaro\n"},
                      Recognised{"json", "[\n {\n  \"file\": \"a.csv\"\n }\n]\n"}));

std::string code_of(const std::string& bytes) {
    const auto content = read_text(bytes);
    return content.ok() ? "read as " + content->format : content.error().code;
}

TEST(ReadBytes, TheHeadOfATdmMayBeginAnywhereInTheFirstKilobyte) {
    const std::string name = "<usi:tdm";
    EXPECT_EQ(code_of("<?xml?>" + std::string(1024 - 7 - name.size(), ' ') + name), "SND-R051");
}

TEST(ReadBytes, SignsWithAFewLettersAreNoNotes) {
    EXPECT_EQ(code_of("a: 12:30:45 +++ 17/03/2026 ***\nb: 12:30:46 +++ 17/03/2026 ***\n"),
              "SND-R003");
}

TEST(ReadBytes, AnEmptyFileIsRefused) {
    EXPECT_EQ(code_of(""), "SND-R002");
}

TEST(ReadBytes, BinaryRubbishNamedTxtIsRefused) {
    RandomStream random(11);
    for (int i = 0; i < 20; ++i) {
        std::string bytes;
        while (bytes.size() < 4096) bytes += static_cast<char>(random.index(256));
        EXPECT_EQ(code_of(bytes), "SND-R003");
    }
}

TEST(ReadBytes, ZerosAreRefusedByTheirBeginning) {
    const auto content = read_text(std::string(std::size_t{1} << 20, '\0'));
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R003");
    EXPECT_EQ(content.error().found, "nothing but zero bytes");
}

TEST(ReadBytes, TextOfNoKnownFormatIsQuoted) {
    const auto content = read_text("17;rubbish\n0.1 0.2 0.3\n0.1 0.2 0.3\n0.1 0.2 0.3\n");
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R003");
    EXPECT_THAT(content.error().found, HasSubstr("17;rubbish"));
}

TEST(ReadBytes, ZerosBehindAHeadAreAnErrorThatShowsThem) {
    const auto content = read_text(HysitronText{}.text() + std::string(100'000, '\0'));
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R012");
    EXPECT_THAT(content.error().found, HasSubstr("\\x00"));
    EXPECT_LT(content.error().found.size(), 1000u);
}

// Two files of 2 GB that take no room on the disk: refused by their first block.
TEST(ReadBytes, GigabytesOfZerosAreRefused) {
    const auto path = std::filesystem::path(::testing::TempDir()) / "sneddon_zeros.txt";
    for (const std::string& head : {std::string(), HysitronText{}.text(), "\xFF\xFE"s}) {
        std::ofstream(path, std::ios::binary) << head;
        std::filesystem::resize_file(path, std::uintmax_t{2} << 30);
        const auto file = FileBytes::open(path);
        ASSERT_TRUE(file.ok());
        const auto content = read_bytes(file->bytes(), "zeros.txt", {});
        ASSERT_FALSE(content.ok());
        EXPECT_EQ(content.error().code, head.size() > 2 ? "SND-R012" : "SND-R003");
        EXPECT_LT(content.error().found.size(), 1000u);
    }
    std::filesystem::remove(path);
}

// Every prefix of a file is what a full disk or a broken copy can leave.
TEST(ReadBytes, EveryTruncationIsReadOrRefusedAndNeverCrashes) {
    HysitronText made;
    made.heads = "Depth (nm)\tLoad (\xB5N)\tTime (s)\tDepth (V)\tLoad (V)";
    made.rows = "0.1\t0.2\t0.3\t0.4\t0.5\n\n1.1\t1.2\t1.3\t1.4\t1.5\n2.1\t2.2\t2.3\t2.4\t2.5\n";
    const std::string text = made.text();
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const auto content = read_text(text.substr(0, length));
        if (content.ok()) {
            EXPECT_LE(content->tests.size(), 1u);
        } else {
            EXPECT_NE(find_code(content.error().code), nullptr) << content.error().code;
        }
    }
}

TEST(Formats, IdsAreUniqueAndEveryLineIsFilled) {
    std::set<std::string_view> ids;
    for (const KnownFormat& format : formats()) {
        EXPECT_TRUE(ids.insert(format.id).second) << format.id;
        EXPECT_FALSE(format.vendor.empty() || format.description.empty()) << format.id;
        EXPECT_FALSE(format.is_read && format.is_companion) << format.id;
    }
    EXPECT_TRUE(ids.contains("hysitron-txt") && ids.contains("csv"));
}

// Three levels for what is read; what is only named says by what it is told.
TEST(Formats, EachHasALevelAndItsTraps) {
    for (const KnownFormat& format : formats()) {
        EXPECT_FALSE(format.traps.empty()) << format.id;
        EXPECT_THAT(std::string(format.level),
                    ::testing::ContainsRegex(format.is_read || format.is_companion
                                                 ? "^(verified on [0-9]+ |experimental|made "
                                                   "|told by )"
                                                 : "^told by "))
            << format.id;
        if (format.is_read) {
            EXPECT_FALSE(format.level.starts_with("told by")) << format.id;
        }
    }
}

TEST(GlanceBytes, ASmallFileIsReadWhole) {
    const auto glance = glance_bytes(HysitronText{}.text(), "a.txt", {});
    ASSERT_TRUE(glance.ok());
    EXPECT_FALSE(glance->is_sampled);
    EXPECT_EQ(glance->content.tests.at(0).curve.size(), 4u);
}

TEST(GlanceBytes, ALargeFileIsReadFromItsBeginningAndSaysSo) {
    HysitronText made;
    made.points = "300000";
    made.rows.clear();
    for (int i = 0; i < 300'000; ++i)
        made.rows += fmt::format("{0}.000000\t{0}.000000\t{0}.000000\n", i);
    const auto glance = glance_bytes(made.text(), "a.txt", {});
    ASSERT_TRUE(glance.ok()) << message(glance.error());
    EXPECT_TRUE(glance->is_sampled);
    const auto& test = glance->content.tests.at(0);
    EXPECT_GT(test.curve.size(), 50'000u);
    EXPECT_LT(test.curve.size(), 300'000u);
    EXPECT_THAT(test.reader_flags, ::testing::IsEmpty()) << "nothing is truncated";
}

}  // namespace
}  // namespace sneddon
