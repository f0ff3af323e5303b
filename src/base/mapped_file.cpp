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

/// One call instead of a page fault for every few pages; a larger file is read as it goes, so that
/// it need not fit into memory.
constexpr std::size_t mapped_at_once = std::size_t{16} << 20;

Error unreadable(const std::filesystem::path& path, int system_error) {
    return {"SND-R001", path.string(), std::generic_category().message(system_error),
            "a file that can be read", "check the path and its permissions"};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
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
    const int flags = MAP_PRIVATE | (size <= mapped_at_once ? MAP_POPULATE : 0);
    void* address = ::mmap(nullptr, size, PROT_READ, flags, descriptor, 0);
    const int reason = errno;
    ::close(descriptor);
    if (address == MAP_FAILED) return unreadable(path, reason);
    ::madvise(address, size, MADV_SEQUENTIAL);
    return MappedFile(std::string_view(static_cast<const char*>(address), size));
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
