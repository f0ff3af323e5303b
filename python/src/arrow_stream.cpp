// The Arrow C data and stream interfaces by hand: three structs whose layout is a standard.
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>

#include "tables.hpp"

extern "C" {

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    ArrowSchema** children;
    ArrowSchema* dictionary;
    void (*release)(ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    ArrowArray** children;
    ArrowArray* dictionary;
    void (*release)(ArrowArray*);
    void* private_data;
};

struct ArrowArrayStream {
    int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
    int (*get_next)(ArrowArrayStream*, ArrowArray* out);
    const char* (*get_last_error)(ArrowArrayStream*);
    void (*release)(ArrowArrayStream*);
    void* private_data;
};
}

namespace sneddon::python {
namespace {

constexpr std::int64_t is_nullable = 2;  ///< ARROW_FLAG_NULLABLE

/// Releases what its consumer has not moved away: a moved one has no release of its own left.
template <class Node>
void release_children(Node* node) {
    for (std::int64_t i = 0; i < node->n_children; ++i)
        if (node->children[i]->release != nullptr) node->children[i]->release(node->children[i]);
}

/// One pair: count, length and bytes of the key, length and bytes of the value (32-bit integers of
/// the machine).
std::string metadata_of(const std::string& key, const std::string& value) {
    std::string bytes;
    const auto put = [&](std::size_t number) {
        const auto narrow = static_cast<std::int32_t>(number);
        bytes.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
    };
    put(1);
    put(key.size());
    bytes += key;
    put(value.size());
    return bytes + value;
}

struct SchemaHeld {
    std::string name, metadata;
    std::vector<ArrowSchema> nodes{};
    std::vector<ArrowSchema*> children{};
};

void release_schema(ArrowSchema* schema) {
    release_children(schema);
    delete static_cast<SchemaHeld*>(schema->private_data);
    schema->release = nullptr;
}

void make_field(const TestsColumn& column, ArrowSchema& out) {
    auto* held =
        new SchemaHeld{column.head, column.unit.empty() ? "" : metadata_of("unit", column.unit)};
    out = {column.is_text ? "U" : "g",
           held->name.c_str(),
           held->metadata.empty() ? nullptr : held->metadata.data(),
           column.is_text ? 0 : is_nullable,
           0,
           nullptr,
           nullptr,
           release_schema,
           held};
}

void make_schema(const TestsTable& table, ArrowSchema& out) {
    auto* held = new SchemaHeld{"", ""};
    held->nodes.resize(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        make_field(table.columns[i], held->nodes[i]);
        held->children.push_back(&held->nodes[i]);
    }
    out = {"+s",
           held->name.c_str(),
           nullptr,
           0,
           static_cast<std::int64_t>(held->children.size()),
           held->children.data(),
           nullptr,
           release_schema,
           held};
}

/// Of one column or of the batch; `table` keeps the numbers alive.
struct ArrayHeld {
    SharedTable table;
    std::vector<std::uint8_t> validity{};
    std::vector<std::int64_t> offsets{};
    std::string bytes{};
    std::vector<const void*> buffers{};
    std::vector<ArrowArray> nodes{};
    std::vector<ArrowArray*> children{};
};

void release_array(ArrowArray* array) {
    release_children(array);
    delete static_cast<ArrayHeld*>(array->private_data);
    array->release = nullptr;
}

/// A bit for each number, 1 where there is one; returns how many have none.
std::int64_t mark_numbers(const std::vector<double>& numbers, std::vector<std::uint8_t>& validity) {
    std::int64_t nulls = 0;
    validity.assign((numbers.size() + 7) / 8, 0);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] == numbers[i])
            validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] | (1u << (i % 8)));
        else
            ++nulls;
    return nulls;
}

void put_texts(const std::vector<std::string>& texts, ArrayHeld& held) {
    held.offsets.push_back(0);
    for (const std::string& text : texts) {
        held.bytes += text;
        held.offsets.push_back(static_cast<std::int64_t>(held.bytes.size()));
    }
}

void make_column(const SharedTable& table, const TestsColumn& column, ArrowArray& out) {
    auto* held = new ArrayHeld{table};
    std::int64_t nulls = 0;
    if (column.is_text) {
        put_texts(column.texts, *held);
        held->buffers = {nullptr, held->offsets.data(), held->bytes.data()};
    } else {
        nulls = mark_numbers(column.numbers, held->validity);
        held->buffers = {nulls == 0 ? nullptr : held->validity.data(), column.numbers.data()};
    }
    out = {static_cast<std::int64_t>(table->rows),
           nulls,
           0,
           static_cast<std::int64_t>(held->buffers.size()),
           0,
           held->buffers.data(),
           nullptr,
           nullptr,
           release_array,
           held};
}

void make_batch(const SharedTable& table, ArrowArray& out) {
    auto* held = new ArrayHeld{table};
    held->buffers = {nullptr};
    held->nodes.resize(table->columns.size());
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
        make_column(table, table->columns[i], held->nodes[i]);
        held->children.push_back(&held->nodes[i]);
    }
    out = {static_cast<std::int64_t>(table->rows),
           0,
           0,
           1,
           static_cast<std::int64_t>(held->children.size()),
           held->buffers.data(),
           held->children.data(),
           nullptr,
           release_array,
           held};
}

struct StreamHeld {
    SharedTable table;
    bool is_at_end = false;
};

StreamHeld& held_by(ArrowArrayStream* stream) {
    return *static_cast<StreamHeld*>(stream->private_data);
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    make_schema(*held_by(stream).table, *out);
    return 0;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    StreamHeld& held = held_by(stream);
    *out = {};  // without a release: the end
    if (!std::exchange(held.is_at_end, true)) make_batch(held.table, *out);
    return 0;
}

const char* get_last_error(ArrowArrayStream*) {
    return nullptr;  // nothing can fail
}

void release_stream(ArrowArrayStream* stream) {
    delete &held_by(stream);
    stream->release = nullptr;
}

/// A consumer that took the stream has emptied `release`.
void destroy_capsule(PyObject* capsule) {
    auto* stream =
        static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
    if (stream->release != nullptr) stream->release(stream);
    delete stream;
}

}  // namespace

nb::capsule arrow_stream(const SharedTable& table) {
    auto* stream = new ArrowArrayStream{get_schema, get_next, get_last_error, release_stream,
                                        new StreamHeld{table}};
    return nb::steal<nb::capsule>(PyCapsule_New(stream, "arrow_array_stream", destroy_capsule));
}

}  // namespace sneddon::python
