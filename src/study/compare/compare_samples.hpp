#pragma once

#include <functional>
#include <span>
#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/compare/sample_difference.hpp"
#include "study/compare/sample_rows.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// What is independent: a test, or a session where sessions of a piece differ.
enum class SampleUnit { test, session };

/// Of the tests of a sample at a load function, or of the means of its sessions.
SampleMean sample_mean(const StudyResult& study, const SampleRows& sample, const SampleTip& tip,
                       QuantityIndex quantity, SampleUnit unit = SampleUnit::test);

/// Whether two places of StudyResult::samples are compared; empty: all are.
using IsPair = std::function<bool(std::size_t a, std::size_t b)>;

/// Of every pair of samples at every load function that both have, for hardness, moduli, contact
/// depth, works and creep; pairs with fewer than two values on a side, or without any spread, are
/// left out. Where a fact names two or more sessions
/// of both samples, the means of sessions are compared, each counted once. Holm's correction over
/// the pairs and load functions of a quantity. `tips`: of each of StudyResult::samples; without
/// them nothing is known of the area. Spreads, and equivalence within `margin` of the mean, of the
/// same pairs beside it.
std::vector<SampleDifference> compare_samples(const StudyResult& study,
                                              std::span<const SampleTip> tips, double margin,
                                              const IsPair& is_pair = {});

}  // namespace sneddon
