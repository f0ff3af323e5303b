// From the first bytes of an HDF5 file to all of its groups, attributes and datasets. Each head is
// looked at once, and all that is looked at is paid for from a purse that the length of the file
// fills: structures that overlap or run in circles end in an error.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/container/hdf5/hdf5_file.hpp"

namespace sneddon {

class Hdf5Walk {
  public:
    explicit Hdf5Walk(Hdf5File& file);

    /// What is wrong, or nothing.
    std::optional<std::string> run();

  private:
    struct Message {
        std::uint16_t type = 0;
        bool is_elsewhere = false;  ///< a pointer to it
        std::string_view body;
    };
    using Messages = std::vector<Message>;
    using Block = std::pair<std::uint64_t, std::uint64_t>;  ///< address, size
    /// How messages lie in the blocks of a head of old or new kind.
    struct Framing {
        std::size_t message_head;
        unsigned type_bytes;
        std::size_t signature, checksum;  ///< around a block that continues another
    };

    bool fail(std::string what);
    bool pay(std::uint64_t bytes);
    /// Bytes of the file, paid for. Empty, with trouble, if they are not there.
    std::string_view block(std::uint64_t address, std::uint64_t size, std::string_view what);

    std::optional<std::uint64_t> root_address();
    void add_member(Hdf5Node& group, std::string_view name, std::uint64_t address);
    bool read_object(std::uint64_t address, std::size_t index);
    bool read_messages(std::uint64_t address, Messages& messages);
    bool read_old_messages(std::uint64_t address, Messages& messages);
    bool read_new_messages(std::uint64_t address, Messages& messages);
    bool read_blocks(Block first, const Framing& framing, Messages& messages);
    bool take_message(const Message& message, Hdf5Node& node, Hdf5Dataset& dataset, int& parts);
    bool take_attribute(std::string_view body, Hdf5Node& node);
    bool read_link(std::string_view body, Hdf5Node& node);
    bool read_old_group(std::string_view body, Hdf5Node& node);
    bool read_group_tree(std::uint64_t address, int level, std::string_view names, Hdf5Node& node);
    bool read_group_leaf(std::uint64_t address, std::string_view names, Hdf5Node& node);
    bool read_heap_texts(std::uint64_t address);

    Hdf5File& file_;
    std::uint64_t purse_;
    std::string trouble_;
    std::set<std::uint64_t> nodes_;  // addresses of their heads
    std::vector<std::pair<std::uint64_t, std::size_t>> to_read_;
    std::map<std::uint64_t, Hdf5File::HeapTexts> heaps_;
};

}  // namespace sneddon
