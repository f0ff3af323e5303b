#include "tools/convert/hdf5_writer.hpp"

#include <hdf5.h>

#include <utility>

namespace sneddon {
namespace {

static_assert(sizeof(hid_t) == sizeof(std::int64_t));

// Strings lie in the heads of objects: a reader finds the mark of an archive at its beginning.
hid_t text_type(std::size_t size) {
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, size > 0 ? size : 1);
    H5Tset_strpad(type, H5T_STR_NULLPAD);
    H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

bool put_attribute(hid_t file, const std::string& path, const char* name, hid_t type,
                   const void* value) {
    const hid_t object = H5Oopen(file, path.c_str(), H5P_DEFAULT);
    const hid_t space = H5Screate(H5S_SCALAR);
    const hid_t attribute = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    const bool is_put = attribute >= 0 && H5Awrite(attribute, type, value) >= 0;
    if (attribute >= 0) H5Aclose(attribute);
    H5Sclose(space);
    if (object >= 0) H5Oclose(object);
    return is_put;
}

hid_t stored_type(StoredAs stored) {
    switch (stored) {
        case StoredAs::byte:
            return H5T_STD_U8LE;
        case StoredAs::int32:
            return H5T_STD_I32LE;
        case StoredAs::int64:
            return H5T_STD_I64LE;
        default:
            return H5T_IEEE_F64LE;
    }
}

/// The same bytes whenever it is written.
hid_t dataset_properties() {
    const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_obj_track_times(properties, false);
    return properties;
}

/// With the groups above.
hid_t create_dataset(hid_t file, const std::string& path, hid_t type, std::uint64_t count,
                     hid_t properties) {
    const hsize_t size = count;
    const hid_t space = H5Screate_simple(1, &size, nullptr);
    const hid_t links = H5Pcreate(H5P_LINK_CREATE);
    H5Pset_create_intermediate_group(links, 1);
    const hid_t dataset =
        H5Dcreate2(file, path.c_str(), type, space, links, properties, H5P_DEFAULT);
    H5Pclose(links);
    H5Sclose(space);
    return dataset;
}

Error cannot_write(const std::string& path) {
    return {"SND-O003", path, "cannot be written", "a file that can be written",
            "check the folder, its permissions and the space left"};
}

}  // namespace

Result<Hdf5Writer> Hdf5Writer::create(const std::string& path) {
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);  // trouble is told by close()
    const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    if (file < 0) return cannot_write(path);
    return Hdf5Writer(path, file);
}

Hdf5Writer::Hdf5Writer(Hdf5Writer&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      is_sound_(other.is_sound_) {}

Hdf5Writer::~Hdf5Writer() {
    if (file_ >= 0) H5Fclose(file_);
}

void Hdf5Writer::group(const std::string& path) {
    const hid_t links = H5Pcreate(H5P_LINK_CREATE);
    H5Pset_create_intermediate_group(links, 1);
    const hid_t made = H5Gcreate2(file_, path.c_str(), links, H5P_DEFAULT, H5P_DEFAULT);
    H5Pclose(links);
    is_sound_ = is_sound_ && made >= 0;
    if (made >= 0) H5Gclose(made);
}

void Hdf5Writer::text(const std::string& path, const char* attribute, std::string_view value) {
    const hid_t type = text_type(value.size());
    const std::string padded = value.empty() ? std::string(1, '\0') : std::string(value);
    is_sound_ = put_attribute(file_, path, attribute, type, padded.data()) && is_sound_;
    H5Tclose(type);
}

void Hdf5Writer::whole(const std::string& path, const char* attribute, std::int64_t value) {
    is_sound_ = put_attribute(file_, path, attribute, H5T_STD_I64LE, &value) && is_sound_;
}

void Hdf5Writer::real(const std::string& path, const char* attribute, double value) {
    is_sound_ = put_attribute(file_, path, attribute, H5T_IEEE_F64LE, &value) && is_sound_;
}

void Hdf5Writer::column(const std::string& path, StoredAs stored, const PackedColumn& column) {
    const hid_t properties = dataset_properties();
    if (column.count > 0) {
        const hsize_t chunk = column.chunk_elements;
        H5Pset_chunk(properties, 1, &chunk);
        H5Pset_shuffle(properties);
        constexpr unsigned level_said = 6;  // what unpacks does not ask for it
        H5Pset_deflate(properties, level_said);
    }
    const hid_t dataset =
        create_dataset(file_, path, stored_type(stored), column.count, properties);
    for (std::size_t i = 0; i < column.chunks.size() && is_sound_; ++i) {
        const hsize_t first = i * column.chunk_elements;
        const std::string& chunk = column.chunks[i];
        is_sound_ =
            H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, &first, chunk.size(), chunk.data()) >= 0;
    }
    is_sound_ = is_sound_ && dataset >= 0;
    if (dataset >= 0) H5Dclose(dataset);
    H5Pclose(properties);
}

void Hdf5Writer::column(const std::string& path, std::span<const double> values) {
    const hid_t properties = dataset_properties();
    const hid_t dataset = create_dataset(file_, path, H5T_IEEE_F64LE, values.size(), properties);
    H5Pclose(properties);
    is_sound_ = is_sound_ && dataset >= 0 &&
                (values.empty() || H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL,
                                            H5P_DEFAULT, values.data()) >= 0);
    if (dataset >= 0) H5Dclose(dataset);
}

Result<bool> Hdf5Writer::close() {
    const hid_t file = std::exchange(file_, -1);
    is_sound_ = H5Fclose(file) >= 0 && is_sound_;
    if (!is_sound_) return cannot_write(path_);
    return true;
}

std::string_view hdf5_of_this_build() {
    return "HDF5 is read and written (sneddon convert).";
}

}  // namespace sneddon
