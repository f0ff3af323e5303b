// Names of folders: exchanged in one step, and held by one running program at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

namespace sneddon {

/// Each gets the name of the other at one moment (RENAME_EXCHANGE of Linux). False where the file
/// system cannot do that: nothing has changed then.
bool exchange_names(const std::filesystem::path& a, const std::filesystem::path& b);

/// A mount point can be neither renamed nor exchanged.
bool is_mount_point(const std::filesystem::path& folder);

/// A folder that this program holds. The system lets go of it whatever way the program ends, so
/// that a folder that nobody holds was left over.
class HeldFolder {
  public:
    enum class Answer { is_held_here, is_held_elsewhere, cannot_tell };

    /// Not every file system can tell: a folder of a network may stay unheld.
    static Answer hold(const std::filesystem::path& folder, std::optional<HeldFolder>& held);

    HeldFolder(HeldFolder&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    HeldFolder& operator=(HeldFolder&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    HeldFolder(const HeldFolder&) = delete;
    HeldFolder& operator=(const HeldFolder&) = delete;
    ~HeldFolder();

  private:
    explicit HeldFolder(std::intptr_t handle) : handle_(handle) {}
    std::intptr_t handle_;  ///< of the system; -1 once moved from
};

}  // namespace sneddon
