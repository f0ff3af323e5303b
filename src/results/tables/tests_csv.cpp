#include <algorithm>
#include <ostream>

#include "base/csv_cell.hpp"
#include "base/markup.hpp"
#include "base/nan.hpp"
#include "model/cluster_name.hpp"
#include "results/columns.hpp"
#include "results/vendor_columns.hpp"
#include "results/write_results.hpp"
#include "sneddon/base/text.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

/// Which columns the study has beside those that every study has.
struct FurtherColumns {
    std::vector<VendorColumn> vendor;
    std::vector<QuantityIndex> quantities, uncertain;
    bool has_frame_compliance = false;
    bool has_drift = false;
    bool has_source = false;
    bool has_cluster_names = false;
};

bool has_any(const StudyResult& study, auto value) {
    return std::ranges::any_of(study.tests,
                               [&](const TestRow& row) { return is_finite(value(row)); });
}

/// Of curves all quantities, with or without numbers; of tables of a million rows those that are
/// there.
void choose_quantities(const StudyResult& study, FurtherColumns& columns) {
    const auto is_of_table = [](const TestRow& row) { return row.source == RowSource::table; };
    columns.has_source = std::ranges::any_of(study.tests, is_of_table);
    const bool are_tables = columns.has_source && std::ranges::all_of(study.tests, is_of_table);
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const QuantityIndex quantity{i};
        if (are_tables && !has_any(study, [&](const TestRow& row) { return row.values[quantity]; }))
            continue;
        columns.quantities.push_back(quantity);
        if (!are_tables && quantity.info().uncertainty != UncertaintyIs::none)
            columns.uncertain.push_back(quantity);
    }
}

FurtherColumns further_columns(const StudyResult& study) {
    FurtherColumns columns;
    columns.vendor = vendor_columns(study);
    choose_quantities(study, columns);
    columns.has_cluster_names = has_cluster_names(study.facts);
    columns.has_frame_compliance = std::ranges::any_of(study.tests, [](const TestRow& row) {
        return row.applied.frame_compliance_nm_per_uN.has_value();
    });
    columns.has_drift = std::ranges::any_of(
        study.tests, [](const TestRow& row) { return row.applied.drift_nm_per_s.has_value(); });
    return columns;
}

class CsvLine {
  public:
    void add(std::string_view text) {
        begin_cell();
        line_ += csv_cell(valid_utf8(text));
    }
    void add(double number) {
        begin_cell();
        if (is_finite(number)) line_ += number_text(number);
    }
    void add(const std::optional<double>& number) { add(number.value_or(nan)); }
    void write(std::ostream& out) {
        line_ += '\n';
        out << line_;
    }

  private:
    void begin_cell() {
        if (!is_first_) line_ += ',';
        is_first_ = false;
    }

    std::string line_;
    bool is_first_ = true;
};

std::string joined_codes(const std::vector<Flag>& flags) {
    std::string codes;
    for (const Flag& flag : flags) {
        if (!codes.empty()) codes += flag_separator;
        codes += flag.code;
    }
    return codes;
}

CsvLine head_line(const FurtherColumns& columns) {
    CsvLine line;
    for (const Column& column : first_columns) line.add(column.head);
    for (const QuantityIndex quantity : columns.quantities) line.add(quantity.info().id);
    for (const QuantityIndex quantity : columns.uncertain) {
        line.add(Head::u_random(quantity).name());
        line.add(Head::u_common(quantity).name());
    }
    for (const VendorColumn& column : columns.vendor) line.add(Head::vendor(column.key).name());
    if (columns.has_frame_compliance) line.add("frame_compliance_applied_nm_per_uN");
    if (columns.has_drift) line.add("drift_applied_nm_per_s");
    if (columns.has_source) line.add("source");
    if (columns.has_cluster_names) line.add("cluster_name");
    return line;
}

CsvLine row_line(const TestRow& row, const StudyResult& study, const FurtherColumns& columns) {
    CsvLine line;
    line.add(row.test_id);
    line.add(row.file);
    line.add(std::to_string(row.test));
    line.add(name(row.status));
    line.add(row.reason);
    line.add(sample_name(study, row.sample));
    line.add(row.load_function);
    line.add(joined_codes(row.flags));
    line.add(std::to_string(row.cycle));
    line.add(row.test_name);
    line.add(row.time_stamp.value_or(""));
    line.add(row.position ? row.position->x_um : nan);
    line.add(row.position ? row.position->y_um : nan);
    line.add(row.order > 0 ? std::to_string(row.order) : "");
    line.add(row.cluster ? std::to_string(*row.cluster) : "");
    line.add(row.cluster_posterior);
    for (const QuantityIndex quantity : columns.quantities) line.add(row.values[quantity]);
    for (const QuantityIndex quantity : columns.uncertain) {
        line.add(row.u_random[quantity]);
        line.add(row.u_common[quantity]);
    }
    for (const VendorColumn& column : columns.vendor) line.add(vendor_value(row, column));
    if (columns.has_frame_compliance) line.add(row.applied.frame_compliance_nm_per_uN);
    if (columns.has_drift) line.add(row.applied.drift_nm_per_s);
    if (columns.has_source) line.add(row.source == RowSource::table ? "table" : "curve");
    if (columns.has_cluster_names)
        line.add(row.cluster ? cluster_name(study.facts, static_cast<std::size_t>(*row.cluster))
                             : "");
    return line;
}

}  // namespace

void write_tests_csv(std::ostream& out, const StudyResult& study) {
    const FurtherColumns columns = further_columns(study);
    head_line(columns).write(out);
    for (const TestRow& row : study.tests) row_line(row, study, columns).write(out);
}

}  // namespace sneddon
