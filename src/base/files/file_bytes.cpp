#include "base/files/file_bytes.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/files/system_file.hpp"
#include "base/fresh_memory.hpp"
#include "base/out_of_memory.hpp"

namespace sneddon {
namespace {

Error unreadable(const std::string& path, int system_error) {
    if (system_error == ENOMEM) return out_of_memory(path);
    return {"SND-R001", path, std::generic_category().message(system_error),
            "a file that can be read", "check the path and its permissions"};
}

Error became_shorter(const std::string& path) {
    return {"SND-R001", path, "the file became shorter while it was read",
            "a file that nothing writes", "wait until it is written, then run again"};
}

/// Room for a file: of files that are not large a power of two, so that files of one kind share it.
std::size_t room_for(std::size_t bytes) {
    constexpr std::size_t least = std::size_t{64} << 10, large = std::size_t{4} << 20;
    return bytes > large ? bytes : std::bit_ceil(std::max(bytes, least));
}

/// The room of the last file of a thread, for its next one: the system clears new pages, which
/// takes a third of the time of reading them full.
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

void give_back(char* begin, std::size_t bytes) {
    const std::size_t room = room_for(bytes);
    if (room == bytes)
        give_back_pages(begin, bytes);
    else
        kept_room.put(begin, room);
}

}  // namespace

Result<FileBytes> FileBytes::open(const std::string& path, FilePart part) {
    const SystemFile file(path);
    if (file.error() != 0) return unreadable(path, file.error());
    const std::size_t begin = std::min(part.begin, file.bytes());
    const std::size_t size = std::min(part.most_bytes, file.bytes() - begin);
    if (size == 0) return FileBytes(std::string_view());
    char* address = kept_room.take(room_for(size));
    if (address == nullptr) return out_of_memory(path);
    FileBytes copy(std::string_view(address, size));
    const int trouble = file.read(part.begin, address, size);
    if (trouble == SystemFile::ended_early) return became_shorter(path);
    if (trouble != 0) return unreadable(path, trouble);
    return copy;
}

Result<FileBytes> FileBytes::copy_of(std::string_view bytes, const std::string& path) {
    if (bytes.empty()) return FileBytes(std::string_view());
    char* address = kept_room.take(room_for(bytes.size()));
    if (address == nullptr) return out_of_memory(path);
    std::ranges::copy(bytes, address);
    return FileBytes(std::string_view(address, bytes.size()));
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : bytes_(std::exchange(other.bytes_, std::string_view())) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

FileBytes::~FileBytes() {
    if (!bytes_.empty()) give_back(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace sneddon
