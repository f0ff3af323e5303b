#include "base/fresh_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace sneddon {

char* new_pages(std::size_t bytes) {
    void* begin = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    return begin == MAP_FAILED ? nullptr : static_cast<char*>(begin);
}

void give_back_pages(char* begin, std::size_t bytes) {
    ::munmap(begin, bytes);
}

void bring_in_pages(void* begin, std::size_t bytes) {
    constexpr int populate_write = 23;  // MADV_POPULATE_WRITE of Linux 5.14
    static const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t>(begin) + bytes) / page * page;
    if (end > first) ::madvise(reinterpret_cast<void*>(first), end - first, populate_write);
}

}  // namespace sneddon
