// FlatBuffers (flatbuffers.dev/internals), as much of them as the heads of an Arrow file need:
// built from the end to the front, so that what is pointed at stands behind what points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

class FlatBuffer {
  public:
    /// Bytes from the end of the buffer to where something begins.
    struct Place {
        std::uint32_t from_end = 0;
    };

    Place text(std::string_view text);
    Place places(const std::vector<Place>& places);
    /// Structs of one layout, whose largest member has 8 bytes.
    Place structs(std::string_view bytes, std::size_t count);

    /// A table: begin_table, its fields by their slots, end_table. What fields point at was made
    /// before; no table is begun inside of another.
    void begin_table() {
        fields_.clear();
        table_end_ = size();
    }
    template <class Integer>
    void field(std::size_t slot, Integer value) {
        push(static_cast<std::uint64_t>(value), sizeof(Integer));
        fields_.push_back({slot, size()});
    }
    void field(std::size_t slot, Place to);
    Place end_table();

    /// The whole buffer; its length is a multiple of 8.
    std::string finish(Place root);

  private:
    struct Field {
        std::size_t slot;
        std::uint32_t from_end;
    };
    std::uint32_t size() const { return static_cast<std::uint32_t>(reversed_.size()); }
    /// Pads so that the place is a multiple of `alignment` when `bytes` more stand there.
    void align(std::size_t bytes, std::size_t alignment);
    void push(std::uint64_t value, std::size_t bytes);
    void push_place(Place to);

    std::string reversed_;
    std::vector<Field> fields_;
    std::uint32_t table_end_ = 0;
};

}  // namespace sneddon
