// A recipe and some paths -> the whole run. The only room that knows all rooms.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Reads, analyses and writes OUT (whole or not at all). Errors are those of the request itself or
/// of OUT; bad files and bad tests are rows of the result.
/// SND-U0xx usage, SND-O0xx output, SND-U130 stopped.
Result<StudyResult> run(const RunRequest& request, const Progress& progress);

/// One of several parts of a run, for machines that share the files.
struct ShardReceipt {
    std::string path;        ///< of the part
    std::size_t files = 0;   ///< of the study, in this part
    std::size_t bytes = 0;   ///< of the part
    bool was_there = false;  ///< whole, of the same study, newer than its files: not made again
    std::size_t files_known = 0;  ///< to the cache: not analysed again
};

/// Analyses a stretch of the request's files, part `part` of `parts` (from 1 on), and writes what
/// they gave into a file of the folder `request.output_folder`, whole or not at all. Errors: those
/// of run(), SND-U046 (drift over the order of the tests), SND-U048 no such part.
Result<ShardReceipt> shard(const RunRequest& request, std::size_t part, std::size_t parts,
                           const Progress& progress);

/// What a merge may choose anew: nothing of it reaches the analysis of a file.
struct MergeRequest {
    std::string parts_folder;
    std::string output_folder = "out";
    std::vector<std::pair<std::string, std::string>> settings;  ///< study.* and report.*
    std::string findings, figures;  ///< as in RunRequest; "" = those of the parts
    bool has_rows_only = false;     ///< as in RunRequest
    unsigned threads = 0;           ///< 0 = all cores
    bool may_replace_output = false;
};

/// OUT of a run over all files of the parts, the same bytes. Paths are those that the parts were
/// given, seen from the same folder. Errors: SND-U047 a part is missing, damaged, there twice, of
/// another study or older than a file of it, and those of run().
Result<StudyResult> merge(const MergeRequest& request, const Progress& progress);

/// Lines of text: facts, files by format, tests, groups with mean ± sd, warnings and refusals with
/// their codes, and the files in `output_folder`.
std::string run_summary(const StudyResult& study, const std::string& output_folder);

/// Whether --strict should say no: something other than a companion was refused or excluded, or a
/// used test carries a flag.
bool has_doubts(const StudyResult& study);

/// At least one test is used.
bool has_results(const StudyResult& study);

/// Report and figures from the files of OUT, without analysing again.
struct ReportRequest {
    std::string folder;                      ///< OUT of a run
    std::string figures = "all";             ///< "all", "none" or ids with commas
    std::string date;                        ///< shown on the page; "" = none
    std::string figure_formats = "svg,csv";  ///< some of svg,csv,json,pdf,png
    Stop stop = {};                          ///< asked between figures
    std::string figure_width = "85";         ///< mm, of the files of one column: 85, 120, 180
    unsigned threads = 0;                    ///< 0 = all cores
};

struct ReportFiles {
    std::vector<std::string> figures;  ///< ids that were drawn
    struct Missing {
        std::string id, reason;
    };
    std::vector<Missing> not_drawn;
    std::string hint;  ///< why PDF and PNG are missing; "" when they are not
};

/// Writes report.html and figures/NAME.svg, .csv (or the formats asked for) into `folder`; figures
/// of an earlier report go. Errors: SND-O003 cannot be written, SND-O004 no results, SND-U004 no
/// such figure, SND-U004 no such format or width.
Result<ReportFiles> write_report(const ReportRequest& request);

/// Whether OUT follows from its inputs.
struct Verification {
    struct Difference {
        std::string path, what;
    };
    std::string version;                   ///< of the program that wrote OUT
    std::size_t same_inputs = 0;           ///< with the SHA-256 that OUT names
    std::vector<Difference> other_inputs;  ///< changed, gone or new since
    std::size_t same_files = 0;            ///< of OUT, byte for byte
    std::vector<Difference> other_files;   ///< changed, missing, or not written by a run
    bool is_same() const { return other_inputs.empty() && other_files.empty(); }
};

/// Does the run of OUT again, from the folder where it was started, and compares the SHA-256 of
/// each input and the bytes of each file that sneddon wrote. Nothing stays of the repeated run, and
/// OUT is not touched. Errors: SND-O004 no results, or OUT does not tell what was typed, and those
/// of run().
Result<Verification> verify(const std::string& folder, unsigned threads, const Progress& progress);

/// Counts a file that another program put into OUT among those that sneddon wrote: -f may replace
/// it. `name` is relative to the folder. Errors: SND-O004 (no folder of a run, or no such file in
/// it), SND-O003.
Result<bool> adopt_file(const std::string& folder, const std::string& name);

}  // namespace sneddon
