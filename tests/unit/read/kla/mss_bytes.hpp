// Small NanoSuite files (.mss) made in the test.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "unit/read/container/implode_bytes.hpp"
#include "unit/read/container/ole_bytes.hpp"

namespace sneddon::testing {

struct MssNamed;
using MssValues = std::vector<MssNamed>;
struct MssValue {
    std::variant<double, int, std::string, MssValues> value;
};
struct MssNamed {
    std::string name;
    MssValue value;
};

/// {"Val0": value, ...}, as NanoSuite keeps each result and input.
inline MssValue val0(double value) {
    return {MssValues{{"NoVals", {1}}, {"Val0", {value}}}};
}
inline MssValue val0(const std::string& value) {
    return {MssValues{{"NoVals", {1}}, {"Val0", {value}}}};
}
inline MssValue described(const std::string& shown, std::uint32_t kind, std::uint32_t unit,
                          const std::string& formula = "") {
    return {MssValues{{"DName", {shown + "~@~~@~~@~"}},
                      {"Form", {formula}},
                      {"UnitValue0", {static_cast<int>(kind << 16 | unit)}}}};
}
inline MssValue described_value(const std::string& shown, std::uint32_t kind, std::uint32_t unit,
                                double value) {
    MssValue described_one = described(shown, kind, unit);
    std::get<MssValues>(described_one.value).push_back({"Val0", {value}});
    return described_one;
}

/// Records and tables, as they lie in the pages.
class MssPages {
  public:
    std::uint32_t add_table(const MssValues& values) {
        std::string slots;
        for (const auto& [name, value] : values) {
            // What the memory held before stands behind the zero of a name.
            const std::uint32_t name_at = add_record(name + std::string("\0\x1e~a", 4));
            slots += std::visit([&](const auto& one) { return slot(one, name_at); }, value.value);
        }
        std::uint32_t count = 4, log = 2;
        for (; count <= values.size(); ++log) count *= 2;
        slots.resize(16 * count, '\0');
        // Bytes of no record between the records and the table, as at the end of a page.
        bytes += std::string("\x0e\0\0\0Val0", 8);
        return add_record(u32(count) + u32(log) + slots);
    }
    std::string bytes;

  private:
    std::uint32_t add_record(const std::string& body) {
        const auto at = static_cast<std::uint32_t>(bytes.size());
        bytes += u32(static_cast<std::uint32_t>(body.size()) + 4) + body;
        return at;
    }
    static std::string slot_of(std::uint32_t kind, std::uint32_t name, std::uint32_t value) {
        return u32(kind) + u32(0xA0D92DE8) + u32(name) + u32(value);
    }
    std::string slot(double value, std::uint32_t name) {
        return slot_of(3, name, add_record(f64(value)));
    }
    std::string slot(int value, std::uint32_t name) {
        return slot_of(4, name, static_cast<std::uint32_t>(value));
    }
    std::string slot(const std::string& value, std::uint32_t name) {
        return slot_of(6, name, add_record(value + std::string("\0xyz", 4)));
    }
    std::string slot(const MssValues& value, std::uint32_t name) {
        return slot_of(2, name, add_table(value));
    }
};

inline std::string mss_table_of_pages(const std::string& pages, std::uint32_t root) {
    const std::string packed = imploded(pages);
    return u32(0xDAD8BEEF) + u32(0xABBA0BAD) + u32(root) + u32(0xFEEDDADA) + u32(0xBABA0202) +
           u32(static_cast<std::uint32_t>(pages.size())) + u32(0) +
           u32(static_cast<std::uint32_t>(packed.size())) + packed;
}
inline std::string mss_table(const MssValues& values) {
    MssPages pages;
    const std::uint32_t root = pages.add_table(values);
    return mss_table_of_pages(pages.bytes, root);
}

/// `declared`: of numbers, another than there are.
inline std::string mss_column(const std::vector<double>& numbers, std::uint32_t declared = 0) {
    std::string bytes;
    for (const double number : numbers) bytes += f64(number);
    const std::string packed = imploded(bytes);
    const auto count = declared != 0 ? declared : static_cast<std::uint32_t>(numbers.size());
    return u32(0xD0BED0BE) + u16(0x0202) + u16(0xD000) + u32(count) +
           u32(static_cast<std::uint32_t>(packed.size())) + packed;
}

}  // namespace sneddon::testing
