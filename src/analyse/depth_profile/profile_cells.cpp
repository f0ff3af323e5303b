#include "analyse/depth_profile/profile_cells.hpp"

#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace sneddon {
namespace {

using Column = std::pair<double ProfileCell::*, std::vector<double> DepthProfile::*>;
constexpr std::array columns = {
    Column{&ProfileCell::depth_nm, &DepthProfile::depth_nm},
    Column{&ProfileCell::load_uN, &DepthProfile::load_uN},
    Column{&ProfileCell::stiffness_uN_per_nm, &DepthProfile::stiffness_uN_per_nm},
    Column{&ProfileCell::contact_depth_nm, &DepthProfile::contact_depth_nm},
    Column{&ProfileCell::area_nm2, &DepthProfile::area_nm2},
    Column{&ProfileCell::hardness_GPa, &DepthProfile::hardness_GPa},
    Column{&ProfileCell::reduced_modulus_GPa, &DepthProfile::reduced_modulus_GPa},
    Column{&ProfileCell::modulus_GPa, &DepthProfile::modulus_GPa}};

}  // namespace

int cell_of(double depth_nm) {
    return static_cast<int>(std::floor(cells_per_decade * std::log10(depth_nm)));
}

double depth_of_cell_nm(int cell) {
    return std::pow(10, (cell + 0.5) / cells_per_decade);
}

std::vector<ProfileCell> cells_of(const DepthProfile& profile) {
    std::map<int, ProfileCell> by_depth;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        if (!(profile.depth_nm[i] >= 1)) continue;
        ProfileCell& cell = by_depth[cell_of(profile.depth_nm[i])];
        ++cell.points;
        for (const auto& [sum, column] : columns) cell.*sum += (profile.*column)[i];
    }
    std::vector<ProfileCell> cells;
    cells.reserve(by_depth.size());
    for (auto& [index, cell] : by_depth) {
        cell.cell = index;
        for (const auto& [sum, column] : columns) cell.*sum /= static_cast<double>(cell.points);
        cells.push_back(cell);
    }
    return cells;
}

}  // namespace sneddon
