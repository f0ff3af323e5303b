// The first line is a pattern, what follows a condition on tests (--exclude, --only, study.toml):
// understood and asked of tests that have and have not what it compares, or an error.
#include <cstdint>

#include "base/pattern.hpp"
#include "require.hpp"
#include "study/left_out/condition.hpp"

namespace {

using namespace sneddon;

StudyResult two_tests() {
    StudyResult study;
    study.facts.stated = {{"temperature_C", "750", 750.0}, {"heat", "B 2", std::nullopt}};
    study.tests.resize(2);
    study.tests[0].test_id = "a_001.txt";
    study.tests[0].load_function = "hold 10 s";
    study.tests[0].time_stamp = "2022-11-22T15:55:04";
    study.tests[0].position = {{1, 2}};
    study.tests[0].values["H_IT_GPa"_q] = 5;
    return study;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon::fuzz;
    static const StudyResult study = two_tests();
    static const std::vector<std::string> facts = {"temperature_C", "heat"};
    std::string_view text = bytes_of(data, size);
    const std::string_view pattern = next_line(text);
    for (const char* name : {"a_001.txt", "", ".hidden", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
        (void)matches_pattern(name, pattern);
    const auto condition = Condition::parse(text, "fuzz", facts);
    require_answer(condition);
    if (condition)
        for (const TestRow& row : study.tests) (void)condition->holds(study, row);
    return 0;
}
