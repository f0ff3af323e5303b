#pragma once

#include "study/clusters/contact_finding.hpp"
#include "study/table.hpp"

namespace sneddon {

/// Works and their ratio per load function, for all tests and each cluster, with the plastic work
/// less the work of the hold beside it: clusters cut on creep differ in the work of the hold by
/// construction.
std::vector<EnergyFinding> find_energies(const std::vector<TestRow>& tests, std::size_t clusters);

}  // namespace sneddon
