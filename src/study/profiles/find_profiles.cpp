#include "study/profiles/find_profiles.hpp"

#include <algorithm>
#include <map>

#include "study/profiles/size_effect.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 2;

/// The used tests of a group that have a profile.
std::vector<const TestProfile*> profiles_of(const StudyResult& study, const Group& group,
                                            const TestProfiles& profiles) {
    std::vector<const TestProfile*> found;
    for (const TestRow& row : study.tests) {
        if (row.status != Status::used || row.load_function != group.name) continue;
        if (const TestProfile* profile = profiles.find(row.test_id)) found.push_back(profile);
    }
    return found;
}

OverTests over(const std::vector<const ProfileCell*>& cells, double ProfileCell::*member) {
    std::vector<double> values;
    for (const ProfileCell* cell : cells) values.push_back(cell->*member);
    const Summary summary = summarise(values);
    return {summary.mean, summary.sd};
}

std::vector<GroupCell> cells_of_group(const std::vector<const TestProfile*>& profiles) {
    std::map<int, std::vector<const ProfileCell*>> by_depth;
    for (const TestProfile* profile : profiles)
        for (const ProfileCell& cell : profile->cells) by_depth[cell.cell].push_back(&cell);
    std::vector<GroupCell> cells;
    for (const auto& [index, of_tests] : by_depth) {
        if (of_tests.size() < fewest_tests) continue;
        cells.push_back({depth_of_cell_nm(index), of_tests.size(),
                         over(of_tests, &ProfileCell::load_uN),
                         over(of_tests, &ProfileCell::stiffness_uN_per_nm),
                         over(of_tests, &ProfileCell::hardness_GPa),
                         over(of_tests, &ProfileCell::reduced_modulus_GPa),
                         over(of_tests, &ProfileCell::modulus_GPa)});
    }
    return cells;
}

}  // namespace

std::vector<ProfileOfGroup> find_profiles(const StudyResult& study, const TestProfiles& profiles) {
    std::vector<ProfileOfGroup> found;
    if (profiles.all().empty()) return found;
    for (const Group& group : study.groups) {
        const auto of_tests = profiles_of(study, group, profiles);
        if (of_tests.size() < fewest_tests) continue;
        found.push_back(
            {group.name, of_tests.size(), cells_of_group(of_tests), find_size_effect(of_tests)});
    }
    return found;
}

}  // namespace sneddon
