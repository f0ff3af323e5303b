// Rheological models of a mean hold curve, beside its creep law.
#pragma once

#include <optional>
#include <span>

#include "study/creep/contact_compliance.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_table.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The tests of one mean hold curve made ready for rheological models: the contact, the ramp (the
/// mean time of loading) and the instants.
class HoldRheology {
  public:
    /// `members` are indices into the table; the curve is their mean.
    HoldRheology(const std::vector<TestRow>& tests, const HoldTable& table,
                 std::span<const std::size_t> members, const CreepCurve& curve,
                 const StudyOptions& options);

    /// All models against the curve; `reason` says why there is none.
    RheologyFinding find(const CreepCurve& curve) const;

    // Where find() chose a model.
    const ContactCompliance& compliance() const { return *compliance_; }
    const RetardationBasis& basis() const { return *basis_; }

  private:
    std::string reason_;
    std::span<const double> instants_s_;
    RheologyContact contact_;
    double ramp_s_ = nan, F_uN_ = nan;
    std::optional<ContactCompliance> compliance_;
    std::optional<RetardationBasis> basis_;
};

/// Refits of one model that the replicates of a resampling collect.
class RheologyReplicates {
  public:
    void add(const RetardationFit& fit);
    RheologyResampling intervals() const;

  private:
    std::size_t replicates_ = 0;
    std::vector<double> instantaneous_, flow_;
    std::array<std::vector<double>, most_elements> strength_, tau_;
};

}  // namespace sneddon
