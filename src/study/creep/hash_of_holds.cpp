#include "study/creep/hash_of_holds.hpp"

#include "base/byte_archive.hpp"
#include "base/sha256.hpp"

namespace sneddon {

std::string hash_of_holds(const std::vector<TestRow>& tests, const HoldTable& table,
                          const AreaFunction* area) {
    Sha256 hash;
    const auto add = [&](const auto&... values) {
        ByteWriter bytes;
        bytes(values...);
        hash.add(bytes.bytes());
    };
    add(table.step_s, table.size, table.instants_s);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        add(table.curves[i]->h_1_nm, table.curves[i]->depth_nm);
        for (std::size_t q = 0; q < quantity_count; ++q)
            add(tests[table.rows[i]].values[QuantityIndex{q}]);
    }
    add(area != nullptr);
    if (area != nullptr)
        add(area->kind, area->coefficients, area->radius_nm, area->half_angle_deg,
            area->tip_radius_nm, area->h_c_min_nm, area->h_c_max_nm);
    return hash.hex();
}

}  // namespace sneddon
