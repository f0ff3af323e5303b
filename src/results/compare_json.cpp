#include "results/findings_json.hpp"

namespace sneddon {

JsonText sample_difference_json(const SampleDifference& pair) {
    const MeanComparison& welch = pair.welch;
    return {
        {key::quantity, pair.quantity.info().id},
        {key::load_function, pair.load_function},
        {key::a, pair.a},
        {key::b, pair.b},
        {"n_a", welch.n_first},
        {"n_b", welch.n_second},
        {"n_of", pair.is_of_sessions ? "sessions" : "tests"},
        {key::mean_a, json_number(pair.mean_a)},
        {key::mean_b, json_number(pair.mean_b)},
        {key::difference, json_number(welch.difference)},
        {key::ci95, interval_json(pair.ci95)},
        {key::df, json_number(pair.welch.df)},
        {key::p, json_number(pair.p)},
        {key::p_holm, json_number(pair.p_holm)},
        {key::hedges_g, json_number(welch.hedges_g)},
        {"hedges_g_ci95", interval_json({welch.hedges_g_low, welch.hedges_g_high})},
        {key::ratio, json_number(pair.ratio)},
        {"u_ratio", json_number(pair.u_ratio)},
        {key::ratio_ci95, interval_json(pair.ratio_ci95)},
        {"u", json_number(pair.u)},
        {"scatter", {{key::se, json_number(welch.standard_error)}, {key::p, json_number(welch.p)}}},
        {key::tip, name(pair.tip)},
        {key::u_tip, json_number(pair.u_tip)},
        {"u_tip_of_equal_samples", json_number(pair.u_mimicked)},
        {"u_other", json_number(pair.u_other)},
        {key::spread, spread_json(pair.spread)},
        {key::equivalence, equivalence_json(pair.equivalence)}};
}

JsonText spread_json(const SpreadComparison& spread) {
    return {{key::sd_a, json_number(spread.sd_a)},
            {key::sd_b, json_number(spread.sd_b)},
            {"u_random_a", json_number(spread.u_random_a)},
            {"u_random_b", json_number(spread.u_random_b)},
            {key::ratio, json_number(spread.ratio.ratio)},
            {key::ratio_ci95, interval_json({spread.ratio.low, spread.ratio.high})},
            {"f", json_number(spread.test.f)},
            {key::p, json_number(spread.test.p)},
            {key::p_holm, json_number(spread.p_holm)}};
}

JsonText equivalence_json(const EquivalenceFinding& equivalence) {
    return {{"margin", json_number(equivalence.test.margin)},
            {key::p, json_number(equivalence.test.p)},
            {key::p_holm, json_number(equivalence.p_holm)}};
}

JsonText limit_share_json(const LimitShare& share) {
    return {{key::limit, share.limit},
            {key::group, share.group},
            {"count", share.count},
            {key::n, share.n},
            {key::share, json_number(share.interval.share)},
            {key::ci95, interval_json({share.interval.low, share.interval.high})}};
}

JsonText share_trend_json(const ShareTrendFinding& trend) {
    JsonText shares = JsonText::array();
    for (const ScoredShare& at : trend.shares)
        shares.push_back({{"score", json_number(at.score)}, {"count", at.count}, {key::n, at.n}});
    return {{key::share, trend.share},
            {key::factor, trend.factor},
            {key::within, trend.within},
            {key::shares, shares},
            {key::slope, json_number(trend.trend.slope)},
            {"z", json_number(trend.trend.z)},
            {key::p, json_number(trend.trend.p)},
            {key::p_holm, json_number(trend.p_holm)}};
}

JsonText fact_trend_json(const FactTrend& trend) {
    return {{key::quantity, trend.quantity.info().id},
            {key::load_function, trend.load_function},
            {key::fact, trend.fact},
            {key::samples, trend.samples()},
            {key::tests, trend.tests},
            {"values", numbers_json(trend.values)},
            {"means", numbers_json(trend.means)},
            {key::slope, json_number(trend.slope)},
            {key::ci95, interval_json(trend.ci95)},
            {key::se, json_number(trend.se)},
            {key::u_tip, json_number(trend.u_tip)},
            {key::df, json_number(trend.df)},
            {key::p, json_number(trend.p)},
            {key::p_holm, json_number(trend.p_holm)}};
}

JsonText statement_json(const FindingText& statement) {
    return {{key::about, statement.about}, {key::text, statement.text}};
}

}  // namespace sneddon
