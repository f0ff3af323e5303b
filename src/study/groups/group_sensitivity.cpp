#include "study/groups/group_sensitivity.hpp"

#include <cmath>

#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

SensitivityEntry entry_of(const std::string& group, std::size_t variant, std::size_t at,
                          const std::vector<const TestRow*>& rows) {
    SensitivityEntry entry{group, sensitivity_variants[variant], sensitivity_quantities[at]};
    std::vector<double> values, others, differences;
    for (const TestRow* row : rows) {
        const double value = row->values[entry.quantity], other = row->variants[variant][at];
        if (!std::isfinite(value) || !std::isfinite(other)) continue;
        values.push_back(value);
        others.push_back(other);
        differences.push_back(other - value);
    }
    entry.n = values.size();
    entry.mean = mean(values);
    entry.variant_mean = mean(others);
    entry.sd_of_difference = standard_deviation(differences);
    return entry;
}

/// A choice that changes nothing at all is the recipe's own, or has nothing to do with the
/// quantity.
bool says_nothing(const SensitivityEntry& entry) {
    constexpr double rounding = 1e-12;  // of sums over some thousand tests
    const double difference = std::fabs(entry.variant_mean - entry.mean);
    return entry.n == 0 || difference <= rounding * std::fabs(entry.mean);
}

}  // namespace

std::vector<SensitivityEntry> group_sensitivity(const StudyResult& study) {
    std::vector<SensitivityEntry> entries;
    for (const Group& group : study.groups) {
        std::vector<const TestRow*> rows;
        for (const TestRow& row : study.tests)
            if (row.status == Status::used && row.load_function == group.name &&
                row.variants.is_there())
                rows.push_back(&row);
        for (std::size_t variant = 0; variant < sensitivity_variants.size(); ++variant)
            for (std::size_t at = 0; at < sensitivity_quantities.size(); ++at) {
                SensitivityEntry entry = entry_of(group.name, variant, at, rows);
                if (!says_nothing(entry)) entries.push_back(std::move(entry));
            }
    }
    return entries;
}

}  // namespace sneddon
