// What the refusal of an unknown file says that it looks like, and what it asks for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "base/random.hpp"
#include "sneddon/read/read_file.hpp"
#include "unit/read/container/ole_bytes.hpp"
#include "unit/read/container/zip_bytes.hpp"

namespace sneddon {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using ::testing::Not;

Error refusal(const std::string& bytes) {
    const auto content = read_bytes(bytes, "f", {});
    EXPECT_FALSE(content.ok()) << "read as " << content->format;
    return content.ok() ? Error() : content.error();
}

struct Kind {
    std::string bytes;
    std::string what;
    std::string need;
};

class UnknownFile : public ::testing::TestWithParam<Kind> {};

TEST_P(UnknownFile, SaysWhatItLooksLikeAndWhatIsNeeded) {
    const Error error = refusal(GetParam().bytes);
    EXPECT_EQ(error.code, "SND-R003");
    EXPECT_THAT(error.found, HasSubstr("; looks like " + GetParam().what));
    EXPECT_THAT(error.fix, HasSubstr(GetParam().need));
}

template <class Number>
std::string numbers(Number slope) {
    std::string bytes;
    for (int i = 0; i < 64; ++i) {
        const Number value = slope * static_cast<Number>(i % 7);  // no clock
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes.append(raw, sizeof value);
    }
    return bytes;
}

/// Igor's head of version 5: its shorts add up to zero.
std::string igor_wave() {
    std::string head(384, '\0');
    head[0] = 5;
    head[2] = '\xFB';
    head[3] = '\xFF';
    return head;
}

const std::string tail = "\x01\x02\x03\0\x04\x05\0\0"s;

INSTANTIATE_TEST_SUITE_P(
    Binary, UnknownFile,
    ::testing::Values(
        Kind{"MATLAB 5.0 MAT-file, Platform: PCWIN64" + tail, "MATLAB data (.mat, version 5)",
             "writematrix"},
        Kind{"MATLAB 7.3 MAT-file, Platform: GLNXA64" + tail, "MATLAB data (.mat, version 7.3",
             "writetable"},
        Kind{"CPYA 4.2673 552#\n" + tail, "Origin project (.opj)", "File, Export, ASCII"},
        Kind{"CPYUA 4.3380 99\n" + tail, "Origin project (.opju)", "File, Export, ASCII"},
        Kind{"TDSm\x0E\0\0\0"s + tail, "NI TDMS", ".tdm with .tdx"},
        Kind{"SQLite format 3\0\x10\0"s + tail, "SQLite database", "as CSV"},
        Kind{"\0\1\0\0Standard ACE DB\0"s, "Access database (.accdb)", "as CSV"},
        Kind{"\x93NUMPY\1\0v\0"s + tail, "NumPy array", "numpy.savetxt"},
        Kind{"PAR1\x15\4\x15"s + tail, "Parquet table", "as CSV"},
        Kind{"CDF\1\0\0\0"s + tail, "NetCDF", "as CSV"},
        Kind{"GWYPGwyContainer\0"s + tail, "Gwyddion", "as CSV"},
        Kind{"WDF1\0\2\0\0"s + tail, "Raman spectra", "instead of it"},
        Kind{"\0\0\0\x20"s + "ftypisom" + tail, "video or image", "instead of it"},
        Kind{"MZ\x90\0\3\0\0\0"s, "program of Windows", "instead of it"},
        Kind{"\x7F"s + "ELF\2\1\1\0"s, "program of Linux", "instead of it"},
        Kind{"L\0\0\0\1\x14\2\0\0"s, "shortcut of Windows", "the file it leads to"},
        Kind{igor_wave(), "Igor Pro wave (.ibw)", "as CSV"},
        Kind{numbers(0.7), "numbers alone (64-bit", "give the .tdm"},
        Kind{numbers(0.7F), "numbers alone (32-bit", "nothing in the file says"}));

INSTANTIATE_TEST_SUITE_P(
    Text, UnknownFile,
    ::testing::Values(
        Kind{"LabVIEW Measurement\t\nWriter_Version\t2\n***End_of_Header***\t\n",
             "LabVIEW measurement (.lvm)", "above the line of heads"},
        Kind{"IGOR\nWAVES/D wave0\nBEGIN\n0.1\n0.2\nEND\n", "Igor Pro text", "as CSV"},
        Kind{"\\*File list\r\n\\Version: 0x09200201\r\n", "force curve or image of an AFM",
             "as CSV"},
        Kind{"{\\rtf1\\ansi 12 13\n}", "document (RTF)", "as CSV or text"},
        Kind{"<?xml version=\"1.0\"?>\n<!-- 1 -->\n<Workbook xmlns=\"urn\">\n</Workbook>\n",
             "workbook as XML of Excel 2003", ".xlsx"},
        Kind{"<?xml version=\"1.0\"?><measurement><p>1 2</p></measurement>\n",
             "XML of 'measurement'", "as CSV"},
        Kind{"[run 7]\n0.0 5.1\n0.1 7.3\n0.2 6.9\n0.3 8.8\n",
             "2 columns of numbers between blanks, below '[run 7]': column 1 rises in even steps "
             "of 0.1, as a time, column 2 5.1 to 8.8",
             "a test needs load and depth"},
        Kind{"17;rubbish\n1\t0.1\t7\t0.3\n2\t0.4\t7\t0.1\n3\t0.5\t7\t0.2\n",
             "4 columns of numbers between tabs, below '17;rubbish': column 1 counts its rows, "
             "column 2 rises from 0.1 to 0.5, column 3 always 7, column 4 0.1 to 0.3",
             "a line of heads above the numbers (line 2)"}));

TEST(UnknownFile, BytesWithoutStructureMayBePackedOrEncrypted) {
    RandomStream random(3);
    std::string bytes;
    while (bytes.size() < 8192) bytes += static_cast<char>(random.index(256));
    EXPECT_THAT(refusal(bytes).found, HasSubstr("looks like bytes without structure"));
    bytes.resize(4000);
    EXPECT_THAT(refusal(bytes).found, Not(HasSubstr("looks like")));
    EXPECT_THAT(refusal(bytes).fix, HasSubstr("would let it be read"));
}

TEST(UnknownFile, ZerosAskForAnotherCopy) {
    EXPECT_THAT(refusal(std::string(100, '\0')).fix, HasSubstr("copy the file again"));
}

TEST(UnknownFile, ColumnsWithoutHeadsAreDescribed) {
    const Error error = refusal("0\t1.5\t0.3\n0.5\t1.7\t0.2\n1\t2.0\t0.5\n1.5\t2.9\t0.4\n");
    EXPECT_EQ(error.code, "SND-R017");
    EXPECT_THAT(error.found, HasSubstr("without heads: 3 columns of numbers between tabs: column 1 "
                                       "rises in even steps of 0.5, as a time, column 2 rises from "
                                       "1.5 to 2.9, column 3 0.2 to 0.5"));
}

class UnknownCompoundFile : public ::testing::TestWithParam<Kind> {};

TEST_P(UnknownCompoundFile, SaysWhatItHolds) {
    const Error error = refusal(GetParam().bytes);
    EXPECT_EQ(error.code, "SND-R004");
    EXPECT_THAT(error.found, HasSubstr(GetParam().what));
    EXPECT_THAT(error.fix, HasSubstr(GetParam().need));
}

INSTANTIATE_TEST_SUITE_P(
    Streams, UnknownCompoundFile,
    ::testing::Values(Kind{testing::ole_bytes({{"WordDocument", "text"}}),
                           "it is a Word document (.doc)", "as CSV or text"},
                      Kind{testing::ole_bytes({{"Book", "text"}}),
                           "it is a workbook of Excel 5 or 95", "again as .xlsx"},
                      Kind{testing::ole_bytes({{"EncryptedPackage", "text"}}),
                           "it is an encrypted workbook", "without a password"},
                      Kind{testing::ole_bytes({{"Workbook", "no book"}}),
                           "it is an Excel workbook (.xls) without its first record",
                           "copy the file again"},
                      Kind{testing::ole_bytes({{"Curves", "1"}, {"Setup", "2"}}),
                           "its streams are 'Curves', 'Setup'", "export the tests"},
                      Kind{testing::ole_bytes({{"Workbook", "no book"}}).substr(0, 600),
                           "it is damaged: ", "copy the file again"}));

// Beside tests a companion would be passed over.
TEST(UnknownFile, AnOpenDocumentSpreadsheetIsNoCompanion) {
    const std::string type = "application/vnd.oasis.opendocument.spreadsheet";
    const Error error =
        refusal(testing::zip_bytes({{"mimetype", type, true}, {"content.xml", "<x/>"}}));
    EXPECT_EQ(error.code, "SND-R004");
    EXPECT_THAT(error.found, HasSubstr("OpenDocument spreadsheet (.ods)"));
    EXPECT_EQ(error.fix, "save it as .xlsx, or as CSV");
    const auto text = read_bytes(
        testing::zip_bytes({{"mimetype", "application/vnd.oasis.opendocument.text", true}}), "f",
        {});
    ASSERT_TRUE(text.ok()) << message(text.error());
    EXPECT_EQ(text->companion, "document (Word, OpenDocument)");
}

}  // namespace
}  // namespace sneddon
