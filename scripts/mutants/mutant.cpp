// The table of SNEDDON_MUTANTS_REACHED=FILE: a file of zeros that every program of a run maps, those
// that a test starts too, so that nothing needs to be written at an end that may not come.
#include "mutant.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace mutant {

namespace {

constexpr std::size_t size_bits = 18;  // TABLE_bytes of build.py: several times as many as mutants
constexpr std::size_t size = std::size_t{1} << size_bits;

}  // namespace

Number* table_of_reached() {
    const char* const name = std::getenv("SNEDDON_MUTANTS_REACHED");
    const int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return nullptr;
    void* const table = mmap(nullptr, size * sizeof(Number), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    return table == MAP_FAILED ? nullptr : static_cast<Number*>(table);
}

void note(Number number) {
    std::size_t at = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15u >> (64 - size_bits);
    for (;; at = (at + 1) % size) {
        std::atomic_ref slot(reached[at]);
        Number there = slot.load(std::memory_order_relaxed);
        if (there == number || (there == 0 && slot.compare_exchange_strong(there, number)) || there == number)
            return;
    }
}

}  // namespace mutant
