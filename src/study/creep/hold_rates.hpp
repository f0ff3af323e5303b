#pragma once

#include <span>
#include <vector>

#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_contact.hpp"
#include "study/creep/hold_table.hpp"
#include "study/creep/strain_rate.hpp"

namespace sneddon {

/// The contacts of a table's rows, and the sample that they are of.
struct ContactsOfTable {
    const AreaFunction* area = nullptr;
    double temperature_C = nan;
    std::vector<HoldContact> rows;        ///< by HoldTable::rows
    std::vector<double> since_contact_s;  ///< how long a drift acts until the end of the hold
};
ContactsOfTable contacts_of_table(const std::vector<TestRow>& tests, const HoldTable& table,
                                  const StudyOptions& options);

/// Mean of those that are known, each as often as `times` says; 1/S_e is what is averaged.
HoldContact mean_contact(const ContactsOfTable& contacts, std::span<const double> times);

/// Replicates of one draw of the tests: as they are, and less a drift.
struct RateReplicates {
    std::vector<double> strain_rate, sensitivity, drifted_strain_rate, drifted_sensitivity;
    void add(const CreepLaw& law, double duration_s, const ContactsOfTable& contacts,
             std::span<const double> times, double drift_nm_per_s, const StudyOptions& options);
    void append(const RateReplicates& more);
};

/// Everything but the intervals; `members` are places in the table.
HoldRates hold_rates(const CreepCurve& curve, const ContactsOfTable& contacts,
                     std::span<const std::size_t> members, const StudyOptions& options);

/// `tests` that the replicates were drawn from.
void add_intervals(const RateReplicates& replicates, std::size_t tests, HoldRates& rates);

}  // namespace sneddon
