#include "base/files/folder_names.hpp"

#include <windows.h>

#include <utility>

namespace sneddon {

// Windows exchanges no names in one step.
bool exchange_names(const std::filesystem::path&, const std::filesystem::path&) {
    return false;
}

bool is_mount_point(const std::filesystem::path& folder) {
    constexpr DWORD most = 32768;  // characters of the longest path
    std::wstring root(most, L'\0');
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(folder, error);
    if (error || GetVolumePathNameW(whole.c_str(), root.data(), most) == 0) return false;
    return std::filesystem::equivalent(root.c_str(), whole, error);
}

// Whoever holds a folder has it open as if to add files, and lets nobody else open it so. Files in
// it are made and read all the same.
HeldFolder::Answer HeldFolder::hold(const std::filesystem::path& folder,
                                    std::optional<HeldFolder>& held) {
    HANDLE opened = CreateFileW(folder.c_str(), FILE_ADD_FILE, FILE_SHARE_READ | FILE_SHARE_DELETE,
                                nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (opened == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION ? Answer::is_held_elsewhere
                                                         : Answer::cannot_tell;
    held = HeldFolder(reinterpret_cast<std::intptr_t>(opened));
    return Answer::is_held_here;
}

HeldFolder::~HeldFolder() {
    if (handle_ != -1) CloseHandle(reinterpret_cast<HANDLE>(handle_));
}

}  // namespace sneddon
