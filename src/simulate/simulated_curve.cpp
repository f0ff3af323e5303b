#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "model/units.hpp"
#include "simulate/apply_fault.hpp"
#include "simulate/hold_law.hpp"
#include "simulate/loading_law.hpp"
#include "simulate/oscillation_columns.hpp"
#include "simulate/random_streams.hpp"
#include "simulate/simulated_study.hpp"
#include "simulate/unloading_law.hpp"

namespace sneddon {
namespace {

constexpr double zero_of_volts = 0.45;  // load of the transducer at rest, V

/// Seconds after the beginning of the study as a local time.
std::string time_stamp(double seconds) {
    using namespace std::chrono;
    const sys_seconds at = sys_days(year(2025) / January / 6) + hours(8) +
                           std::chrono::seconds(static_cast<long>(seconds));
    const sys_days day = floor<days>(at);
    const year_month_day date(day);
    const hh_mm_ss time(at - day);
    return fmt::format("{}-{:02}-{:02}T{:02}:{:02}:{:02}", int(date.year()), unsigned(date.month()),
                       unsigned(date.day()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

int point_count(double seconds, double points_per_s) {
    return static_cast<int>(std::lround(seconds * points_per_s));
}

/// Hardness of loading, depths, contact and pop-in of a test of which the end or the loading was
/// drawn.
void complete_state(TestTruth& truth, const SimulationPlan& plan, const TipShape& tip) {
    const double peak = peak_load_uN(plan, truth), q = plan.material.blending;
    const double h_star_nm = plan.material.size_effect_nm;
    const auto law = [&](double H_GPa) {
        return ContactLaw(tip, truth.E_r_GPa, H_GPa, q, h_star_nm);
    };
    if (plan.material.construction == Construction::end_state) {
        const double a_2 = std::sqrt(peak / (std::numbers::pi * truth.H_end_GPa * uN_per_GPa_nm2));
        const double h_1 = law(1).depth_nm(a_2, peak) - truth.creep_nm;
        const double a_1 = truth.creep_nm > 0 ? law(1).radius_at_depth_nm(h_1, peak) : a_2;
        truth.H_load_GPa = limit_hardness_GPa(tip, truth.E_r_GPa, a_1, peak, q) /
                           std::sqrt(1 + h_star_nm / tip.contact_depth_nm(a_1));
    }
    const ContactLaw contact = law(truth.H_load_GPa);
    const double a_1 = contact.radius_at_load_nm(peak, 100);
    truth.h_1_nm = contact.depth_nm(a_1, peak);
    truth.h_max_nm = truth.h_1_nm + truth.creep_nm;
    truth.a_end_nm = truth.creep_nm > 0 ? contact.radius_at_depth_nm(truth.h_max_nm, peak) : a_1;
    truth.H_end_GPa = peak / (std::numbers::pi * truth.a_end_nm * truth.a_end_nm * uN_per_GPa_nm2);
    truth.S_elastic_uN_per_nm = 2 * truth.E_r_GPa * truth.a_end_nm * uN_per_GPa_nm2;
    if (!(truth.popin_load_uN < peak)) truth.popin_load_uN = nan;
}

UnloadingLaw unloading_law(const TestTruth& truth, const HoldLaw& hold,
                           const SimulationPlan& plan) {
    return UnloadingLaw({peak_load_uN(plan, truth), truth.ramp_s, truth.hold_s, truth.h_max_nm,
                         truth.creep_nm, truth.S_elastic_uN_per_nm, truth.m,
                         plan.material.back_flow, plan.material.nose, hold.a_nm_per_s(),
                         hold.b_nm(), hold.c()});
}

void complete_results(TestTruth& truth, const SimulationPlan& plan, const TipShape& tip,
                      LoadingLaw& loading, const UnloadingLaw& unloading) {
    const double peak = peak_load_uN(plan, truth);
    truth.S_apparent_uN_per_nm = unloading.apparent_stiffness_uN_per_nm();
    truth.h_c_apparent_nm = truth.h_max_nm - 0.75 * peak / truth.S_apparent_uN_per_nm;
    const double a = tip.contact_radius_nm(truth.h_c_apparent_nm);
    truth.H_apparent_GPa = peak / (std::numbers::pi * a * a * uN_per_GPa_nm2);
    truth.E_r_apparent_GPa = truth.S_apparent_uN_per_nm / (2 * a * uN_per_GPa_nm2);
    truth.W_total_pJ = loading.work_pJ(peak) + peak * truth.creep_nm * pJ_per_uN_nm;
    truth.W_elast_pJ = unloading.elastic_work_pJ();
    truth.W_plast_pJ = truth.W_total_pJ - truth.W_elast_pJ;
    if (!(truth.popin_load_uN > 0)) return;
    if (plan.programme.control == SimulatedProgramme::Control::depth)
        truth.popin_drop_uN = loading.popin_drop_uN();
    else
        truth.popin_jump_nm = loading.popin_jump_nm();
}

/// Load and depth of the material, point by point, and where its segments begin.
class Programme {
  public:
    Programme(const SimulatedProgramme& programme, double peak_uN, double ramp_s, double hold_s)
        : programme_(programme),
          peak_uN_(peak_uN),
          preload_(point_count(programme_.preload_s, programme_.points_per_s)),
          lift_(point_count(programme_.lift_s, programme_.points_per_s)),
          air_(point_count(programme_.air_s, programme_.points_per_s)),
          ramp_(point_count(ramp_s, programme_.points_per_s)),
          hold_(point_count(hold_s, programme_.points_per_s)) {}

    void run(Curve& curve, std::vector<SegmentMark>& marks, LoadingLaw& loading,
             const HoldLaw& hold, const UnloadingLaw& unloading, const TestTruth& truth) {
        const double preload_nm = preload_ > 0 ? loading.depth_nm(programme_.preload_uN) : 0;
        add(curve, preload_ > 0 ? programme_.preload_uN : 0,
            preload_ > 0 ? preload_nm : -programme_.lift_nm);
        segment(curve, marks, preload_,
                [&](int) { add(curve, programme_.preload_uN, preload_nm); });
        segment(curve, marks, lift_,
                [&](int i) { add(curve, 0, -programme_.lift_nm * i / lift_); });
        segment(curve, marks, air_,
                [&](int i) { add(curve, 0, -programme_.lift_nm * (air_ - i) / air_); });
        segment(curve, marks, ramp_, [&](int i) {
            if (programme_.control == SimulatedProgramme::Control::depth) {
                const double depth = truth.h_1_nm * i / ramp_;
                return add(curve, loading.load_uN(depth), depth);
            }
            const double load = peak_uN_ * share_of_peak(i);
            add(curve, load, loading.depth_nm(load));
        });
        segment(curve, marks, hold_,
                [&](int i) { add(curve, peak_uN_, hold.depth_nm(i / programme_.points_per_s)); });
        const std::vector<double> falling = unloading.depths_nm(ramp_);
        segment(curve, marks, ramp_, [&](int i) {
            const double load = peak_uN_ * (ramp_ - i) / ramp_;
            const double popped = load < truth.popout_load_uN ? truth.popout_jump_nm : 0;
            add(curve, load, falling[static_cast<std::size_t>(i)] + popped);
        });
    }

    CurvePlaces places() const {
        const auto loading = static_cast<std::size_t>(1 + preload_ + lift_ + air_);
        const std::size_t hold = loading + static_cast<std::size_t>(ramp_);
        const std::size_t unloading = hold + static_cast<std::size_t>(hold_);
        return {loading, hold, unloading, unloading + static_cast<std::size_t>(ramp_)};
    }

  private:
    /// Of the load, at point i of the loading.
    double share_of_peak(int i) const {
        if (programme_.control != SimulatedProgramme::Control::strain_rate)
            return static_cast<double>(i) / ramp_;
        const double rate_per_point = programme_.load_rate_per_s / programme_.points_per_s;
        return std::expm1(rate_per_point * i) / std::expm1(rate_per_point * ramp_);
    }
    /// The instrument writes the first point of a test as a segment of its own.
    template <class Add>
    void segment(Curve& curve, std::vector<SegmentMark>& marks, int count, Add add_point) {
        if (count == 0) return;
        if (marks.empty()) marks.push_back({0, ""});
        marks.push_back({curve.size(), ""});
        for (int i = 1; i <= count; ++i) add_point(i);
    }
    void add(Curve& curve, double load_uN, double depth_nm) const {
        curve.time_s.push_back(static_cast<double>(curve.size()) / programme_.points_per_s);
        curve.load_uN.push_back(load_uN);
        curve.depth_nm.push_back(depth_nm);
    }
    const SimulatedProgramme& programme_;
    double peak_uN_;
    int preload_, lift_, air_, ramp_, hold_;
};

/// What the instrument makes of it: the exported depth is corrected with the load it measured and
/// the drift of its header.
void measure(Curve& curve, const CurvePlaces& places, const TestTruth& truth,
             const SimulatedInstrument& instrument, RandomStream noise) {
    const double drift_left = truth.drift_nm_per_s - truth.drift_header_nm_per_s;
    const double C_f = instrument.frame_compliance_nm_per_uN;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double load = curve.load_uN[i];
        double felt = 0;
        if (i >= places.hold)
            felt = truth.height_nm;
        else if (i + 1 >= places.loading)
            felt = truth.height_nm * -std::expm1(-load / instrument.roughness_load_uN);
        const double measured_uN = load + truth.tare_uN + instrument.load_noise_uN * noise.normal();
        curve.load_uN[i] = measured_uN;
        curve.depth_nm[i] += felt + instrument.frame_left_nm_per_uN * load +
                             C_f * (load - measured_uN) + drift_left * curve.time_s[i] +
                             truth.zero_nm + instrument.depth_noise_nm * noise.normal();
    }
}

/// The volts still hold what the depth was corrected for.
void add_volts(Curve& curve, const TestTruth& truth, const SimulatedInstrument& instrument) {
    const double C_f = instrument.frame_compliance_nm_per_uN;
    Channel depth_V{"Depth", "V", std::vector<double>(curve.size())};
    Channel load_V{"Load", "V", std::vector<double>(curve.size())};
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double load = curve.load_uN[i];
        const double uncorrected_nm =
            curve.depth_nm[i] + C_f * load + truth.drift_header_nm_per_s * curve.time_s[i];
        depth_V.values[i] = -uncorrected_nm / instrument.depth_nm_per_V;
        load_V.values[i] = std::sqrt(
            std::max(zero_of_volts * zero_of_volts + load / instrument.load_uN_per_V2, 0.0));
    }
    curve.channels.push_back(std::move(depth_V));
    curve.channels.push_back(std::move(load_V));
}

SimulatedTip tip_of(const SimulatedStudy& study, const TestTruth& truth) {
    constexpr double sharper = 3;
    SimulatedTip tip = study.plan.tip;
    if (truth.fault == name(FaultKind::wrong_tip)) tip.radius_nm /= sharper;
    return tip;
}

}  // namespace

SimulatedTest simulated_curve(const SimulatedStudy& study, std::size_t index) {
    const SimulationPlan& plan = study.plan;
    SimulatedTest made;
    made.truth = study.tests[index];
    TestTruth& truth = made.truth;
    const SimulatedTip own_tip = tip_of(study, truth);
    const TipShape tip(own_tip);
    complete_state(truth, plan, tip);
    const ContactLaw contact(tip, truth.E_r_GPa, truth.H_load_GPa, plan.material.blending,
                             plan.material.size_effect_nm);
    LoadingLaw loading(contact, truth.E_r_GPa, own_tip.radius_nm, truth.popin_load_uN);
    const HoldLaw hold(plan, contact, truth);
    const UnloadingLaw unloading = unloading_law(truth, hold, plan);
    complete_results(truth, plan, tip, loading, unloading);

    Programme programme(plan.programme, peak_load_uN(plan, truth), truth.ramp_s, truth.hold_s);
    const CurvePlaces places = programme.places();
    Curve& curve = made.test.curve;
    for (auto* column : {&curve.time_s, &curve.depth_nm, &curve.load_uN})
        column->reserve(places.end);
    LoadingLaw from_contact(contact, truth.E_r_GPa, own_tip.radius_nm, truth.popin_load_uN);
    programme.run(curve, made.test.marks, from_contact, hold, unloading, truth);
    made.test.mark_source = MarkSource::blank_line;
    made.test.time_stamp = time_stamp(study.start_s[index]);
    const auto stream = [&](Purpose purpose) {
        return random_stream(study.seed, purpose, truth.load_function, truth.place);
    };
    if (plan.programme.oscillation_nm > 0)
        add_oscillation(curve, places, plan, truth, contact, stream(Purpose::oscillation));
    measure(curve, places, truth, plan.instrument, stream(Purpose::noise));
    const auto fault = find_fault(truth.fault);
    if (fault) apply_instrument_fault(curve, *fault, places, stream(Purpose::fault));
    add_volts(curve, truth, plan.instrument);
    if (fault) apply_export_fault(made.test, *fault, places, stream(Purpose::fault));
    made.test.applied = {plan.instrument.frame_compliance_nm_per_uN, truth.drift_header_nm_per_s,
                         "simulated"};
    return made;
}

}  // namespace sneddon
