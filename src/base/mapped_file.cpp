#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace sneddon {
namespace {

/// Copied, since a mapped file that another program cuts off ends this one (SIGBUS). What is larger
/// is mapped and read as it goes: a film among the measurements need not fit into memory.
constexpr std::size_t most_copied = std::size_t{1} << 30;

Error unreadable(const std::string& path, int system_error) {
    return {"SND-R001", path, std::generic_category().message(system_error),
            "a file that can be read", "check the path and its permissions"};
}

/// False with errno, 0 when the file ended early.
bool read_whole(int descriptor, char* to, std::size_t size) {
    for (std::size_t done = 0; done < size;) {
        const ssize_t got = ::read(descriptor, to + done, size - done);
        if (got < 0 && errno == EINTR) continue;
        if (got == 0) errno = 0;
        if (got <= 0) return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

Error became_shorter(const std::string& path) {
    return {"SND-R001", path, "the file became shorter while it was read",
            "a file that nothing writes", "wait until it is written, then run again"};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return unreadable(path, errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        const int reason = errno;
        ::close(descriptor);
        return unreadable(path, reason);
    }
    if (!S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return unreadable(path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) {  // mmap refuses an empty range
        ::close(descriptor);
        return MappedFile(std::string_view());
    }
    const bool is_copied = size <= most_copied;
    void* address = is_copied ? ::mmap(nullptr, size, PROT_READ | PROT_WRITE,
                                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0)
                              : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    int reason = errno;
    if (address == MAP_FAILED) {
        ::close(descriptor);
        return unreadable(path, reason);
    }
    MappedFile file(std::string_view(static_cast<const char*>(address), size));
    const bool is_whole = !is_copied || read_whole(descriptor, static_cast<char*>(address), size);
    reason = errno;
    ::close(descriptor);
    if (!is_whole) return reason == 0 ? became_shorter(path) : unreadable(path, reason);
    if (!is_copied) ::madvise(address, size, MADV_SEQUENTIAL);
    return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, std::string_view())) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace sneddon
