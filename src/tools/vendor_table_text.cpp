#include "tools/vendor_table_text.hpp"

#include <map>
#include <vector>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "sneddon/base/text.hpp"
#include "tools/fit/units_row.hpp"

namespace sneddon {
namespace {

constexpr std::string_view triboscan_begin = "Number of Data Points";
constexpr std::string_view list_begin = "Group\tMeasurement\tParameter\tUnit\tValue";

std::string from_heads_on(std::string_view text) {
    for (LineCursor lines(text); !lines.is_at_end();) {
        const std::size_t position = lines.position();
        if (lines.next().starts_with("File\t")) return std::string(text.substr(position));
    }
    return std::string(text);
}

/// The long list turned into a wide table, in the order of the list.
class WideTable {
  public:
    void add(const std::vector<std::string_view>& cells) {
        const std::string test = text_utf8(cells[0]) + "_" + text_utf8(cells[1]);
        const std::size_t column = place(columns_, names_, text_utf8(cells[2]));
        if (column == units_.size()) units_.push_back(text_utf8(cells[3]));
        const std::size_t row = place(rows_, tests_, test);
        values_[{row, column}] = text_utf8(cells[4]);
    }

    std::string text() const {
        std::string all = "Test";
        for (const std::string& name : names_) all += "\t" + name;
        all += "\n";
        for (const std::string& unit : units_) all += "\t" + (is_unit_word(unit) ? unit : "");
        for (std::size_t row = 0; row < tests_.size(); ++row) {
            all += "\n" + tests_[row];
            for (std::size_t column = 0; column < names_.size(); ++column) {
                const auto value = values_.find({row, column});
                all += value == values_.end() ? "\t" : "\t" + value->second;
            }
        }
        return all + "\n";
    }

  private:
    static std::size_t place(std::map<std::string, std::size_t>& known,
                             std::vector<std::string>& names, const std::string& name) {
        const auto [found, is_new] = known.emplace(name, names.size());
        if (is_new) names.push_back(name);
        return found->second;
    }

    std::map<std::string, std::size_t> columns_, rows_;
    std::vector<std::string> names_, units_, tests_;
    std::map<std::pair<std::size_t, std::size_t>, std::string> values_;
};

}  // namespace

std::optional<std::string> vendor_table_text(std::string_view text) {
    if (text.starts_with(triboscan_begin)) return from_heads_on(text);
    if (!text.starts_with(list_begin)) return std::nullopt;
    WideTable table;
    LineCursor lines(text);
    lines.next();
    while (!lines.is_at_end()) {
        const auto cells = cells_of(lines.next(), '\t');
        if (cells.size() >= 5) table.add(cells);
    }
    return table.text();
}

}  // namespace sneddon
