#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "loading_law.hpp"
#include "random_streams.hpp"
#include "sneddon/simulate/simulated_study.hpp"
#include "unloading_law.hpp"

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

int sample_count(double seconds, double points_per_s) {
    return static_cast<int>(std::lround(seconds * points_per_s));
}

/// Hardness of loading, depths, contact and pop-in of a test of which the end or the loading was
/// drawn.
void complete_state(TestTruth& truth, const SimulationPlan& plan, const TipShape& tip) {
    const double peak = plan.programme.peak_uN, q = plan.material.blending;
    const auto law = [&](double H_GPa) { return ContactLaw(tip, truth.E_r_GPa, H_GPa, q); };
    if (plan.material.construction == Construction::end_state) {
        const double a_2 = std::sqrt(peak / (std::numbers::pi * truth.H_end_GPa * uN_per_GPa_nm2));
        const double h_1 = law(1).depth_nm(a_2, peak) - truth.creep_nm;
        const double a_1 = truth.creep_nm > 0 ? law(1).radius_at_depth_nm(h_1, peak) : a_2;
        truth.H_load_GPa = limit_hardness_GPa(tip, truth.E_r_GPa, a_1, peak, q);
    }
    const ContactLaw contact = law(truth.H_load_GPa);
    const double a_1 = contact.radius_at_load_nm(peak, 100);
    truth.h_1_nm = contact.depth_nm(a_1, peak);
    truth.h_max_nm = truth.h_1_nm + truth.creep_nm;
    truth.a_end_nm = truth.creep_nm > 0 ? contact.radius_at_depth_nm(truth.h_max_nm, peak) : a_1;
    truth.H_end_GPa = peak / (std::numbers::pi * truth.a_end_nm * truth.a_end_nm * uN_per_GPa_nm2);
    truth.S_elastic_uN_per_nm = 2 * truth.E_r_GPa * truth.a_end_nm * uN_per_GPa_nm2;
    if (!(truth.popin_load_uN < peak)) truth.popin_load_uN = no_truth;
}

UnloadingLaw unloading_law(const TestTruth& truth, const SimulationPlan& plan) {
    return UnloadingLaw({plan.programme.peak_uN, plan.programme.ramp_s, truth.hold_s,
                         truth.h_max_nm, truth.creep_nm, truth.S_elastic_uN_per_nm, truth.m,
                         plan.material.back_flow, plan.material.nose, truth.a_nm_per_s, truth.b_nm,
                         truth.c});
}

void complete_results(TestTruth& truth, const SimulationPlan& plan, const TipShape& tip,
                      LoadingLaw& loading, const UnloadingLaw& unloading) {
    constexpr double pJ_per_uN_nm = 1e-3;
    const double peak = plan.programme.peak_uN;
    truth.S_apparent_uN_per_nm = unloading.apparent_stiffness_uN_per_nm();
    truth.h_c_apparent_nm = truth.h_max_nm - 0.75 * peak / truth.S_apparent_uN_per_nm;
    const double a = tip.contact_radius_nm(truth.h_c_apparent_nm);
    truth.H_apparent_GPa = peak / (std::numbers::pi * a * a * uN_per_GPa_nm2);
    truth.E_r_apparent_GPa = truth.S_apparent_uN_per_nm / (2 * a * uN_per_GPa_nm2);
    truth.W_total_pJ = loading.work_pJ(peak) + peak * truth.creep_nm * pJ_per_uN_nm;
    truth.W_elast_pJ = unloading.elastic_work_pJ();
    truth.W_plast_pJ = truth.W_total_pJ - truth.W_elast_pJ;
    if (truth.popin_load_uN > 0) truth.popin_jump_nm = loading.popin_jump_nm();
}

/// Load and depth of the material, sample by sample, and where its segments begin.
class Programme {
  public:
    Programme(const SimulatedProgramme& programme, double hold_s)
        : is_(programme),
          preload_(sample_count(is_.preload_s, is_.points_per_s)),
          lift_(sample_count(is_.lift_s, is_.points_per_s)),
          air_(sample_count(is_.air_s, is_.points_per_s)),
          ramp_(sample_count(is_.ramp_s, is_.points_per_s)),
          hold_(sample_count(hold_s, is_.points_per_s)) {}

    void run(Curve& curve, std::vector<SegmentMark>& marks, LoadingLaw& loading,
             const UnloadingLaw& unloading, const TestTruth& truth) {
        const double preload_nm = preload_ > 0 ? loading.depth_nm(is_.preload_uN) : 0;
        add(curve, preload_ > 0 ? is_.preload_uN : 0, preload_ > 0 ? preload_nm : -is_.lift_nm);
        segment(curve, marks, preload_, [&](int) { add(curve, is_.preload_uN, preload_nm); });
        segment(curve, marks, lift_, [&](int i) { add(curve, 0, -is_.lift_nm * i / lift_); });
        segment(curve, marks, air_,
                [&](int i) { add(curve, 0, -is_.lift_nm * (air_ - i) / air_); });
        segment(curve, marks, ramp_, [&](int i) {
            const double load = is_.peak_uN * i / ramp_;
            add(curve, load, loading.depth_nm(load));
        });
        segment(curve, marks, hold_, [&](int i) {
            const double t = i / is_.points_per_s;
            add(curve, is_.peak_uN,
                truth.h_1_nm + truth.a_nm_per_s * t + truth.b_nm * std::pow(t, truth.c));
        });
        const std::vector<double> falling = unloading.depths_nm(ramp_);
        segment(curve, marks, ramp_, [&](int i) {
            add(curve, is_.peak_uN * (ramp_ - i) / ramp_, falling[static_cast<std::size_t>(i)]);
        });
    }

    std::size_t contact() const { return static_cast<std::size_t>(preload_ + lift_ + air_); }
    std::size_t peak() const { return contact() + static_cast<std::size_t>(ramp_); }
    std::size_t points() const { return peak() + static_cast<std::size_t>(hold_ + ramp_) + 1; }

  private:
    /// The instrument writes the first point of a test as a segment of its own.
    template <class Add>
    void segment(Curve& curve, std::vector<SegmentMark>& marks, int count, Add add_sample) {
        if (count == 0) return;
        if (marks.empty()) marks.push_back({0, ""});
        marks.push_back({curve.size(), ""});
        for (int i = 1; i <= count; ++i) add_sample(i);
    }
    void add(Curve& curve, double load_uN, double depth_nm) const {
        curve.time_s.push_back(static_cast<double>(curve.size()) / is_.points_per_s);
        curve.load_uN.push_back(load_uN);
        curve.depth_nm.push_back(depth_nm);
    }
    const SimulatedProgramme& is_;
    int preload_, lift_, air_, ramp_, hold_;
};

/// What the instrument makes of it: the exported depth is corrected with the load it measured and
/// the drift of its header; the volts still hold both.
void measure(Curve& curve, const Programme& programme, const TestTruth& truth,
             const SimulatedInstrument& instrument, RandomStream noise) {
    const double drift_left = truth.drift_nm_per_s - truth.drift_header_nm_per_s;
    const double C_f = instrument.frame_compliance_nm_per_uN;
    Channel depth_V{"Depth", "V", {}}, load_V{"Load", "V", {}};
    depth_V.values.reserve(curve.size());
    load_V.values.reserve(curve.size());
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double t = curve.time_s[i], load = curve.load_uN[i];
        double felt = 0;
        if (i > programme.peak())
            felt = truth.height_nm;
        else if (i >= programme.contact())
            felt = truth.height_nm * -std::expm1(-load / instrument.roughness_load_uN);
        const double measured_uN = load + truth.tare_uN + instrument.load_noise_uN * noise.normal();
        const double exported_nm = curve.depth_nm[i] + felt + C_f * (load - measured_uN) +
                                   drift_left * t + truth.zero_nm +
                                   instrument.depth_noise_nm * noise.normal();
        curve.load_uN[i] = measured_uN;
        curve.depth_nm[i] = exported_nm;
        depth_V.values.push_back(
            -(exported_nm + C_f * measured_uN + truth.drift_header_nm_per_s * t) /
            instrument.depth_nm_per_V);
        load_V.values.push_back(std::sqrt(std::max(
            zero_of_volts * zero_of_volts + measured_uN / instrument.load_uN_per_V2, 0.0)));
    }
    curve.channels.push_back(std::move(depth_V));
    curve.channels.push_back(std::move(load_V));
}

}  // namespace

SimulatedTest simulate_test(const SimulatedStudy& study, std::size_t index) {
    const SimulationPlan& plan = study.plan;
    SimulatedTest made;
    made.truth = study.tests[index];
    TestTruth& truth = made.truth;
    const TipShape tip(plan.tip);
    complete_state(truth, plan, tip);
    const ContactLaw contact(tip, truth.E_r_GPa, truth.H_load_GPa, plan.material.blending);
    LoadingLaw loading(contact, truth.E_r_GPa, plan.tip.radius_nm, truth.popin_load_uN);
    const UnloadingLaw unloading = unloading_law(truth, plan);
    complete_results(truth, plan, tip, loading, unloading);

    Programme programme(plan.programme, truth.hold_s);
    Curve& curve = made.test.curve;
    for (auto* column : {&curve.time_s, &curve.depth_nm, &curve.load_uN})
        column->reserve(programme.points());
    LoadingLaw from_contact(contact, truth.E_r_GPa, plan.tip.radius_nm, truth.popin_load_uN);
    programme.run(curve, made.test.marks, from_contact, unloading, truth);
    made.test.mark_source = MarkSource::blank_line;
    made.test.time_stamp = time_stamp(study.start_s[index]);
    measure(curve, programme, truth, plan.instrument,
            random_stream(study.seed, Purpose::noise, truth.load_function, truth.place));
    made.test.applied = {plan.instrument.frame_compliance_nm_per_uN, truth.drift_header_nm_per_s,
                         "simulated"};
    return made;
}

}  // namespace sneddon
