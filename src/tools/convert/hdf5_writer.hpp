// HDF5 files, written: all that is seen of the HDF5 library. One thread at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// A column whose chunks are packed already: shuffled, then deflated.
struct PackedColumn {
    std::uint64_t count = 0;           ///< elements
    std::uint64_t chunk_elements = 1;  ///< of every chunk, the last one filled up
    std::vector<std::string> chunks;
};

enum class StoredAs { byte, int32, int64, real };

class Hdf5Writer {
  public:
    /// A new file. Errors: SND-O003 (cannot be written), SND-U060 (a build without HDF5).
    static Result<Hdf5Writer> create(const std::string& path);

    Hdf5Writer(Hdf5Writer&& other) noexcept;
    Hdf5Writer& operator=(Hdf5Writer&&) = delete;
    Hdf5Writer(const Hdf5Writer&) = delete;
    ~Hdf5Writer();

    // Trouble is kept, and told by close(). Paths as "a/b", "/" is the root; groups
    // above are made.
    void group(const std::string& path);
    void text(const std::string& path, const char* attribute, std::string_view value);
    void whole(const std::string& path, const char* attribute, std::int64_t value);
    void real(const std::string& path, const char* attribute, double value);
    void column(const std::string& path, StoredAs stored, const PackedColumn& column);
    void column(const std::string& path, std::span<const double> values);  ///< not packed

    Result<bool> close();

  private:
    Hdf5Writer(std::string path, std::int64_t file) : path_(std::move(path)), file_(file) {}

    std::string path_;
    std::int64_t file_ = -1;
    bool is_sound_ = true;
};

/// What `sneddon formats` says of it.
std::string_view hdf5_of_this_build();

}  // namespace sneddon
