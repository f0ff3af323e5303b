// Bytes packed by "implode" made in the test, its codes written out as the format's description has
// them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace sneddon::testing {

class Imploder {
  public:
    /// `window_bits` 4, 5 or 6: repeats reach back 1024, 2048 or 4096 bytes.
    explicit Imploder(unsigned window_bits = 6) : window_bits_(window_bits) {}

    void literal(char byte) {
        add("0");
        number(static_cast<unsigned char>(byte), 8);
    }
    void literals(std::string_view bytes) {
        for (const char byte : bytes) literal(byte);
    }
    /// `high_code`: of the upper part `high` of distance - 1, such as "11" of 0 and "1011" of 1.
    void repeat(std::size_t length, std::size_t distance, std::string_view high_code,
                std::size_t high) {
        add("1");
        add_length(length);
        add(high_code);
        const unsigned low_bits = length == 2 ? 2 : window_bits_;
        number(distance - 1 - (high << low_bits), low_bits);
    }
    std::string end() {
        add("1");
        add_length(519);
        return unended();
    }
    std::string unended() const {
        return std::string{'\0', static_cast<char>(window_bits_)} + bytes_;
    }

  private:
    struct LengthCode {
        std::size_t least;
        unsigned more_bits;
        std::string_view code;
    };
    static constexpr std::array<LengthCode, 16> lengths = {{{2, 0, "101"},
                                                            {3, 0, "11"},
                                                            {4, 0, "100"},
                                                            {5, 0, "011"},
                                                            {6, 0, "0101"},
                                                            {7, 0, "0100"},
                                                            {8, 0, "0011"},
                                                            {9, 0, "00101"},
                                                            {10, 1, "00100"},
                                                            {12, 2, "00011"},
                                                            {16, 3, "00010"},
                                                            {24, 4, "000011"},
                                                            {40, 5, "000010"},
                                                            {72, 6, "000001"},
                                                            {136, 7, "0000001"},
                                                            {264, 8, "0000000"}}};

    void add_length(std::size_t length) {
        const LengthCode* chosen = &lengths[0];
        for (const LengthCode& code : lengths)
            if (code.least <= length) chosen = &code;
        add(chosen->code);
        number(length - chosen->least, chosen->more_bits);
    }
    void add(std::string_view code) {
        for (const char bit : code) add_bit(bit == '1');
    }
    void number(std::size_t value, unsigned bits) {
        for (unsigned i = 0; i < bits; ++i) add_bit((value >> i & 1) != 0);
    }
    void add_bit(bool bit) {
        if (used_ == 0) bytes_ += '\0';
        if (bit)
            bytes_.back() =
                static_cast<char>(static_cast<unsigned char>(bytes_.back()) | 1u << used_);
        used_ = (used_ + 1) % 8;
    }

    unsigned window_bits_;
    std::string bytes_;
    unsigned used_ = 0;  ///< bits of the last byte
};

inline std::string imploded(std::string_view bytes) {
    Imploder imploder;
    imploder.literals(bytes);
    return imploder.end();
}

}  // namespace sneddon::testing
