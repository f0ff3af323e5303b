// Elements of HDF5 datasets as numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/container/hdf5/hdf5_file.hpp"

namespace sneddon {

bool is_number(const Hdf5Type& type);

/// As many elements as `to` has room for; `raw` holds them.
void hdf5_to_doubles(std::string_view raw, const Hdf5Type& type, std::span<double> to);
void hdf5_to_wholes(std::string_view raw, const Hdf5Type& type, std::span<std::int64_t> to);

/// A whole dataset; `what` names it in messages. Errors: those of Hdf5File::pieces.
Result<std::vector<double>> hdf5_doubles(const Hdf5File& file, const Hdf5Dataset& dataset,
                                         std::string_view what);
/// The same; reals are cut to whole numbers' place: refused (SND-R004).
Result<std::vector<std::int64_t>> hdf5_wholes(const Hdf5File& file, const Hdf5Dataset& dataset,
                                              std::string_view what);

}  // namespace sneddon
