#include "base/fresh_memory.hpp"

#include <windows.h>

namespace sneddon {

char* new_pages(std::size_t bytes) {
    return static_cast<char*>(
        VirtualAlloc(nullptr, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE));
}

void give_back_pages(char* begin, std::size_t) {
    VirtualFree(begin, 0, MEM_RELEASE);
}

// MinGW gives the memory of a thread's objects back before it destroys them: none is kept.
char* new_room(std::size_t bytes) {
    return new_pages(bytes);
}

void give_back_room(char* begin, std::size_t bytes) {
    give_back_pages(begin, bytes);
}

// Windows has no such call for pages that were never written.
void bring_in_pages(void*, std::size_t) {}

}  // namespace sneddon
