#include "base/fresh_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

namespace sneddon {
namespace {

/// Room for a file: of files that are not large a power of two, so that files of one kind share it.
std::size_t room_for(std::size_t bytes) {
    constexpr std::size_t least = std::size_t{64} << 10, large = std::size_t{4} << 20;
    return bytes > large ? bytes : std::bit_ceil(std::max(bytes, least));
}

/// Clearing new pages takes a third of the time of reading them full.
class KeptRoom {
  public:
    KeptRoom() = default;
    KeptRoom(const KeptRoom&) = delete;
    KeptRoom& operator=(const KeptRoom&) = delete;
    ~KeptRoom() { put(nullptr, 0); }

    char* take(std::size_t bytes) {
        if (bytes != bytes_) return new_pages(bytes);
        bytes_ = 0;
        return std::exchange(begin_, nullptr);
    }
    void put(char* begin, std::size_t bytes) {
        if (begin_ != nullptr) give_back_pages(begin_, bytes_);
        begin_ = begin;
        bytes_ = bytes;
    }

  private:
    char* begin_ = nullptr;
    std::size_t bytes_ = 0;
};

thread_local KeptRoom kept_room;

}  // namespace

char* new_pages(std::size_t bytes) {
    void* begin = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    return begin == MAP_FAILED ? nullptr : static_cast<char*>(begin);
}

void give_back_pages(char* begin, std::size_t bytes) {
    ::munmap(begin, bytes);
}

char* new_room(std::size_t bytes) {
    return kept_room.take(room_for(bytes));
}

void give_back_room(char* begin, std::size_t bytes) {
    const std::size_t room = room_for(bytes);
    if (room == bytes)
        give_back_pages(begin, bytes);
    else
        kept_room.put(begin, room);
}

void bring_in_pages(void* begin, std::size_t bytes) {
    constexpr int populate_write = 23;  // MADV_POPULATE_WRITE of Linux 5.14
    static const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t>(begin) + bytes) / page * page;
    if (end > first) ::madvise(reinterpret_cast<void*>(first), end - first, populate_write);
}

}  // namespace sneddon
