// Values as bytes and back: numbers as they lie in memory, texts and lists behind their length. A
// struct says its fields once, for both ways:
//     template <class Archive, Either<Flag> F>
//     void fields(Archive& archive, F& flag) { archive(flag.code, flag.number); }
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sneddon {

/// T, or const T where it is written.
template <class Field, class T>
concept Either = std::same_as<std::remove_const_t<Field>, T>;

template <class T>
concept PlainValue = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class ByteWriter {
  public:
    template <class... Fields>
    void operator()(const Fields&... all) {
        (put(all), ...);
    }
    const std::string& bytes() const { return bytes_; }

  private:
    void append(const void* from, std::size_t count) {
        bytes_.append(static_cast<const char*>(from), count);
    }
    template <PlainValue T>
    void put(const T& value) {
        append(&value, sizeof value);
    }
    void put(const std::string& text) {
        put(std::uint64_t{text.size()});
        bytes_ += text;
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class A, class B>
    void put(const std::pair<A, B>& both) {
        put(both.first);
        put(both.second);
    }
    template <class Key, class T>
    void put(const std::map<Key, T>& values) {
        put(std::vector<std::pair<Key, T>>(values.begin(), values.end()));
    }
    template <class T, std::size_t size>
    void put(const std::array<T, size>& values) {
        for (const T& value : values) put(value);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        put(std::span(values));
    }
    template <class T>
    void put(std::span<const T> values) {
        put(std::uint64_t{values.size()});
        if constexpr (PlainValue<T>)
            append(values.data(), values.size() * sizeof(T));
        else
            for (const T& value : values) put(value);
    }
    template <class T>
    void put(const T& composed) {
        fields(*this, composed);
    }

    std::string bytes_;
};

/// Reads what a writer wrote. Where the bytes end too early nothing more is read, and is_whole() is
/// false.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : left_(bytes) {}

    template <class... Fields>
    void operator()(Fields&... all) {
        (take(all), ...);
    }
    bool is_whole() const { return is_whole_; }
    bool is_at_end() const { return left_.empty(); }
    std::string_view left() const { return left_; }

  private:
    void copy(void* to, std::size_t count) {
        is_whole_ = is_whole_ && count <= left_.size();
        if (!is_whole_ || count == 0) return;
        std::memcpy(to, left_.data(), count);
        left_.remove_prefix(count);
    }
    /// Of a list whose items take `item_bytes` at least: a length that is wrong asks for no memory.
    std::size_t length(std::size_t item_bytes) {
        std::uint64_t count = 0;
        copy(&count, sizeof count);
        is_whole_ = is_whole_ && count <= left_.size() / item_bytes;
        return is_whole_ ? static_cast<std::size_t>(count) : 0;
    }
    template <PlainValue T>
    void take(T& value) {
        copy(&value, sizeof value);
    }
    /// A byte that is neither 0 nor 1 is no bool, and must not become one.
    void take(bool& value) {
        std::uint8_t byte = 0;
        copy(&byte, sizeof byte);
        is_whole_ = is_whole_ && byte <= 1;
        value = is_whole_ && byte == 1;
    }
    void take(std::string& text) {
        const std::size_t size = length(1);
        text.assign(left_.substr(0, size));
        left_.remove_prefix(size);
    }
    template <class T>
    void take(std::optional<T>& value) {
        bool is_there = false;
        take(is_there);
        if (is_there && is_whole_) take(value.emplace());
    }
    template <class A, class B>
    void take(std::pair<A, B>& both) {
        take(both.first);
        take(both.second);
    }
    template <class Key, class T>
    void take(std::map<Key, T>& values) {
        std::vector<std::pair<Key, T>> list;
        take(list);
        values = {list.begin(), list.end()};
    }
    template <class T, std::size_t size>
    void take(std::array<T, size>& values) {
        for (T& value : values) take(value);
    }
    template <class T>
    void take(std::vector<T>& values) {
        if constexpr (PlainValue<T>) {
            values.resize(length(sizeof(T)));
            copy(values.data(), values.size() * sizeof(T));
        } else {
            // One by one: a length that is wrong ends where the bytes do, before memory does.
            const std::size_t count = length(1);
            values.clear();
            while (is_whole_ && values.size() < count) take(values.emplace_back());
        }
    }
    template <class T>
    void take(T& composed) {
        fields(*this, composed);
    }

    std::string_view left_;
    bool is_whole_ = true;
};

}  // namespace sneddon
