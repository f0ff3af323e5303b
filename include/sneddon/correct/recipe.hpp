// Every choice of the corrections, as data (docs/methods/corrections.md).
#pragma once

#include <cstddef>
#include <optional>

namespace sneddon {

enum class TareRule {
    automatic,  ///< air, where there is an air part
    air,        ///< median load of the part before contact that is in the air
    none,
    value,
};

enum class FrameComplianceRule {
    automatic,  ///< header, where the instrument has not applied it itself
    header,     ///< as the file states it
    none,
    value,
};

enum class DriftRule {
    automatic,  ///< none where the instrument corrected; else hold, header, monitor, none
    header,     ///< as the file states it
    monitor,    ///< line through the file's drift measurement before the test
    hold,       ///< line through the hold during unloading
    none,
    value,
    order,  ///< automatic for each test, then smoothed over the order of the tests
};

/// What the neighbours in the order of the tests say of the drift of one test.
struct DriftOfOrder {
    double rate_nm_per_s = 0;
    double u_nm_per_s = 0;
    std::size_t tests = 0;  ///< neighbours that were used
};

enum class ZeroRule {
    automatic,  ///< hertz where the tip radius is known, else the file's own zero, else poly2
    hertz,
    poly2,
    threshold,
    stiffness,
    file,
};

struct CorrectionRecipe {
    TareRule tare = TareRule::automatic;
    double load_offset_uN = 0;  ///< of TareRule::value
    FrameComplianceRule frame_compliance = FrameComplianceRule::automatic;
    double frame_compliance_nm_per_uN = 0;  ///< of FrameComplianceRule::value
    DriftRule drift = DriftRule::automatic;
    double drift_nm_per_s = 0;  ///< of DriftRule::value
    std::optional<DriftOfOrder>
        drift_of_order;  ///< of this test; none: DriftRule::order is automatic
    ZeroRule zero = ZeroRule::automatic;
    std::optional<double> tip_radius_nm;  ///< none: that of the area function, if it has one
};

/// The file's own tare, frame compliance, drift and zero stand.
inline constexpr CorrectionRecipe no_correction{
    TareRule::none, 0, FrameComplianceRule::none, 0, DriftRule::none, 0, {}, ZeroRule::file, {}};

}  // namespace sneddon
