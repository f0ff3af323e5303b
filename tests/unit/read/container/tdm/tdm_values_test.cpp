#include "read/container/tdm/tdm_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/read/container/tdm/tdm_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::MadeTdm;

MadeTdm made_of(const testing::MadeChannel& channel) {
    return {{{"before", {{"x", "", {1, 2, 3, 4, 5, 6, 7, 8}}}}, {"group", {channel}}}};
}

Result<std::vector<double>> values_of(const MadeTdm& made) {
    const auto head = read_tdm_head(made.head(), "made.tdm");
    if (!head) return head.error();
    return tdm_values(*head, head->find_group("group")->channels.at(0), made.body(), "made.tdx");
}

TEST(TdmValues, AreTheSameInBothByteOrdersAndInEveryType) {
    for (const char* type : {"eFloat64Usi", "eFloat32Usi", "eInt32Usi", "eInt16Usi"})
        for (const bool is_big_endian : {false, true}) {
            MadeTdm made = made_of({"y", "nm", {-2, 0, 300}, type});
            made.is_big_endian = is_big_endian;
            const auto values = values_of(made);
            ASSERT_TRUE(values.ok()) << message(values.error());
            EXPECT_THAT(*values, ElementsAre(-2, 0, 300)) << type << is_big_endian;
        }
    EXPECT_THAT(values_of(made_of({"y", "", {255, 7}, "eUInt8Usi"})).value(), ElementsAre(255, 7));
}

// The bytes FF FE ... F8 as whole numbers of every size, read from either end.
TEST(TdmValues, WholeNumbersHaveTheirSizeAndSign) {
    const std::string bytes = "\xFF\xFE\xFD\xFC\xFB\xFA\xF9\xF8";
    struct Case {
        TdmNumber number;
        std::size_t count;
        double little, big;  // the first of them
    };
    const std::vector<Case> cases = {
        {TdmNumber::int8, 8, -0x01, -0x01},
        {TdmNumber::uint8, 8, 0xFF, 0xFF},
        {TdmNumber::int16, 4, -0x0101, -0x0002},
        {TdmNumber::uint16, 4, 0xFEFF, 0xFFFE},
        {TdmNumber::int32, 2, -0x03020101, -0x00010204},
        {TdmNumber::uint32, 2, 0xFCFDFEFFU, 0xFFFEFDFCU},
        {TdmNumber::int64, 1, -506097522914230529.0, -283686952306184.0},
        {TdmNumber::uint64, 1, 17940646550795321087.0, 18446460386757245432.0},
    };
    for (const Case& made : cases)
        for (const bool is_big_endian : {false, true}) {
            TdmHead head;
            head.is_big_endian = is_big_endian;
            TdmChannel channel;
            channel.sequence = TdmSequence::values;
            channel.block = {0, made.count, made.number};
            const auto values = tdm_values(head, channel, bytes, "made.tdx");
            ASSERT_TRUE(values.ok()) << message(values.error());
            ASSERT_EQ(values->size(), made.count);
            EXPECT_EQ(values->at(0), is_big_endian ? made.big : made.little) << made.count;
            channel.block.length = made.count + 1;
            EXPECT_FALSE(tdm_values(head, channel, bytes, "made.tdx").ok());
        }
}

TEST(TdmValues, OfImplicitChannelsAreMadeFromTheirParameters) {
    EXPECT_THAT(
        values_of(made_of({"y", "", {9, 9, 9}, "eFloat64Usi", "implicit_linear", "-0.5 1.25"}))
            .value(),
        ElementsAre(-0.5, 0.75, 2));
    EXPECT_THAT(
        values_of(made_of({"y", "", {9, 9}, "eFloat64Usi", "implicit_constant", "4"})).value(),
        ElementsAre(4, 4));
    EXPECT_THAT(values_of(made_of({"y", "", {1, 2}, "eInt16Usi", "raw_linear", "10 0.5"})).value(),
                ElementsAre(10.5, 11));
}

TEST(TdmValues, OutsideOfTheNumbersAreAnError) {
    const MadeTdm made = made_of({"y", "nm", {1, 2, 3}});
    const auto head = read_tdm_head(made.head(), "made.tdm");
    ASSERT_TRUE(head.ok());
    const TdmChannel& channel = head->groups[1].channels[0];
    const std::string body = made.body();
    EXPECT_TRUE(tdm_values(*head, channel, body, "b").ok());
    for (const std::size_t length :
         {body.size() - 1, std::size_t{64}, std::size_t{63}, std::size_t{0}}) {
        const auto values = tdm_values(*head, channel, body.substr(0, length), "made.tdx");
        ASSERT_FALSE(values.ok()) << length;
        EXPECT_EQ(values.error().code, "SND-R051");
        EXPECT_THAT(values.error().found, HasSubstr("'y' of 3 values of 8 bytes from byte 64 on"));
    }
}

// 2^61 values of 8 bytes are 0 bytes in 64 bits.
TEST(TdmValues, CountsAndPlacesOfTheWholeAddressSpaceAreAnError) {
    TdmHead head;
    TdmChannel channel;
    channel.sequence = TdmSequence::values;
    const std::string body(1000, '\0');
    for (const auto& [offset, length] : {std::pair{std::uint64_t{0}, std::uint64_t{1} << 61},
                                         std::pair{std::uint64_t{8}, (std::uint64_t{1} << 61) - 1},
                                         std::pair{~std::uint64_t{7}, std::uint64_t{2}},
                                         std::pair{std::uint64_t{0}, std::uint64_t{1} << 32}}) {
        channel.block = {offset, length, TdmNumber::float64};
        EXPECT_FALSE(tdm_values(head, channel, body, "b").ok()) << offset << ' ' << length;
    }
    channel.sequence = TdmSequence::linear;
    channel.rows = std::uint64_t{1} << 40;
    EXPECT_FALSE(tdm_values(head, channel, body, "b").ok());
}

TEST(TdmValues, MoreThanTheBytesAreNotAfforded) {
    TdmBudget budget("twelve bytes");
    EXPECT_TRUE(budget.spend(10));
    EXPECT_TRUE(budget.spend(2));
    EXPECT_FALSE(budget.spend(1));
    EXPECT_FALSE(TdmBudget("twelve bytes").spend(~std::uint64_t{0}));
}

}  // namespace
}  // namespace sneddon
