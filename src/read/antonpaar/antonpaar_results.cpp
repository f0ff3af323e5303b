#include "read/antonpaar/antonpaar_results.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/delimited.hpp"
#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "read/text/excerpt.hpp"
#include "read/text/result_units.hpp"
#include "read/text/table_body.hpp"
#include "read/text/time_stamp.hpp"
#include "read/text/units.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

constexpr double most_cycles = 1e6;  // more than any instrument makes of one test

using Kind = ResultKind;

struct KnownResult {
    std::string_view name;  // theirs
    std::string_view id;    // ours
    Kind kind;
};
constexpr std::array known_results = {
    KnownResult{"HIT", "H_IT_GPa", Kind::pressure},
    KnownResult{"EIT", "E_IT_GPa", Kind::pressure},
    KnownResult{"Er", "E_r_GPa", Kind::pressure},
    KnownResult{"Fmax", "F_max_uN", Kind::load},
    KnownResult{"hmax", "h_max_nm", Kind::length},
    KnownResult{"S", "S_uN_per_nm", Kind::stiffness},
    KnownResult{"hc", "h_c_nm", Kind::length},
    KnownResult{"hr", "h_r_nm", Kind::length},
    KnownResult{"hp", "h_p_nm", Kind::length},
    KnownResult{"m", "m", Kind::number},
    KnownResult{"Ap", "A_p_nm2", Kind::area},
    KnownResult{"Welast", "W_elast_pJ", Kind::work},
    KnownResult{"Wplast", "W_plast_pJ", Kind::work},
    KnownResult{"Wtotal", "W_total_pJ", Kind::work},
    KnownResult{"nIT", "eta_IT", Kind::share},
    KnownResult{"CIT", "C_IT_percent", Kind::percent},
    // as the lists of later programs write them
    KnownResult{"hm", "h_max_nm", Kind::length},
    KnownResult{"Fm", "F_max_uN", Kind::load},
    KnownResult{"nit", "eta_IT", Kind::share},
};
static_assert(std::ranges::all_of(known_results, [](const KnownResult& result) {
    return find_quantity(result.id).has_value();
}));

std::optional<double> in_our_unit(Kind kind, double value, std::string_view unit) {
    const auto known = result_unit(kind, unit);
    return known ? std::optional(value * known->times / known->per) : std::nullopt;
}

// "CIT 0.008/159/10" is CIT with its times.
const KnownResult* find_result(std::string_view name) {
    const std::string_view word = name.substr(0, name.find(' '));
    const auto known = std::ranges::find(known_results, word, &KnownResult::name);
    return known == known_results.end() ? nullptr : &*known;
}

class ResultLines {
  public:
    ResultLines(const Source& source, char decimal_mark, Test& test)
        : source_(source), decimal_mark_(decimal_mark), test_(test) {}

    void read_line(std::string_view line, std::size_t position) {
        line = trimmed(line);
        if (line.empty()) return;
        if (line.starts_with('+')) {
            section_ = trimmed(line.substr(1));
            return;
        }
        const std::size_t equals = line.find('=');
        const std::size_t colon = line.find(':');
        if (line.starts_with("Cycle #")) return begin_cycle(line);
        if (line.starts_with("Warning")) return keep_warning(line, position);
        if (equals != std::string_view::npos)
            return read_result(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)),
                               position);
        if (colon != std::string_view::npos)
            return read_fact(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)),
                             position);
        if (section_ == "Hypothesis") keep_warning(line, position);
    }

    void finish() {
        if (!date_.empty()) keep_time_stamp();
        if (is_finite(x_um_ + y_um_)) test_.position = StagePosition{x_um_, y_um_};
    }

  private:
    void begin_cycle(std::string_view line) {
        const auto number = parse_number(line.substr(line.find('#') + 1));
        if (!number || !(*number >= 1 && *number < most_cycles)) return;
        cycle_ = static_cast<int>(*number);
        test_.declared_cycles = std::max(test_.declared_cycles, cycle_);
    }

    void keep_warning(std::string_view line, std::size_t position) {
        test_.inferences.push_back(
            {"warning of the instrument's program", text_utf8(line),
             fmt::format("line {}, cycle {}", line_number(source_.text, position), cycle_)});
    }

    void read_result(std::string_view name, std::string_view text, std::size_t position) {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        const std::string_view unit = trimmed(text.substr(end));
        const auto number = parse_number(text.substr(0, end), decimal_mark_);
        if (!number) return;  // a line with '=' that is no result
        if (!is_finite(*number) || std::abs(*number) >= no_value_from) {
            test_.inferences.push_back(
                {fmt::format("result {} of the file", text_utf8(name)), "left out",
                 fmt::format("'{}' in line {}", text_utf8(text.substr(0, end)),
                             line_number(source_.text, position))});
            return;
        }
        if (name.starts_with("Poisson")) {
            if (!test_.poisson_ratio) test_.poisson_ratio = *number;
            return;
        }
        test_.vendor_values.push_back(antonpaar_value(name, unit, *number, cycle_));
    }

    void read_fact(std::string_view name, std::string_view text, std::size_t position) {
        if (name == "Date") {
            date_ = text;
            date_position_ = position;
        }
        if (name == "Time") time_ = text;
        if (name == "X Position") x_um_ = in_micrometres(text);
        if (name == "Y Position") y_um_ = in_micrometres(text);
    }

    double in_micrometres(std::string_view text) const {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        const auto number = parse_number(text.substr(0, end), decimal_mark_);
        const auto unit = parse_unit(text.substr(end));
        if (!number || !is_finite(*number) || !unit || unit->dimension != Dimension::depth)
            return nan;
        return *number * unit->times / unit->per / nm_per_um;
    }

    void keep_time_stamp() {
        const auto found = parse_date_time(date_, time_);
        const std::string written = fmt::format("{} {}", text_utf8(date_), text_utf8(time_));
        if (!found) {
            test_.inferences.push_back({"time stamp", "left out",
                                        fmt::format("'{}' in line {}", written,
                                                    line_number(source_.text, date_position_))});
            return;
        }
        test_.time_stamp = found->time_stamp;
        if (found->order == DateOrder::assumed_month_first)
            test_.inferences.push_back(
                {"order of the date", "month first",
                 fmt::format("assumed: '{}' can be read both ways", written)});
    }

    const Source& source_;
    char decimal_mark_;
    Test& test_;
    int cycle_ = 1;
    std::string_view section_, date_, time_;
    std::size_t date_position_ = 0;
    double x_um_ = nan, y_um_ = nan;
};

}  // namespace

VendorValue antonpaar_value(std::string_view name, std::string_view unit, double number,
                            int cycle) {
    const KnownResult* known = find_result(name);
    const auto ours = known ? in_our_unit(known->kind, number, unit) : std::nullopt;
    if (ours) return {std::string(known->id), "", *ours, cycle};
    return {text_utf8(name), text_utf8(unit), number, cycle};
}

void read_antonpaar_results(const Source& source, std::size_t begin, std::size_t end,
                            char decimal_mark, Test& test) {
    ResultLines results(source, decimal_mark, test);
    LineCursor lines(source.text.substr(0, end), begin);
    while (!lines.is_at_end()) {
        const std::size_t position = lines.position();
        results.read_line(lines.next(), position);
    }
    results.finish();
}

}  // namespace sneddon
