// The sections of results.json that stand on all tests together (docs/results.md).
#pragma once

#include "results/json_parts.hpp"
#include "study/findings.hpp"

namespace sneddon {

Json label_json(Label label);
Json interval_json(const Interval& interval);
Json summary_json(const Summary& summary);
Json quartiles_json(const Quartiles& quartiles);
Json numbers_json(const std::vector<double>& numbers);

Json comparison_json(const GroupComparison& pair);
Json clusters_json(const std::optional<ClusterFinding>& clusters);
Json creep_curve_json(const CreepCurve& curve);
Json contact_json(const ContactFinding& contact);
Json energy_json(const EnergyFinding& energy);
Json ccdf_json(const CcdfFinding& ccdf);
Json map_json(const MapFinding& map);
Json order_json(const OrderFinding& order);
Json mechanism_json(const std::optional<Mechanism>& mechanism);
Json check_json(const Check& check);

}  // namespace sneddon
