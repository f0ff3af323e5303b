// The sections of results.json that stand on all tests together (docs/results.md).
#pragma once

#include "results/json_parts.hpp"
#include "study/findings.hpp"

namespace sneddon {

JsonText label_json(Label label);
JsonText interval_json(const Interval& interval);
JsonText summary_json(const Summary& summary);
JsonText quartiles_json(const Quartiles& quartiles);
JsonText numbers_json(const std::vector<double>& numbers);

JsonText comparison_json(const GroupComparison& pair);
JsonText sample_difference_json(const SampleDifference& pair);
JsonText fact_trend_json(const FactTrend& trend);
JsonText spread_json(const SpreadComparison& spread);
JsonText equivalence_json(const EquivalenceFinding& equivalence);
JsonText limit_share_json(const LimitShare& share);
JsonText share_trend_json(const ShareTrendFinding& trend);
JsonText statement_json(const FindingText& statement);
class SampleOfGroup;
JsonText clusters_json(const std::optional<ClusterFinding>& clusters, const SampleOfGroup& samples);
JsonText creep_curve_json(const CreepCurve& curve);
JsonText rheology_json(const RheologyFinding& rheology);
JsonText contact_json(const ContactFinding& contact);
JsonText profile_json(const ProfileOfGroup& profile);
JsonText energy_json(const EnergyFinding& energy);
JsonText ccdf_json(const CcdfFinding& ccdf);
JsonText map_json(const MapFinding& map);
JsonText order_json(const OrderFinding& order);
JsonText mechanism_json(const std::optional<Mechanism>& mechanism);
JsonText activation_json(const ActivationFinding& found, const std::string& sample);
JsonText check_json(const Check& check);
JsonText left_out_json(const LeftOutEffect& effect);

}  // namespace sneddon
