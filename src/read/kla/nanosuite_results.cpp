#include "read/kla/nanosuite_results.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/kla/nanosuite_times.hpp"
#include "read/kla/whole_number.hpp"
#include "read/text/table_body.hpp"
#include "read/text/units.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

struct KnownResult {
    std::string_view name, unit;  // theirs
    std::string_view id;          // ours
    double per;                   // a value in our unit is theirs divided by it
};
// Averages over a range of depths ("H Average Over Defined Range") are other quantities: they keep
// their names.
constexpr std::array known_results = {
    KnownResult{"E", "GPa", "E_IT_GPa", 1},
    KnownResult{"Modulus At Max Load", "GPa", "E_IT_GPa", 1},
    KnownResult{"H", "GPa", "H_IT_GPa", 1},
    KnownResult{"Hardness At Max Load", "GPa", "H_IT_GPa", 1},
    KnownResult{"Reduced Modulus at Max Load", "GPa", "E_r_GPa", 1},
    KnownResult{"Stiffness", "N/m", "S_uN_per_nm", kilo},
    KnownResult{"Stiffness At Max Load", "N/m", "S_uN_per_nm", kilo},
    // of each cycle, by InView
    KnownResult{"Cycle Eu", "GPa", "E_IT_GPa", 1},
    KnownResult{"Cycle Hu", "GPa", "H_IT_GPa", 1},
    KnownResult{"Cycle Eru", "GPa", "E_r_GPa", 1},
    KnownResult{"Cycle Su", "N/m", "S_uN_per_nm", kilo},
    KnownResult{"Cycle hcu", "nm", "h_c_nm", 1},
    KnownResult{"Cycle Acu", "nm\u00B2", "A_p_nm2", 1},
};
static_assert(std::ranges::all_of(known_results, [](const KnownResult& result) {
    return find_quantity(result.id).has_value();
}));

struct TestAndCycle {
    int test, cycle;
};

// 3, "3" or "3-2" (InView: "3:2"), the second cycle of test 3. "Mean" is none.
std::optional<TestAndCycle> row_of(std::string_view text, double number) {
    constexpr double most_tests = 1e6;
    if (text.empty()) {
        if (!(number >= 1 && number < most_tests) || number != std::floor(number))
            return std::nullopt;
        return TestAndCycle{static_cast<int>(number), 1};
    }
    const std::size_t dash = text.find_first_of("-:");
    const auto test = whole_number(text.substr(0, dash));
    const auto cycle = dash == std::string_view::npos ? 1 : whole_number(text.substr(dash + 1));
    if (!test || !cycle || *test < 1 || *cycle < 1) return std::nullopt;
    return TestAndCycle{*test, *cycle};
}

struct Head {
    std::string name, unit;
};

// "nm²" in UTF-8, read as Windows-1252 and written again: InView's own doing.
std::string mended_unit(std::string_view unit) {
    if (unit == "None" || unit == "Integer" || unit == "Index") return "";
    std::string mended(unit);
    for (const auto& [wrong, right] :
         {std::pair("\u00C2\u00B2", "\u00B2"), std::pair("\u00C2\u00B5", "\u00B5")})
        if (const std::size_t at = mended.find(wrong); at != std::string::npos)
            mended.replace(at, std::string_view(wrong).size(), right);
    return mended;
}

// "Drift Correction? (1-Y" and "0-N)": one head that was cut at its comma, so that the units and
// values of those behind it stand one column before theirs.
void join_cut_heads(std::vector<Head>& heads) {
    for (std::size_t i = 0; i + 1 < heads.size(); ++i) {
        const bool is_cut = heads[i].name.rfind('(') != std::string::npos &&
                            heads[i].name.find(')', heads[i].name.rfind('(')) == std::string::npos;
        if (!is_cut || heads[i + 1].name.find(')') == std::string::npos) continue;
        heads[i].name += "," + heads[i + 1].name;
        for (std::size_t k = i + 1; k + 1 < heads.size(); ++k) heads[k].name = heads[k + 1].name;
        heads.back().name.clear();
    }
}

VendorValue vendor_value(const Head& head, double value, int cycle) {
    for (const KnownResult& known : known_results)
        if (known.name == head.name && known.unit == head.unit)
            return {std::string(known.id), "", value / known.per, cycle};
    return {head.name, head.unit, value, cycle};
}

// The place of an axis alone waits as NaN for that of the other.
void read_position(const Head& head, double value, std::map<int, StagePosition>& places, int test) {
    const auto unit = parse_unit(head.unit);
    if (!unit || unit->dimension != Dimension::depth) return;
    auto& place = places.try_emplace(test, StagePosition{nan, nan}).first->second;
    (head.name == "X Test Position" ? place.x_um : place.y_um) =
        value * unit->times / unit->per / nm_per_um;
}

class Facts {
  public:
    Facts(const Workbook& book, std::string_view sheet, std::span<Test> tests)
        : book_(book), sheet_(sheet) {
        for (Test& test : tests) tests_.emplace(test.number, &test);
    }

    void read(const XlsCells& cells) {
        std::map<std::uint32_t, TestAndCycle> row_names;
        for (const XlsCell& cell : cells.cells) {
            const auto text = trimmed(book_.text(cells, cell));
            if (cell.row < 2) {
                if (heads_.size() <= cell.column) heads_.resize(std::size_t{cell.column} + 1);
                Head& head = heads_[cell.column];
                (cell.row == 0 ? head.name : head.unit) = std::string(text);
            } else if (cell.column == 0) {
                const auto row = row_of(text, cell.text == 0 ? cell.number : 0);
                if (row) row_names.emplace(cell.row, *row);
            }
        }
        join_cut_heads(heads_);
        for (Head& head : heads_) head.unit = mended_unit(head.unit);
        for (const XlsCell& cell : cells.cells) {
            const auto row = row_names.find(cell.row);
            if (row == row_names.end() || cell.column == 0 || cell.column >= heads_.size())
                continue;
            const auto test = tests_.find(row->second.test);
            if (test == tests_.end()) continue;
            const Head& head = heads_[cell.column];
            if (cell.text != 0)
                keep_word(head, trimmed(book_.text(cells, cell)), *test->second);
            else if (std::isfinite(cell.number) && std::abs(cell.number) < no_value_from)
                keep_number(head, cell.number, row->second.cycle, *test->second);
        }
        for (const auto& [number, place] : places_)
            if (Test& test = *tests_.at(number);
                !test.position && std::isfinite(place.x_um + place.y_um))
                test.position = place;
    }

  private:
    void keep_word(const Head& head, std::string_view word, Test& test) const {
        const bool is_told = std::ranges::any_of(test.inferences, [&](const Inference& inference) {
            return inference.what == head.name;
        });
        if (head.name != "Tip Name" || word.empty() || is_told) return;
        test.inferences.push_back(
            {head.name, std::string(word), fmt::format("sheet '{}'", sheet_)});
    }

    void keep_number(const Head& head, double value, int cycle, Test& test) {
        if (head.name.empty()) return;
        if (head.name == "Poissons Ratio" || head.name == "Poisson's Ratio of Sample") {
            test.poisson_ratio = value;
        } else if (head.name == "X Test Position" || head.name == "Y Test Position") {
            read_position(head, value, places_, test.number);
        } else if (head.unit.empty() && is_nanosuite_time(head.name)) {
            keep_nanosuite_time(value, book_.counts_days_from_1904(), test);
        } else {
            constexpr double percent = 100;
            if (head.name == "Percent Unload In Stiffness Calculation" && value > 0 &&
                value <= percent)
                test.stated.unloading_points_share = value / percent;
            test.vendor_values.push_back(vendor_value(head, value, cycle));
        }
    }

    const Workbook& book_;
    std::string_view sheet_;
    std::map<int, Test*> tests_;
    std::vector<Head> heads_;
    std::map<int, StagePosition> places_;
};

const VendorValue* find_value(const Test& test, std::string_view name) {
    const auto found = std::ranges::find(test.vendor_values, name, &VendorValue::id);
    return found == test.vendor_values.end() ? nullptr : &*found;
}

}  // namespace

void read_nanosuite_facts(const Workbook& book, const XlsCells& cells, std::string_view sheet,
                          std::span<Test> tests) {
    Facts(book, sheet, tests).read(cells);
}

// Its formula, from the listing of a method: raw displacement from the surface on, minus load over
// (frame stiffness + correction), minus the drift. "Load On Sample" is without the column's spring.
void tell_nanosuite_corrections(Test& test) {
    std::string frame =
        "the formula of 'Displacement Into Surface' takes it off; its value is not in "
        "the workbook";
    if (const VendorValue* more = find_value(test, "Frame Stiffness Correction"))
        frame +=
            fmt::format("; {:g} {} is added to the frame's stiffness", more->value, more->unit);
    test.inferences.push_back({"frame compliance", "already taken off", frame});
    test.inferences.push_back({"spring of the indenter column", "already taken off",
                               "'Load On Sample' is the load on the sample"});
    const VendorValue* drift = find_value(test, "Drift Correction");
    if (drift == nullptr) drift = find_value(test, "Drift");
    if (drift == nullptr || drift->unit != "nm/s") return;
    const VendorValue* asked_for = find_value(test, "Perform Drift Correction");
    const bool is_applied = asked_for == nullptr || asked_for->value != 0;
    test.applied.drift_nm_per_s = is_applied ? drift->value : 0;
    test.applied.evidence =
        is_applied ? fmt::format(
                         "sheet 'Results', '{}': the formula of 'Displacement Into Surface' "
                         "takes it off",
                         drift->id)
                   : "'Perform Drift Correction' is 0";
}

}  // namespace sneddon
