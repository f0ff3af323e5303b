// Factors between the working units, nm, uN, s, GPa and pJ, which are not those of one system.
#pragma once

namespace sneddon {

/// Pressure: 1 uN/nm² = 1e-6 N/1e-18 m² = 1e12 Pa.
inline constexpr double GPa_per_uN_per_nm2 = 1e3;
inline constexpr double uN_per_GPa_nm2 = 1e-3;

/// Load over stiffness squared: 1 uN/(uN/nm)² = 1 nm²/uN = 1e-12/Pa.
inline constexpr double per_GPa_per_nm2_per_uN = 1e-3;

/// Work: 1 uN nm = 1e-15 J.
inline constexpr double pJ_per_uN_nm = 1e-3;
inline constexpr double uN_nm_per_pJ = 1e3;

/// Factors of length and load between the working units and those of files and texts.
inline constexpr double nm_per_um = 1e3;
inline constexpr double um_per_mm = 1e3;
inline constexpr double uN_per_mN = 1e3;

}  // namespace sneddon
