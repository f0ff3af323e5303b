// UMIS area function (.afn): depths and areas, as tables of A/A_ideal.
#pragma once

#include <string>
#include <vector>

#include "read/text/opening.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

/// Depths ascend, and so do the areas.
struct AreaTable {
    std::vector<double> h_c_nm, A_nm2;
};

bool is_umis_afn(const Opening& opening);

/// Columns hc (um) and A/Ai(Fitted) below a head "AF;BE;65.3;...": A_i = 24.494 h_c², that of a
/// Berkovich tip of 65.27 degrees. The frame compliance of the head is not used. Errors: SND-R022
/// (another tip, no numbers, depths or areas that do not rise, fewer than 5 rows), SND-R001.
Result<AreaTable> read_umis_area_file(const std::string& path);

}  // namespace sneddon
