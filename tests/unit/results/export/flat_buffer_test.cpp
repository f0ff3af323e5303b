// Read back by the rules of flatbuffers.dev/internals, which the writer does not share.
#include "results/export/flat_buffer.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <optional>

namespace sneddon {
namespace {

template <class Number>
Number at(const std::string& bytes, std::size_t place) {
    EXPECT_EQ(place % sizeof(Number), 0u) << "each number stands at a multiple of its size";
    Number number{};
    if (place + sizeof number <= bytes.size())
        std::memcpy(&number, bytes.data() + place, sizeof number);
    else
        ADD_FAILURE() << "beyond the end: " << place;
    return number;
}

std::size_t followed(const std::string& bytes, std::size_t place) {
    return place + at<std::uint32_t>(bytes, place);
}

std::optional<std::size_t> field(const std::string& bytes, std::size_t table, std::size_t slot) {
    const std::size_t list =
        static_cast<std::size_t>(static_cast<std::int64_t>(table) - at<std::int32_t>(bytes, table));
    const auto bytes_of_list = at<std::uint16_t>(bytes, list);
    if (4 + 2 * slot >= bytes_of_list) return std::nullopt;
    const auto offset = at<std::uint16_t>(bytes, list + 4 + 2 * slot);
    if (offset == 0) return std::nullopt;
    EXPECT_LT(offset, at<std::uint16_t>(bytes, list + 2)) << "inside of its table";
    return table + offset;
}

std::string text(const std::string& bytes, std::size_t place) {
    const auto length = at<std::uint32_t>(bytes, place);
    EXPECT_EQ(bytes.at(place + 4 + length), '\0');
    return bytes.substr(place + 4, length);
}

TEST(FlatBuffer, TablesTextsAndListsAreFoundByTheirSlots) {
    FlatBuffer buffer;
    const std::string structs = std::string("\1\0\0\0\0\0\0\0", 8) + std::string(8, '\2');
    const auto list = buffer.structs(structs, 1);
    const auto inner_text = buffer.text("µ");
    buffer.begin_table();
    buffer.field(0, inner_text);
    const auto inner = buffer.end_table();
    const auto inners = buffer.places({inner, inner});
    const auto none = buffer.places({});
    const auto name = buffer.text("H_IT_GPa");
    buffer.begin_table();
    buffer.field(0, name);
    buffer.field(1, std::uint8_t{7});
    buffer.field(3, inners);
    buffer.field(4, std::int64_t{-5});
    buffer.field(5, list);
    buffer.field(6, none);
    const std::string bytes = buffer.finish(buffer.end_table());

    EXPECT_EQ(bytes.size() % 8, 0u);
    const std::size_t root = followed(bytes, 0);
    EXPECT_EQ(text(bytes, followed(bytes, *field(bytes, root, 0))), "H_IT_GPa");
    EXPECT_EQ(at<std::uint8_t>(bytes, *field(bytes, root, 1)), 7);
    EXPECT_FALSE(field(bytes, root, 2)) << "nothing was put there";
    EXPECT_FALSE(field(bytes, root, 7));
    EXPECT_EQ(at<std::int64_t>(bytes, *field(bytes, root, 4)), -5);
    const std::size_t tables = followed(bytes, *field(bytes, root, 3));
    ASSERT_EQ(at<std::uint32_t>(bytes, tables), 2u);
    for (const std::size_t element : {tables + 4, tables + 8}) {
        const std::size_t table = followed(bytes, element);
        EXPECT_EQ(text(bytes, followed(bytes, *field(bytes, table, 0))), "µ");
    }
    const std::size_t pairs = followed(bytes, *field(bytes, root, 5));
    EXPECT_EQ(at<std::uint32_t>(bytes, pairs), 1u);
    EXPECT_EQ(at<std::int64_t>(bytes, pairs + 4), 1);
    EXPECT_EQ(at<std::uint32_t>(bytes, followed(bytes, *field(bytes, root, 6))), 0u);
}

}  // namespace
}  // namespace sneddon
