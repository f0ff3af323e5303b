#include "results/corrections_made.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "results/written/keys.hpp"

namespace sneddon {
namespace {

struct Way {
    std::string what, method;
    bool is_by_instrument = false;
    std::size_t tests = 0;
};

bool is_of(const Way& way, const Correction& correction) {
    return way.what == correction.what && way.method == correction.method &&
           way.is_by_instrument == correction.is_by_instrument;
}

}  // namespace

JsonText corrections_made_json(const StudyResult& study) {
    std::vector<Way> ways;
    for (const TestRow& row : study.tests) {
        if (row.status != Status::used) continue;
        for (const Correction& correction : row.corrections) {
            if (!correction.is_applied && !correction.is_by_instrument) continue;
            auto way = std::ranges::find_if(
                ways, [&](const Way& known) { return is_of(known, correction); });
            if (way == ways.end())
                way = ways.insert(
                    way, {correction.what, correction.method, correction.is_by_instrument, 0});
            ++way->tests;
        }
    }
    JsonText list = JsonText::array();
    for (const Way& way : ways)
        list.push_back({{key::what, way.what},
                        {key::method, way.method},
                        {key::by_instrument, way.is_by_instrument},
                        {key::tests, way.tests}});
    return list;
}

}  // namespace sneddon
