#include "results/tables/head_meaning.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "results/columns.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

struct KnownColumn {
    std::string_view head, unit, text;
    bool is_whole = false;
};

/// All but the quantities and what belongs to them.
constexpr std::array known_columns = {
    KnownColumn{"test_id", "", "name of the test"},
    KnownColumn{"file", "", "file of the instrument, as it was given"},
    KnownColumn{"test", "", "number of the test in its file", true},
    KnownColumn{"status", "", "used, excluded or refused"},
    KnownColumn{"reason", "", "why the test was excluded or refused"},
    KnownColumn{"sample", "", "sample of the test, by its study.toml or its folder"},
    KnownColumn{"load_function", "", "group of tests that were loaded alike"},
    KnownColumn{"flags", "", "codes of doubts, with semicolons between them"},
    KnownColumn{"cycle", "", "number of the cycle in its test", true},
    KnownColumn{"test_name", "", "name that the instrument gave to the test"},
    KnownColumn{"time_stamp", "", "when the instrument says that it measured"},
    KnownColumn{"x_um", "µm", "place of the indent"},
    KnownColumn{"y_um", "µm", "place of the indent"},
    KnownColumn{"order", "", "place in the order of measurement", true},
    KnownColumn{"cluster", "", "label of the cluster", true},
    KnownColumn{"cluster_posterior", "", "probability of that label under the mixture"},
    KnownColumn{"frame_compliance_applied_nm_per_uN", "nm/µN",
                "frame compliance that the depths were corrected with"},
    KnownColumn{"drift_applied_nm_per_s", "nm/s", "drift rate that the depths were corrected with"},
    KnownColumn{"source", "", "whether the row comes from a curve or from a table"},
    KnownColumn{"cluster_name", "", "name of the cluster in study.toml"},
};

struct Part {
    std::string_view end, text;
    bool has_unit = true;
    bool is_whole = false;
};

/// What stands behind the id of a quantity. The first two are columns of tests.csv.
constexpr std::array parts = {
    Part{"_u_random", "random standard uncertainty (k = 1) of the "},
    Part{"_u_common", "standard uncertainty (k = 1) that all tests share, of the "},
    Part{"_mean", "mean of the "},
    Part{"_sd", "standard deviation (n - 1) of the "},
    Part{"_n", "number of values of the ", false, true},
};
constexpr std::size_t parts_of_tests = 2;

std::optional<HeadMeaning> of_quantity(std::string_view head) {
    const auto quantity = find_quantity(head);
    if (!quantity) return std::nullopt;
    const QuantityInfo& info = quantity->info();
    return HeadMeaning{std::string(info.unit), std::string(info.text)};
}

bool belongs_to_quantity(std::string_view head) {
    if (find_quantity(head)) return true;
    return std::ranges::any_of(
        parts.begin(), parts.begin() + parts_of_tests, [&](const Part& part) {
            return head.ends_with(part.end) &&
                   find_quantity(head.substr(0, head.size() - part.end.size()));
        });
}

}  // namespace

HeadMeaning meaning_of(std::string_view head) {
    for (const KnownColumn& column : known_columns)
        if (column.head == head)
            return {std::string(column.unit), std::string(column.text), column.is_whole};
    if (const auto key = Head::vendors_key(head); !key.empty()) {
        HeadMeaning meaning = meaning_of(key);
        meaning.text = "what the instrument's program says" +
                       (meaning.text.empty() ? "" : ": " + meaning.text);
        return meaning;
    }
    if (auto meaning = of_quantity(head)) return *meaning;
    for (const Part& part : parts) {
        if (!head.ends_with(part.end)) continue;
        const auto whole = of_quantity(head.substr(0, head.size() - part.end.size()));
        if (whole)
            return {part.has_unit ? whole->unit : "", std::string(part.text) + whole->text,
                    part.is_whole};
    }
    return {};
}

bool can_be_column(std::string_view head) {
    return std::ranges::find(known_columns, head, &KnownColumn::head) != known_columns.end() ||
           !Head::vendors_key(head).empty() || belongs_to_quantity(head);
}

std::string nearest_column(std::string_view head) {
    std::vector<std::string_view> names;
    for (const KnownColumn& column : known_columns) names.push_back(column.head);
    for (const QuantityInfo& info : quantity_table) names.push_back(info.id);
    return nearest_name(head, names);
}

}  // namespace sneddon
