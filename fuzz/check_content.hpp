// What read_bytes may give of any bytes: tests that hold together, a companion, or an error that
// has a page.
#pragma once

#include <cstddef>

#include "require.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon::fuzz {

inline void check(const sneddon::Result<sneddon::FileContent>& content) {
    if (!content) {
        require_told(content.error());
        return;
    }
    require(content->tests.empty() != content->companion.empty());
    for (const sneddon::Test& test : content->tests) {
        const std::size_t size = test.curve.size();
        // A sheet of a workbook without a curve stays a test, with its reason.
        require(size >= 2 || (size == 0 && !test.reader_flags.empty()));
        require(test.curve.depth_nm.size() == size);
        require(test.curve.load_uN.size() == size);
        for (const auto& channel : test.curve.channels) require(channel.values.size() == size);
        for (std::size_t i = 0; i < test.marks.size(); ++i) {
            require(test.marks[i].first < size);
            require(i == 0 || test.marks[i - 1].first < test.marks[i].first);
        }
    }
}

}  // namespace sneddon::fuzz
