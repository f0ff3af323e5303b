#include "read/container/hdf5/hdf5_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "read/container/hdf5/hdf5_numbers.hpp"
#include "read/container/zlib_stream.hpp"
#include "unit/read/container/hdf5/hdf5_bytes.hpp"

namespace sneddon {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<double> numbers = {0.5, -1.25, 3e8, 7};

Hdf5Item file_item() {
    Hdf5Item dataset = reals(numbers);
    dataset.attributes = {text_attribute("unit", "nm"), heap_attribute("long", "a text in a heap")};
    Hdf5Item group;
    group.members = {{"b", dataset}, {"c", reals({1})}};
    group.attributes = {real_attribute("drift", 0.25)};
    Hdf5Item root;
    root.members = {{"a", group}, {"z", Hdf5Item()}};
    return root;
}

/// {1, 2, 3, 4, 5} in chunks of 3, the last filled up, shuffled and deflated.
Hdf5Item packed_wholes() {
    Hdf5Item item;
    item.type = whole_type(4);
    item.count = 5;
    item.chunk = 3;
    item.filters = {2, 1};
    for (const std::vector<unsigned>& chunk : {std::vector{1U, 2U, 0x01020304U}, {4U, 5U, 0U}}) {
        std::string apart;
        for (int place = 0; place < 4; ++place)
            for (const unsigned value : chunk) apart += static_cast<char>(value >> (8 * place));
        const std::string packed = pack_zlib(apart, 6);
        item.raw += packed;
        item.chunk_bytes.push_back(packed.size());
    }
    return item;
}

Hdf5File opened(const std::string& bytes) {
    auto file = Hdf5File::open(bytes, "a.h5");
    EXPECT_TRUE(file.ok()) << message(file.error());
    return std::move(file).value();
}

std::string trouble_of(const std::string& bytes) {
    const auto file = Hdf5File::open(bytes, "a.h5");
    if (file) return "none";
    EXPECT_EQ(file.error().code, "SND-R042");
    return file.error().found;
}

TEST(Hdf5File, GivesGroupsAttributesAndNumbers) {
    const std::string bytes = Hdf5Bytes::of(file_item());
    const Hdf5File file = opened(bytes);
    const Hdf5Node* group = file.find(file.root(), "a");
    ASSERT_NE(group, nullptr);
    EXPECT_FALSE(group->dataset.has_value());
    EXPECT_EQ(file.number(*group, "drift"), 0.25);
    EXPECT_EQ(file.number(*group, "unit"), std::nullopt);
    const Hdf5Node* dataset = file.find(*group, "b");
    ASSERT_NE(dataset, nullptr);
    EXPECT_EQ(file.text(*dataset, "unit"), "nm");
    EXPECT_EQ(file.text(*dataset, "long"), "a text in a heap");
    EXPECT_EQ(file.text(*dataset, "none"), "");
    EXPECT_EQ(hdf5_doubles(file, *dataset->dataset, "b").value(), numbers);
    EXPECT_EQ(file.find(*group, "d"), nullptr);
}

TEST(Hdf5File, UnpacksChunks) {
    Hdf5Item root;
    root.members = {{"w", packed_wholes()}};
    const std::string bytes = Hdf5Bytes::of(root);
    const Hdf5File file = opened(bytes);
    EXPECT_THAT(hdf5_wholes(file, *file.find(file.root(), "w")->dataset, "w").value(),
                ElementsAre(1, 2, 0x01020304, 4, 5));
}

TEST(Hdf5File, NamesAFilterThatIsNotRead) {
    Hdf5Item root, item = packed_wholes();
    item.filters = {32015, 1};
    root.members = {{"w", item}};
    const std::string bytes = Hdf5Bytes::of(root);
    const Hdf5File file = opened(bytes);
    const auto read = hdf5_wholes(file, *file.find(file.root(), "w")->dataset, "w");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, "SND-R004");
    EXPECT_THAT(read.error().found, HasSubstr("filter"));
}

TEST(Hdf5File, AChunkThatIsDamagedIsAnError) {
    Hdf5Item root, item = packed_wholes();
    item.raw[12] = static_cast<char>(item.raw[12] ^ 0x55);
    root.members = {{"w", item}};
    const std::string bytes = Hdf5Bytes::of(root);
    const Hdf5File file = opened(bytes);
    EXPECT_FALSE(hdf5_wholes(file, *file.find(file.root(), "w")->dataset, "w").ok());
}

// A chunk of 32 kB of zeros, 64 of them in one place: nothing of it is believed.
TEST(Hdf5File, MoreNumbersThanFitAreRefusedBeforeMemoryIsAsked) {
    for (const std::uint64_t count : {std::uint64_t{1} << 40, std::uint64_t{1} << 63}) {
        Hdf5Item root, item = packed_wholes();
        item.count = count;
        root.members = {{"w", item}};
        const auto file = Hdf5File::open(Hdf5Bytes::of(root), "a.h5");
        ASSERT_FALSE(file.ok());
        EXPECT_EQ(file.error().code, "SND-R042");
    }
}

TEST(Hdf5File, CutAnywhereItIsAnErrorAtOnce) {
    const std::string bytes = Hdf5Bytes::of(file_item());
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t length = 0; length < bytes.size(); ++length)
        ASSERT_NE(trouble_of(bytes.substr(0, length)), "none") << length;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(Hdf5File, AnyByteMayBeWrong) {
    Hdf5Item root = file_item();
    root.members.push_back({"w", packed_wholes()});
    const std::string bytes = Hdf5Bytes::of(root);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (const char wrong : {'\0', '\x01', '\x7f', '\xff'}) {
            std::string other = bytes;
            other[i] = wrong;
            const auto file = Hdf5File::open(other, "a.h5");
            if (!file) continue;
            for (std::size_t n = 0; const auto& [name, index] : file->root().members) {
                const Hdf5Node& node = file->node(index);
                if (node.dataset && ++n > 0) (void)hdf5_wholes(*file, *node.dataset, "w").ok();
            }
        }
}

// A group that holds itself is read once.
TEST(Hdf5File, CirclesEnd) {
    std::string bytes = Hdf5Bytes::of(file_item());
    const std::string root_address = bytes.substr(64, 8);
    const std::size_t leaf = bytes.rfind("SNOD");
    ASSERT_NE(leaf, std::string::npos);
    bytes.replace(leaf + 8 + 8, 8, root_address);
    const auto file = Hdf5File::open(bytes, "a.h5");
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->root().members.size(), 1u);
}

TEST(Hdf5File, NewerHeadsAreRead) {
    // A head of version 2 with a link of version 1 to a dataset of the older kind.
    Hdf5Item root;
    root.members = {{"old", reals(numbers)}};
    std::string bytes = Hdf5Bytes::of(root);
    const std::size_t leaf = bytes.rfind("SNOD");
    const std::string dataset = bytes.substr(leaf + 8 + 8, 8);
    const std::string link = little(1, 1) + little(0, 1) + little(3, 1) + "new" + dataset;
    const std::string message = little(6, 1) + little(link.size(), 2) + little(0, 1) + link;
    const std::size_t head = bytes.size();
    bytes +=
        "OHDR" + little(2, 1) + little(0, 1) + little(message.size(), 1) + message + little(0, 4);
    bytes.replace(64, 8, little(head, 8));
    bytes.replace(40, 8, little(bytes.size(), 8));
    const Hdf5File file = opened(bytes);
    const Hdf5Node* found = file.find(file.root(), "new");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(hdf5_doubles(file, *found->dataset, "new").value(), numbers);
}

}  // namespace
}  // namespace sneddon
