// Detectors of files that are named but not read: other instruments, and what lies beside tests.
#pragma once

#include "read/text/opening.hpp"

namespace sneddon {

// Other formats of instruments.
bool is_excel_ole(const Opening& opening);
bool is_excel_zip(const Opening& opening);
bool is_nanosuite_method(const Opening& opening);
bool is_femtotools_map(const Opening& opening);
bool is_femtotools_txt(const Opening& opening);
bool is_optics11_txt(const Opening& opening);

// Containers.
bool is_hdf5(const Opening& opening);
bool is_ods(const Opening& opening);
bool is_zip(const Opening& opening);
bool is_compressed(const Opening& opening);
bool is_git_lfs(const Opening& opening);
bool is_apple_double(const Opening& opening);

// Companions.
bool is_hysitron_ara(const Opening& opening);
bool is_hysitron_ldf(const Opening& opening);
bool is_hysitron_results(const Opening& opening);
bool is_hysitron_bcrf(const Opening& opening);
bool is_antonpaar_results(const Opening& opening);
bool is_results_table(const Opening& opening);
bool is_sneddon_table(const Opening& opening);
bool is_sneddon_json(const Opening& opening);
bool is_toml(const Opening& opening);
bool is_json(const Opening& opening);
bool is_html(const Opening& opening);
bool is_pdf(const Opening& opening);
bool is_image(const Opening& opening);
bool is_notes(const Opening& opening);

}  // namespace sneddon
