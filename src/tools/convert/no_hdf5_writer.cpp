// In place of hdf5_writer.cpp where the build has no HDF5 library.
#include <utility>

#include "tools/convert/hdf5_writer.hpp"

namespace sneddon {

Result<Hdf5Writer> Hdf5Writer::create(const std::string& path) {
    return Error{"SND-U060", path, "a build without the HDF5 library: it reads HDF5 only",
                 "--to csv or triboscan-txt, or a build with SNEDDON_HDF5=ON",
                 "--to csv -o FOLDER"};
}

Hdf5Writer::Hdf5Writer(Hdf5Writer&& other) noexcept
    : path_(std::move(other.path_)), file_(other.file_), is_sound_(other.is_sound_) {}
Hdf5Writer::~Hdf5Writer() = default;

// Nobody has one.
void Hdf5Writer::group(const std::string&) {}
void Hdf5Writer::text(const std::string&, const char*, std::string_view) {}
void Hdf5Writer::whole(const std::string&, const char*, std::int64_t) {}
void Hdf5Writer::real(const std::string&, const char*, double) {}
void Hdf5Writer::column(const std::string&, StoredAs, const PackedColumn&) {}
void Hdf5Writer::column(const std::string&, std::span<const double>) {}
Result<bool> Hdf5Writer::close() {
    return true;
}

std::string_view hdf5_of_this_build() {
    return "HDF5 is read; this build has no HDF5 library and cannot write it.";
}

}  // namespace sneddon
