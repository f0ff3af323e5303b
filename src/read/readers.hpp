// Every format that is read: is it this one, and its tests.
#pragma once

#include "read/text/opening.hpp"
#include "read/text/source.hpp"

namespace sneddon {

bool is_hysitron_txt(const Opening& opening);
Result<FileContent> read_hysitron_txt(const Source& source);

bool is_hysitron_hld(const Opening& opening);
Result<FileContent> read_hysitron_hld(const Source& source);

bool is_antonpaar_multicurve(const Opening& opening);
Result<FileContent> read_antonpaar_multicurve(const Source& source);

bool is_antonpaar_txt(const Opening& opening);
Result<FileContent> read_antonpaar_txt(const Source& source);

bool is_nanosuite_xls(const Opening& opening);
Result<FileContent> read_nanosuite_xls(const Source& source);

bool is_sneddon_hdf5(const Opening& opening);
Result<FileContent> read_sneddon_hdf5(const Source& source);

bool is_micromechanics_hdf5(const Opening& opening);
Result<FileContent> read_micromechanics_hdf5(const Source& source);

bool is_csv(const Opening& opening);
Result<FileContent> read_csv(const Source& source);

}  // namespace sneddon
