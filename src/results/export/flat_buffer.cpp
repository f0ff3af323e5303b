#include "results/export/flat_buffer.hpp"

#include <algorithm>

namespace sneddon {

void FlatBuffer::align(std::size_t bytes, std::size_t alignment) {
    while ((reversed_.size() + bytes) % alignment != 0) reversed_ += '\0';
}

void FlatBuffer::push(std::uint64_t value, std::size_t bytes) {
    align(bytes, bytes);
    for (std::size_t i = bytes; i-- > 0;) reversed_ += static_cast<char>((value >> (8 * i)) & 0xFF);
}

void FlatBuffer::push_place(Place to) {
    constexpr std::size_t width = 4;
    align(width, width);
    push(size() + width - to.from_end, width);
}

FlatBuffer::Place FlatBuffer::text(std::string_view text) {
    align(text.size() + 1, 4);
    reversed_ += '\0';
    reversed_.append(text.rbegin(), text.rend());
    push(text.size(), 4);
    return {size()};
}

FlatBuffer::Place FlatBuffer::places(const std::vector<Place>& places) {
    for (std::size_t i = places.size(); i-- > 0;) push_place(places[i]);
    push(places.size(), 4);
    return {size()};
}

FlatBuffer::Place FlatBuffer::structs(std::string_view bytes, std::size_t count) {
    align(bytes.size(), 8);
    reversed_.append(bytes.rbegin(), bytes.rend());
    push(count, 4);
    return {size()};
}

void FlatBuffer::field(std::size_t slot, Place to) {
    push_place(to);
    fields_.push_back({slot, size()});
}

// The table begins with the distance to its list of slots, which stands right in front of it.
FlatBuffer::Place FlatBuffer::end_table() {
    std::size_t slots = 0;
    for (const Field& field : fields_) slots = std::max(slots, field.slot + 1);
    const std::size_t bytes_of_list = 4 + 2 * slots;
    push(bytes_of_list, 4);
    const Place table{size()};
    for (std::size_t slot = slots; slot-- > 0;) {
        const auto field = std::ranges::find(fields_, slot, &Field::slot);
        push(field == fields_.end() ? 0 : table.from_end - field->from_end, 2);
    }
    push(table.from_end - table_end_, 2);
    push(bytes_of_list, 2);
    return table;
}

std::string FlatBuffer::finish(Place root) {
    align(4, 8);
    push_place(root);
    return {reversed_.rbegin(), reversed_.rend()};
}

}  // namespace sneddon
