#include "base/files/folder_names.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace sneddon {

// By numbers: function and name of the flag are missing from libraries other than glibc.
bool exchange_names(const std::filesystem::path& a, const std::filesystem::path& b) {
    constexpr unsigned rename_exchange = 2;  // renameat2(2)
    return ::syscall(SYS_renameat2, AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), rename_exchange) == 0;
}

// A folder bound to a place of its own file system has the same device as its parent: only the
// mark of the system tells that one.
bool is_mount_point(const std::filesystem::path& folder) {
    struct stat own {
    }, above{};
    if (::stat(folder.c_str(), &own) != 0 || ::stat((folder / "..").c_str(), &above) != 0)
        return false;
    if (own.st_dev != above.st_dev || own.st_ino == above.st_ino) return true;
#ifdef STATX_ATTR_MOUNT_ROOT
    struct statx more {};
    if (::statx(AT_FDCWD, folder.c_str(), 0, STATX_BASIC_STATS, &more) != 0) return false;
    return (more.stx_attributes_mask & more.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#else
    return false;
#endif
}

HeldFolder::Answer HeldFolder::hold(const std::filesystem::path& folder,
                                    std::optional<HeldFolder>& held) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return Answer::cannot_tell;
    HeldFolder opened(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? Answer::is_held_elsewhere : Answer::cannot_tell;
    held = std::move(opened);
    return Answer::is_held_here;
}

HeldFolder::~HeldFolder() {
    if (handle_ >= 0) ::close(static_cast<int>(handle_));
}

}  // namespace sneddon
