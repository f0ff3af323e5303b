#include "read/container/tdm/tdm_values.hpp"

#include <fmt/core.h>

#include <bit>
#include <cstring>
#include <type_traits>
#include <utility>

namespace sneddon {
namespace {

template <std::size_t bytes>
using Word = std::conditional_t<
    bytes == 1, std::uint8_t,
    std::conditional_t<bytes == 2, std::uint16_t,
                       std::conditional_t<bytes == 4, std::uint32_t, std::uint64_t>>>;

// One expression, which the compiler knows as one instruction; a loop it does not.
template <class T, std::size_t... byte>
T turned(T word, std::index_sequence<byte...>) {
    constexpr std::size_t last = sizeof...(byte) - 1;
    return static_cast<T>((... | (((word >> (8 * byte)) & 0xFF) << (8 * (last - byte)))));
}

template <class T>
std::vector<double> numbers(std::string_view bytes, std::endian order) {
    std::vector<double> values(bytes.size() / sizeof(T));
    if (std::is_same_v<T, double> && order == std::endian::native) {
        if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
        return values;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        Word<sizeof(T)> word = 0;
        std::memcpy(&word, bytes.data() + i * sizeof(T), sizeof(T));
        if (order != std::endian::native)
            word = turned(word, std::make_index_sequence<sizeof(T)>());
        values[i] = static_cast<double>(std::bit_cast<T>(word));
    }
    return values;
}

std::vector<double> numbers_of_block(TdmNumber number, std::string_view bytes, std::endian order) {
    switch (number) {
        case TdmNumber::int8:
            return numbers<std::int8_t>(bytes, order);
        case TdmNumber::uint8:
            return numbers<std::uint8_t>(bytes, order);
        case TdmNumber::int16:
            return numbers<std::int16_t>(bytes, order);
        case TdmNumber::uint16:
            return numbers<std::uint16_t>(bytes, order);
        case TdmNumber::int32:
            return numbers<std::int32_t>(bytes, order);
        case TdmNumber::uint32:
            return numbers<std::uint32_t>(bytes, order);
        case TdmNumber::int64:
            return numbers<std::int64_t>(bytes, order);
        case TdmNumber::uint64:
            return numbers<std::uint64_t>(bytes, order);
        case TdmNumber::float32:
            return numbers<float>(bytes, order);
        case TdmNumber::float64:
            break;
    }
    return numbers<double>(bytes, order);
}

Error wrong(const TdmChannel& channel, std::string_view body, std::string_view body_name,
            const std::string& found) {
    return {"SND-R051", std::string(body_name), fmt::format("channel '{}' {}", channel.name, found),
            fmt::format("values within the {} bytes of the .tdx", body.size()),
            "copy both files again"};
}

}  // namespace

Result<std::vector<double>> tdm_values(const TdmHead& head, const TdmChannel& channel,
                                       std::string_view body, std::string_view body_name) {
    const bool is_generated =
        channel.sequence == TdmSequence::constant || channel.sequence == TdmSequence::linear;
    if (is_generated) {
        if (channel.rows > body.size())
            return wrong(channel, body, body_name, fmt::format("of {} values", channel.rows));
        std::vector<double> values(static_cast<std::size_t>(channel.rows), channel.a);
        if (channel.sequence == TdmSequence::linear)
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = channel.a + static_cast<double>(i) * channel.b;
        return values;
    }
    const TdmBlock& block = channel.block;
    const std::uint64_t size = bytes_of_number(block.number);
    if (block.offset_bytes > body.size() ||
        block.length > (body.size() - block.offset_bytes) / size)
        return wrong(channel, body, body_name,
                     fmt::format("of {} values of {} bytes from byte {} on", block.length, size,
                                 block.offset_bytes));
    std::vector<double> values =
        numbers_of_block(block.number,
                         body.substr(static_cast<std::size_t>(block.offset_bytes),
                                     static_cast<std::size_t>(block.length * size)),
                         head.is_big_endian ? std::endian::big : std::endian::little);
    if (channel.sequence == TdmSequence::scaled)
        for (double& value : values) value = channel.a + channel.b * value;
    return values;
}

}  // namespace sneddon
