// Anton Paar's "New Report": a block for each result, a column for each group of tests:
//   <tab><tab>Group A<tab>Group B
//   HIT (O&P)<tab>Data : 1<tab>7073,410<tab>6896,380
//   [MPa]<tab>Data : 2<tab>7202,803<tab>...
//   <tab>Mean<tab>...
#include "read/antonpaar/antonpaar_report.hpp"

#include <map>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "read/antonpaar/antonpaar_results.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view measured = "Data :";

std::optional<double> number_of(std::string_view cell) {
    const auto number = parse_number(cell, cell.find(',') == cell.npos ? '.' : ',');
    return number && is_finite(*number) ? number : std::nullopt;
}

/// The unit stands below the name: a block is known as a whole.
struct Block {
    std::string name, unit;
    std::map<std::string, double> value_of_test;
};

class Report {
  public:
    void read(const std::vector<std::string_view>& cells) {
        const std::string_view first = trimmed(cells[0]), second = trimmed(cells[1]);
        if (first.empty() && second.empty()) return begin_groups(cells);
        if (first.starts_with('['))
            block_.unit = text_utf8(first.substr(1, first.find(']') - 1));
        else if (!first.empty())
            begin_block(text_utf8(first));
        if (second.starts_with(measured))
            read_values(trimmed(second.substr(measured.size())), cells);
    }

    std::vector<VendorTableRow> rows() {
        begin_block("");
        return std::move(rows_);
    }

  private:
    void begin_groups(const std::vector<std::string_view>& cells) {
        groups_.clear();
        for (std::size_t i = 2; i < cells.size(); ++i)
            groups_.push_back(text_utf8(trimmed(cells[i])));
    }

    void begin_block(std::string name) {
        for (const auto& [test, value] : block_.value_of_test)
            row_of(test).values.push_back(antonpaar_value(block_.name, block_.unit, value, 1));
        block_ = {std::move(name), "", {}};
    }

    void read_values(std::string_view number, const std::vector<std::string_view>& cells) {
        for (std::size_t i = 2; i < cells.size() && i - 2 < groups_.size(); ++i) {
            const auto value = number_of(trimmed(cells[i]));
            if (!value || groups_[i - 2].empty()) continue;
            block_.value_of_test[groups_[i - 2] + "_" + std::string(number)] = *value;
        }
    }

    VendorTableRow& row_of(const std::string& test) {
        const auto [place, is_new] = place_of_.emplace(test, rows_.size());
        if (is_new) rows_.push_back({test, {}, {}});
        return rows_[place->second];
    }

    std::vector<std::string> groups_;
    Block block_;
    std::map<std::string, std::size_t> place_of_;
    std::vector<VendorTableRow> rows_;
};

}  // namespace

std::vector<VendorTableRow> read_antonpaar_report(std::string_view bytes) {
    if (!trimmed(bytes).starts_with("New Report")) return {};
    Report report;
    for (LineCursor lines(bytes); !lines.is_at_end();) {
        const auto cells = cells_of(lines.next(), '\t');
        if (cells.size() >= 3) report.read(cells);
    }
    return report.rows();
}

}  // namespace sneddon
