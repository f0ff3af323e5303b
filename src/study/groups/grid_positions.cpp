#include "study/groups/grid_positions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "sneddon/base/text.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

/// One indent of the array: a row, or a file that gave none.
struct Place {
    std::string file;
    TestRow* row = nullptr;
    std::string load_function;  ///< empty: not known
};

/// A broken test has the ending of the tests beside it; a note or a picture has not.
bool is_named_alike(const std::string& path, const std::string& test) {
    return std::filesystem::path(path).extension() == std::filesystem::path(test).extension();
}

std::vector<Place> places_in_order(StudyResult& study, std::size_t sample) {
    std::vector<Place> places;
    for (TestRow& row : study.tests)
        if (row.sample == sample && row.cycle == 1)
            places.push_back({row.file, &row, row.load_function});
    for (const InputFile& input : study.inputs) {
        if (input.sample != sample || input.status != Status::refused || input.tests > 0) continue;
        // After the last place whose path comes before it: the array was filled in that order.
        const auto after = std::find_if(places.rbegin(), places.rend(), [&](const Place& place) {
            return natural_less(place.file, input.path);
        });
        const bool is_last = after == places.rend();
        if (places.empty() ||
            !is_named_alike(input.path, is_last ? places.front().file : after->file))
            continue;
        places.insert(after.base(), {input.path, nullptr, ""});
    }
    return places;
}

/// The load function of a place that has none, from its neighbours that have one.
void infer_load_functions(std::vector<Place>& places, std::set<std::string>& uncertain) {
    const std::vector<Place> known = places;  // inferred ones must not be evidence for the next
    const auto next_known = [&](std::size_t from, int step) -> std::string {
        for (auto i = static_cast<std::ptrdiff_t>(from); i >= 0 && i < std::ssize(known); i += step)
            if (!known[static_cast<std::size_t>(i)].load_function.empty())
                return known[static_cast<std::size_t>(i)].load_function;
        return "";
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!known[i].load_function.empty()) continue;
        const std::string before = next_known(i, -1), after = next_known(i, 1);
        if (before == after || after.empty()) {
            places[i].load_function = before;
        } else if (before.empty()) {
            places[i].load_function = after;
        } else {  // it may be the last of one array or the first of the next
            uncertain.insert(after);
        }
    }
}

StagePosition position_at(const Grid& grid, int index) {
    const int line = index / grid.nx;
    const int along = index % grid.nx;
    const bool runs_back = grid.order == GridOrder::serpentine && line % 2 == 1;
    return {(runs_back ? grid.nx - 1 - along : along) * grid.pitch_x_um, line * grid.pitch_y_um};
}

void set_positions_of(StudyResult& study, std::size_t sample, const Grid& grid) {
    std::vector<Place> places = places_in_order(study, sample);
    std::set<std::string> uncertain, overfull;
    infer_load_functions(places, uncertain);
    std::map<std::string, int> next;
    for (const Place& place : places) {
        if (place.load_function.empty()) continue;
        const int index = next[place.load_function]++;
        if (!place.row || place.row->position) continue;
        if (index >= grid.nx * grid.ny)
            overfull.insert(place.load_function);
        else if (!uncertain.contains(place.load_function))
            place.row->position = position_at(grid, index);
    }
    for (const std::string& name : uncertain)
        study.warnings.push_back(
            {"SND-G001",
             fmt::format("{}: a file before its first test could not be read; whether "
                         "it belongs to this array is not known, so its grid positions "
                         "are empty",
                         name),
             {}});
    for (const std::string& name : overfull)
        study.warnings.push_back(
            {"SND-G002",
             fmt::format("{}: more tests than the {} x {} grid has places; the rest "
                         "have no position",
                         name, grid.nx, grid.ny),
             {}});
}

}  // namespace

void set_grid_positions(StudyResult& study) {
    for (std::size_t sample = 0; sample < std::max<std::size_t>(study.samples.size(), 1); ++sample)
        if (const auto& grid = facts_of(study, sample).grid) set_positions_of(study, sample, *grid);
}

}  // namespace sneddon
