#include "study/profiles/find_profiles.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analyse/depth_profile/profile_flags.hpp"
#include "base/nan.hpp"
#include "study/profiles/size_effect.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 2;

/// The used tests of a group that have a profile, and how many have each of its flags.
struct UsedTests {
    std::vector<const TestProfile*> profiles;
    std::map<std::string, std::size_t> flagged;
};

void count_flags(const TestRow& row, std::map<std::string, std::size_t>& flagged) {
    std::set<std::string> codes;
    for (const Flag& flag : row.flags)
        if (is_profile_flag(flag.code)) codes.insert(flag.code);
    for (const std::string& code : codes) ++flagged[code];
}

UsedTests used_tests(const StudyResult& study, const Group& group, const TestProfiles& profiles) {
    UsedTests found;
    for (const TestRow& row : study.tests) {
        if (row.status != Status::used || row.load_function != group.name) continue;
        const TestProfile* profile = profiles.find(row.test_id);
        if (profile == nullptr) continue;
        found.profiles.push_back(profile);
        count_flags(row, found.flagged);
    }
    return found;
}

/// Where the stiffness came from, and over which depths the tests were averaged.
void add_origin(const std::vector<const TestProfile*>& profiles, ProfileOfGroup& group) {
    std::set<std::string> sources;
    const DepthRange& first = profiles.front()->averaged;
    group.from_nm = {first.low_nm, first.low_nm};
    group.to_nm = {first.high_nm, first.high_nm};
    const auto widen = [](Interval& interval, double value) {
        interval = {std::min(interval.low, value), std::max(interval.high, value)};
    };
    std::vector<double> rises;
    for (const TestProfile* profile : profiles) {
        if (!is_nan(profile->rise_nm)) rises.push_back(profile->rise_nm);
        sources.insert(profile->source);
        widen(group.from_nm, profile->averaged.low_nm);
        widen(group.to_nm, profile->averaged.high_nm);
    }
    group.sources.assign(sources.begin(), sources.end());
    const Summary rise = summarise(rises);
    group.rise_nm = {rise.mean, rise.sd};
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
        UsedTests used = used_tests(study, group, profiles);
        const auto& of_tests = used.profiles;
        if (of_tests.size() < fewest_tests) continue;
        ProfileOfGroup of_group;
        of_group.group = group.name;
        of_group.tests = of_tests.size();
        of_group.cells = cells_of_group(of_tests);
        of_group.size_effect = find_size_effect(of_tests);
        of_group.flagged = std::move(used.flagged);
        add_origin(of_tests, of_group);
        found.push_back(std::move(of_group));
    }
    return found;
}

}  // namespace sneddon
