#include "pipeline/parts/outcome_archive.hpp"

#include <fmt/core.h>

#include "base/byte_archive.hpp"
#include "sneddon/version.hpp"

namespace sneddon {
namespace {

/// Grows where the fields below change within one version of the program.
constexpr int shape = 2;

}  // namespace

// The fields of each struct are named twice: one that it gets and that is missing here does not
// compile.

template <class Archive, Either<Inference> T>
void fields(Archive& archive, T& it) {
    auto& [what, value, evidence] = it;
    archive(what, value, evidence);
}

template <class Archive, Either<InputFile> T>
void fields(Archive& archive, T& it) {
    auto& [path, sha256, format, tests, status, reason, code, is_companion, sample, columns] = it;
    archive(path, sha256, format, tests, status, reason, code, is_companion, sample, columns);
}

template <class Archive, Either<Flag> T>
void fields(Archive& archive, T& it) {
    auto& [code, number, limit, text] = it;
    archive(code, number, limit, text);
}

template <class Archive, Either<VendorValue> T>
void fields(Archive& archive, T& it) {
    auto& [id, unit, value, cycle] = it;
    archive(id, unit, value, cycle);
}

template <class Archive, Either<AppliedByInstrument> T>
void fields(Archive& archive, T& it) {
    auto& [frame_compliance_nm_per_uN, drift_nm_per_s, evidence] = it;
    archive(frame_compliance_nm_per_uN, drift_nm_per_s, evidence);
}

template <class Archive, Either<Correction> T>
void fields(Archive& archive, T& it) {
    auto& [what, value, u, unit, method, evidence, is_applied, is_by_instrument] = it;
    archive(what, value, u, unit, method, evidence, is_applied, is_by_instrument);
}

template <class Archive, Either<PopIn> T>
void fields(Archive& archive, T& it) {
    auto& [first, last, load_uN, depth_nm, jump_nm, energy_pJ, p_detect, kind, load_drop_uN] = it;
    archive(first, last, load_uN, depth_nm, jump_nm, energy_pJ, p_detect, kind, load_drop_uN);
}

template <class Archive, Either<StagePosition> T>
void fields(Archive& archive, T& it) {
    auto& [x_um, y_um] = it;
    archive(x_um, y_um);
}

template <class Archive, Either<QuantityValues> T>
void fields(Archive& archive, T& it) {
    for (std::size_t i = 0; i < quantity_count; ++i) archive(it[QuantityIndex{i}]);
}

template <class Archive, Either<MonteCarloResult> T>
void fields(Archive& archive, T& it) {
    auto& [draws, sd, low, high, over_linear] = it;
    archive(draws, sd, low, high, over_linear);
}

template <class Held>
void fields(ByteWriter& archive, const Seldom<Held>& it) {
    archive(it.is_there());
    if (it.is_there()) archive(*it);
}

template <class Held>
void fields(ByteReader& archive, Seldom<Held>& it) {
    bool is_there = false;
    archive(is_there);
    if (!is_there) return;
    Held held;
    archive(held);
    it = held;
}

template <class Archive, Either<TestRow> T>
void fields(Archive& archive, T& it) {
    auto& [test_id, file, sample, test, test_name, cycle, source, status, reason, load_function,
           time_stamp, position, order, cluster, cluster_posterior, values, flags, vendor_values,
           applied, corrections, inferences, pop_ins, u_random, u_common, monte_carlo, variants] =
        it;
    archive(test_id, file, sample, test, test_name, cycle, source, status, reason, load_function,
            time_stamp, position, order, cluster, cluster_posterior, values, flags, vendor_values,
            applied, corrections, inferences, pop_ins, u_random, u_common, monte_carlo, variants);
}

template <class Archive, Either<CurvePreview::Edge> T>
void fields(Archive& archive, T& it) {
    auto& [kind, begin_s, end_s] = it;
    archive(kind, begin_s, end_s);
}

template <class Archive, Either<CurvePreview> T>
void fields(Archive& archive, T& it) {
    auto& [test_id, load_function, time_s, depth_nm, load_uN, segments, fit_depth_nm, fit_load_uN] =
        it;
    archive(test_id, load_function, time_s, depth_nm, load_uN, segments, fit_depth_nm, fit_load_uN);
}

template <class Archive, Either<ResidualDensity> T>
void fields(Archive& archive, T& it) {
    auto& [depth_low_nm, depth_high_nm, largest_nm, counts] = it;
    archive(depth_low_nm, depth_high_nm, largest_nm, counts);
}

template <class Archive, Either<HoldCurve> T>
void fields(Archive& archive, T& it) {
    auto& [test_id, start_s, h_1_nm, step_s, is_start_fitted, depth_nm] = it;
    archive(test_id, start_s, h_1_nm, step_s, is_start_fitted, depth_nm);
}

template <class Archive, Either<ProfileCell> T>
void fields(Archive& archive, T& it) {
    auto& [cell, points, depth_nm, load_uN, stiffness_uN_per_nm, contact_depth_nm, area_nm2,
           hardness_GPa, reduced_modulus_GPa, modulus_GPa] = it;
    archive(cell, points, depth_nm, load_uN, stiffness_uN_per_nm, contact_depth_nm, area_nm2,
            hardness_GPa, reduced_modulus_GPa, modulus_GPa);
}

template <class Archive, Either<DepthRange> T>
void fields(Archive& archive, T& it) {
    auto& [low_nm, high_nm] = it;
    archive(low_nm, high_nm);
}

template <class Archive, Either<TestProfile> T>
void fields(Archive& archive, T& it) {
    auto& [test_id, cells, averaged, source, rise_nm] = it;
    archive(test_id, cells, averaged, source, rise_nm);
}

template <class Archive, Either<FileOutcome> T>
void fields(Archive& archive, T& it) {
    auto& [input, rows, previews, residuals, column_hashes, holds, profiles, goes_on] = it;
    archive(input, rows, previews, residuals, column_hashes, holds, profiles, goes_on);
}

/// Of an outcome what tests.csv is made of (creep laws are fitted to holds), and the rest.
template <class Outcome>
struct RowsOf {
    Outcome& outcome;
};
template <class Outcome>
struct CurvesOf {
    Outcome& outcome;
};

template <class Archive, class Outcome>
void fields(Archive& archive, const RowsOf<Outcome>& it) {
    auto& [input, rows, previews, residuals, column_hashes, holds, profiles, goes_on] = it.outcome;
    archive(input, rows, column_hashes, holds, goes_on);
}

template <class Archive, class Outcome>
void fields(Archive& archive, const CurvesOf<Outcome>& it) {
    auto& [input, rows, previews, residuals, column_hashes, holds, profiles, goes_on] = it.outcome;
    archive(previews, residuals, profiles);
}

template <class Archive, Either<DrawnCurve> T>
void fields(Archive& archive, T& it) {
    auto& [curve, residual_depth_nm, residual_nm] = it;
    archive(curve, residual_depth_nm, residual_nm);
}

namespace {

template <class T>
std::string bytes_of(const T& value) {
    ByteWriter writer;
    writer(value);
    return writer.bytes();
}

template <class T>
bool is_read(std::string_view bytes, T value) {
    ByteReader reader(bytes);
    fields(reader, value);
    return reader.is_whole() && reader.is_at_end();
}

template <class T>
std::optional<T> value_of(std::string_view bytes) {
    ByteReader reader(bytes);
    T value;
    reader(value);
    if (!reader.is_whole() || !reader.is_at_end()) return std::nullopt;
    return value;
}

}  // namespace

std::string packed(const FileOutcome& outcome) {
    return bytes_of(outcome);
}

std::optional<FileOutcome> unpacked(std::string_view bytes) {
    return value_of<FileOutcome>(bytes);
}

std::string packed_rows(const FileOutcome& outcome) {
    return bytes_of(RowsOf<const FileOutcome>{outcome});
}

std::string packed_curves(const FileOutcome& outcome) {
    return bytes_of(CurvesOf<const FileOutcome>{outcome});
}

bool unpack_rows(std::string_view bytes, FileOutcome& outcome) {
    return is_read(bytes, RowsOf<FileOutcome>{outcome});
}

bool unpack_curves(std::string_view bytes, FileOutcome& outcome) {
    return is_read(bytes, CurvesOf<FileOutcome>{outcome});
}

std::string packed(const DrawnCurve& drawn) {
    return bytes_of(drawn);
}

std::optional<DrawnCurve> unpacked_curve(std::string_view bytes) {
    return value_of<DrawnCurve>(bytes);
}

std::string outcome_version() {
    return fmt::format("{} {} {} {}", version, shape, quantity_count, sensitivity_variants.size());
}

}  // namespace sneddon
