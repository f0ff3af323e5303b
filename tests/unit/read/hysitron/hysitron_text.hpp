// TriboScan exports made for tests.
#pragma once

#include <fmt/core.h>

#include <string>

#include "sneddon/read/read_file.hpp"

namespace sneddon::testing {

struct HysitronText {
    std::string stamp = "Tue Nov 22 15:55:04 2022";
    std::string points = "4";
    std::string heads = "Depth (nm)\tLoad (\xB5N)\tTime (s)";
    std::string rows = "0\t0.5\t0\n1.5\t100\t0.1\n2.5\t200\t0.2\n2\t50\t0.3\n";

    std::string text() const {
        return stamp + "\n\nNumber of Points = " + points + "\n" + heads + "\n" + rows;
    }
};

inline Result<FileContent> read_text(std::string_view text, const ReadOptions& options = {}) {
    return read_bytes(text, "made.txt", options);
}

}  // namespace sneddon::testing
