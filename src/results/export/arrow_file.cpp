#include "results/export/arrow_file.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <ostream>
#include <span>

#include "base/nan.hpp"
#include "results/export/flat_buffer.hpp"
#include "results/tables/head_meaning.hpp"

namespace sneddon {
namespace {

// Numbers of the format's own tables (Schema.fbs, Message.fbs, File.fbs): slots and unions.
constexpr std::int16_t version_5 = 4, double_precision = 2;
enum class TypeOf : std::uint8_t { whole = 2, real = 3, large_utf8 = 20 };
enum class HeaderOf : std::uint8_t { schema = 1, record_batch = 3 };
constexpr std::size_t rows_of_batch = 65536;
constexpr std::string_view magic = "ARROW1";

void put(std::string& bytes, std::uint64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}

void pad(std::string& bytes, std::size_t alignment) {
    bytes.append((alignment - bytes.size() % alignment) % alignment, '\0');
}

TypeOf type_of(const ShownColumn& column) {
    if (column.texts != nullptr) return TypeOf::large_utf8;
    return meaning_of(column.head).is_whole ? TypeOf::whole : TypeOf::real;
}

FlatBuffer::Place write_type(FlatBuffer& buffer, TypeOf type) {
    buffer.begin_table();
    if (type == TypeOf::whole) {
        buffer.field(0, std::int32_t{64});
        buffer.field(1, std::uint8_t{1});  // with a sign
    } else if (type == TypeOf::real) {
        buffer.field(0, double_precision);
    }
    return buffer.end_table();
}

FlatBuffer::Place write_metadata(FlatBuffer& buffer, std::string_view key, std::string_view value) {
    const auto value_at = buffer.text(value), key_at = buffer.text(key);
    buffer.begin_table();
    buffer.field(0, key_at);
    buffer.field(1, value_at);
    return buffer.places({buffer.end_table()});
}

FlatBuffer::Place write_field(FlatBuffer& buffer, const ShownColumn& column) {
    const TypeOf type = type_of(column);
    const std::string unit = meaning_of(column.head).unit;
    FlatBuffer::Place metadata;
    if (!unit.empty()) metadata = write_metadata(buffer, "unit", unit);
    const auto children = buffer.places({});
    const auto type_at = write_type(buffer, type);
    const auto name = buffer.text(column.head);
    buffer.begin_table();
    buffer.field(0, name);
    buffer.field(1, std::uint8_t{type != TypeOf::large_utf8});  // can be null
    buffer.field(2, static_cast<std::uint8_t>(type));
    buffer.field(3, type_at);
    buffer.field(5, children);
    if (!unit.empty()) buffer.field(6, metadata);
    return buffer.end_table();
}

FlatBuffer::Place write_schema(FlatBuffer& buffer, const ShownTable& table,
                               const std::string& generator) {
    std::vector<FlatBuffer::Place> fields;
    for (const ShownColumn& column : table.columns) fields.push_back(write_field(buffer, column));
    const auto fields_at = buffer.places(fields);
    const auto metadata = write_metadata(buffer, "generator", generator);
    buffer.begin_table();
    buffer.field(0, std::int16_t{0});  // little-endian
    buffer.field(1, fields_at);
    buffer.field(2, metadata);
    return buffer.end_table();
}

std::string message(FlatBuffer& buffer, HeaderOf kind, FlatBuffer::Place header,
                    std::size_t bytes_of_body) {
    buffer.begin_table();
    buffer.field(0, version_5);
    buffer.field(1, static_cast<std::uint8_t>(kind));
    buffer.field(2, header);
    buffer.field(3, static_cast<std::int64_t>(bytes_of_body));
    const std::string head = buffer.finish(buffer.end_table());
    std::string bytes;
    put(bytes, 0xFFFFFFFF, 4);
    put(bytes, head.size(), 4);
    return bytes + head;
}

/// Columns of some rows behind each other, and where each part lies.
class Body {
  public:
    void add(const ShownColumn& column, std::size_t begin, std::size_t end) {
        if (column.texts != nullptr)
            add_texts(std::span(*column.texts).subspan(begin, end - begin));
        else
            add_numbers(column, begin, end);
    }
    std::string message(std::size_t rows) const {
        FlatBuffer buffer;
        const auto buffers = buffer.structs(buffers_, buffers_.size() / 16);
        const auto nodes = buffer.structs(nodes_, nodes_.size() / 16);
        buffer.begin_table();
        buffer.field(0, static_cast<std::int64_t>(rows));
        buffer.field(1, nodes);
        buffer.field(2, buffers);
        const auto batch = buffer.end_table();
        return sneddon::message(buffer, HeaderOf::record_batch, batch, bytes_.size());
    }
    const std::string& bytes() const { return bytes_; }

  private:
    void add_node(std::size_t rows, std::size_t nulls) {
        put(nodes_, rows, 8);
        put(nodes_, nulls, 8);
    }
    void add_buffer(const std::string& content) {
        put(buffers_, bytes_.size(), 8);
        put(buffers_, content.size(), 8);
        bytes_ += content;
        pad(bytes_, 64);
    }
    void add_texts(std::span<const std::string> texts) {
        std::string ends, content;
        put(ends, 0, 8);
        for (const std::string& text : texts) {
            content += text;
            put(ends, content.size(), 8);
        }
        add_node(texts.size(), 0);
        add_buffer("");
        add_buffer(ends);
        add_buffer(content);
    }
    void add_numbers(const ShownColumn& column, std::size_t begin, std::size_t end) {
        const bool is_whole = type_of(column) == TypeOf::whole;
        std::string valid((end - begin + 7) / 8, '\0'), content;
        std::size_t nulls = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const double value = column.numbers == nullptr ? nan : (*column.numbers)[i];
            const std::size_t row = i - begin;
            if (is_finite(value))
                valid[row / 8] = static_cast<char>(valid[row / 8] | (1 << (row % 8)));
            else
                ++nulls;
            const double shown = is_finite(value) ? value : 0;
            put(content,
                is_whole ? static_cast<std::uint64_t>(static_cast<std::int64_t>(shown))
                         : std::bit_cast<std::uint64_t>(shown),
                8);
        }
        add_node(end - begin, nulls);
        add_buffer(nulls == 0 ? "" : valid);
        add_buffer(content);
    }

    std::string nodes_, buffers_, bytes_;
};

/// Where a batch lies, for the end of the file.
struct Block {
    std::size_t offset, bytes_of_head, bytes_of_body;
};

std::string footer(const ShownTable& table, const std::string& generator,
                   const std::vector<Block>& blocks) {
    std::string structs;
    for (const Block& block : blocks) {
        put(structs, block.offset, 8);
        put(structs, block.bytes_of_head, 8);  // 4 bytes and 4 of padding
        put(structs, block.bytes_of_body, 8);
    }
    FlatBuffer buffer;
    const auto batches = buffer.structs(structs, blocks.size());
    const auto dictionaries = buffer.structs("", 0);
    const auto schema = write_schema(buffer, table, generator);
    buffer.begin_table();
    buffer.field(0, version_5);
    buffer.field(1, schema);
    buffer.field(2, dictionaries);
    buffer.field(3, batches);
    std::string bytes = buffer.finish(buffer.end_table());
    put(bytes, bytes.size(), 4);
    return bytes;
}

}  // namespace

void write_arrow_file(std::ostream& out, const ShownTable& table, const std::string& generator) {
    std::string head = std::string(magic) + std::string(2, '\0');
    FlatBuffer schema;
    head += message(schema, HeaderOf::schema, write_schema(schema, table, generator), 0);
    out << head;
    std::size_t at = head.size();
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < table.rows; begin += rows_of_batch) {
        const std::size_t end = std::min(begin + rows_of_batch, table.rows);
        Body body;
        for (const ShownColumn& column : table.columns) body.add(column, begin, end);
        const std::string batch = body.message(end - begin);
        out << batch << body.bytes();
        blocks.push_back({at, batch.size(), body.bytes().size()});
        at += batch.size() + body.bytes().size();
    }
    std::string tail;
    put(tail, 0xFFFFFFFF, 8);  // the end of the batches: a message of no bytes
    out << tail << footer(table, generator, blocks) << magic;
}

}  // namespace sneddon
