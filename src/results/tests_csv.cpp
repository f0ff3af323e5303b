#include <algorithm>
#include <ostream>

#include "base/csv_cell.hpp"
#include "base/markup.hpp"
#include "base/nan.hpp"
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
    bool has_frame_compliance = false;
    bool has_drift = false;
};

FurtherColumns further_columns(const StudyResult& study) {
    FurtherColumns columns;
    columns.vendor = vendor_columns(study);
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
    for (const QuantityInfo& quantity : quantity_table) line.add(quantity.id);
    for (std::size_t i = 0; i < quantity_count; ++i) {
        if (quantity_table[i].uncertainty == UncertaintyIs::none) continue;
        line.add(Head::u_random(QuantityIndex{i}).name());
        line.add(Head::u_common(QuantityIndex{i}).name());
    }
    for (const VendorColumn& column : columns.vendor) line.add(Head::vendor(column.key).name());
    if (columns.has_frame_compliance) line.add("frame_compliance_applied_nm_per_uN");
    if (columns.has_drift) line.add("drift_applied_nm_per_s");
    return line;
}

CsvLine row_line(const TestRow& row, std::string_view sample, const FurtherColumns& columns) {
    CsvLine line;
    line.add(row.test_id);
    line.add(row.file);
    line.add(std::to_string(row.test));
    line.add(name(row.status));
    line.add(row.reason);
    line.add(sample);
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
    for (std::size_t i = 0; i < quantity_count; ++i) line.add(row.values[QuantityIndex{i}]);
    for (std::size_t i = 0; i < quantity_count; ++i) {
        if (quantity_table[i].uncertainty == UncertaintyIs::none) continue;
        line.add(row.u_random[QuantityIndex{i}]);
        line.add(row.u_common[QuantityIndex{i}]);
    }
    for (const VendorColumn& column : columns.vendor) line.add(vendor_value(row, column));
    if (columns.has_frame_compliance) line.add(row.applied.frame_compliance_nm_per_uN);
    if (columns.has_drift) line.add(row.applied.drift_nm_per_s);
    return line;
}

}  // namespace

void write_tests_csv(std::ostream& out, const StudyResult& study) {
    const FurtherColumns columns = further_columns(study);
    head_line(columns).write(out);
    for (const TestRow& row : study.tests)
        row_line(row, sample_name(study, row.sample), columns).write(out);
}

}  // namespace sneddon
