// The heads of tests.csv, for the one that writes them and the ones that ask for them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sneddon/model/quantities.hpp"

namespace sneddon {

enum class ColumnKind { text, number };

struct Column {
    std::string_view head;
    ColumnKind kind;
};

namespace column {

inline constexpr Column test_id{"test_id", ColumnKind::text}, file{"file", ColumnKind::text},
    test{"test", ColumnKind::number}, status{"status", ColumnKind::text},
    reason{"reason", ColumnKind::text}, sample{"sample", ColumnKind::text},
    load_function{"load_function", ColumnKind::text}, flags{"flags", ColumnKind::text},
    cycle{"cycle", ColumnKind::number}, test_name{"test_name", ColumnKind::text},
    time_stamp{"time_stamp", ColumnKind::text}, x_um{"x_um", ColumnKind::number},
    y_um{"y_um", ColumnKind::number}, order{"order", ColumnKind::number},
    cluster{"cluster", ColumnKind::number},
    cluster_posterior{"cluster_posterior", ColumnKind::number};

}  // namespace column

/// Those in front of the quantities, in the order of the file.
inline constexpr std::array first_columns = {
    column::test_id, column::file,      column::test,          column::status,
    column::reason,  column::sample,    column::load_function, column::flags,
    column::cycle,   column::test_name, column::time_stamp,    column::x_um,
    column::y_um,    column::order,     column::cluster,       column::cluster_posterior};

/// What a program writes between two flags of a cell.
inline constexpr char flag_separator = ';';

/// The head of a column that can be asked for: one of the first, a quantity, or what belongs to it.
class Head {
  public:
    Head(const Column& column) : name_(column.head) {}
    Head(QuantityIndex quantity) : name_(quantity.info().id) {}
    const std::string& name() const { return name_; }

    /// A name that the study gives: a feature of the clusters, the quantity of a distribution.
    static Head named(std::string name) { return Head(std::move(name)); }
    static Head u_random(QuantityIndex quantity) { return Head(id(quantity) + "_u_random"); }
    static Head u_common(QuantityIndex quantity) { return Head(id(quantity) + "_u_common"); }
    /// `key` is a quantity's id or the instrument's name.
    static Head vendor(std::string_view key) {
        return Head(std::string(vendor_prefix) + std::string(key));
    }
    /// The key of such a head; "" for any other.
    static std::string_view vendors_key(std::string_view head) {
        return head.starts_with(vendor_prefix) ? head.substr(vendor_prefix.size()) : "";
    }

  private:
    static constexpr std::string_view vendor_prefix = "vendor_";
    explicit Head(std::string name) : name_(std::move(name)) {}
    static std::string id(QuantityIndex quantity) { return std::string(quantity.info().id); }
    std::string name_;
};

}  // namespace sneddon
