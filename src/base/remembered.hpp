// What need not be computed twice: results by all that they follow from.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_archive.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {

/// What earlier runs of this program found, by the bytes that it follows from. May be asked by
/// several threads. Empty where nothing is remembered.
struct Memory {
    std::function<std::optional<std::string>(const std::string& follows_from)> find;
    std::function<void(const std::string& follows_from, const std::string& found)> keep;
    Stop stop;  ///< what is found after a stop is not whole, and is not kept
};

/// compute(), or what an earlier run got from it. `what` is its name, and `inputs` are the values
/// of all that it reads: it is never stale because nothing else tells what it gives. Inputs and
/// result are of what a byte archive takes.
template <class Compute, class... Inputs>
auto remembered(const Memory& memory, std::string_view what, Compute compute,
                const Inputs&... inputs) {
    if (!memory.find) return compute();
    ByteWriter follows_from;
    follows_from(std::string(what), inputs...);
    decltype(compute()) result{};
    if (const auto found = memory.find(follows_from.bytes())) {
        ByteReader reader(*found);
        reader(result);
        if (reader.is_whole() && reader.is_at_end()) return result;
    }
    result = compute();
    if (!memory.stop.requested()) {
        ByteWriter found;
        found(result);
        memory.keep(follows_from.bytes(), found.bytes());
    }
    return result;
}

}  // namespace sneddon
