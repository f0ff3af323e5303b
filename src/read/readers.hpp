// Every format that is read: is it this one, and its tests.
#pragma once

#include "read/text/opening.hpp"
#include "read/text/source.hpp"

namespace sneddon {

bool is_hysitron_txt(const Opening& opening);
Result<FileContent> read_hysitron_txt(const Source& source);

bool is_hysitron_hld(const Opening& opening);
Result<FileContent> read_hysitron_hld(const Source& source);

bool is_hysitron_hys(const Opening& opening);
Result<FileContent> read_hysitron_hys(const Source& source);

bool is_hysitron_nanodma(const Opening& opening);
Result<FileContent> read_hysitron_nanodma(const Source& source);

bool is_ni_tdm(const Opening& opening);
Result<FileContent> read_ni_tdm(const Source& source);

/// The other half: a companion of its head, or an error.
bool is_ni_tdx(const Opening& opening);
Result<FileContent> read_ni_tdx(const Source& source);

bool is_antonpaar_multicurve(const Opening& opening);
Result<FileContent> read_antonpaar_multicurve(const Source& source);

bool is_antonpaar_txt(const Opening& opening);
Result<FileContent> read_antonpaar_txt(const Source& source);

bool is_nanosuite_xls(const Opening& opening);
Result<FileContent> read_nanosuite_xls(const Source& source);

bool is_kla_nmd(const Opening& opening);
Result<FileContent> read_kla_nmd(const Source& source);

bool is_fischer_hap(const Opening& opening);
Result<FileContent> read_fischer_hap(const Source& source);

bool is_nanosuite_paste(const Opening& opening);
Result<FileContent> read_nanosuite_paste(const Source& source);

bool is_fischer_txt(const Opening& opening);
Result<FileContent> read_fischer_txt(const Source& source);

bool is_eoh_text(const Opening& opening);
Result<FileContent> read_eoh_text(const Source& source);

bool is_nanotest_txt(const Opening& opening);
Result<FileContent> read_nanotest_txt(const Source& source);

bool is_zip_archive(const Opening& opening);
Result<FileContent> read_zip_archive(const Source& source);

bool is_inview_xlsx(const Opening& opening);
Result<FileContent> read_inview_xlsx(const Source& source);

bool is_excel_columns(const Opening& opening);
Result<FileContent> read_excel_columns(const Source& source);

bool is_nanosuite_mss(const Opening& opening);
Result<FileContent> read_nanosuite_mss(const Source& source);

bool is_sneddon_hdf5(const Opening& opening);
Result<FileContent> read_sneddon_hdf5(const Source& source);

bool is_micromechanics_hdf5(const Opening& opening);
Result<FileContent> read_micromechanics_hdf5(const Source& source);

bool is_csv(const Opening& opening);
Result<FileContent> read_csv(const Source& source);

}  // namespace sneddon
